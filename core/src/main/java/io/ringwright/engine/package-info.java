/**
 * The state of the engine, and the events that change it. Not part of the public API.
 *
 * <p>Entry type: {@link io.ringwright.engine.Engine}.
 */
@NullMarked
package io.ringwright.engine;

import org.jspecify.annotations.NullMarked;
