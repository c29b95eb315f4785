/**
 * What the engine knows, as data. Not part of the public API.
 *
 * <p>Entry type: {@link io.ringwright.engine.state.EngineState}.
 */
@NullMarked
package io.ringwright.engine.state;

import org.jspecify.annotations.NullMarked;
