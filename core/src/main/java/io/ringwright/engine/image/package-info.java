/**
 * The state of an engine as text, and a state made from text. Not part of the public API.
 *
 * <p>Entry type: {@link io.ringwright.engine.image.EngineImage}.
 */
@NullMarked
package io.ringwright.engine.image;

import org.jspecify.annotations.NullMarked;
