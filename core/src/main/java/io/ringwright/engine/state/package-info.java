/**
 * The state of the engine: data without a port, a clock or a thread. Not part of the public API.
 *
 * <p>Entry type: {@link io.ringwright.engine.state.EngineState}.
 */
@NullMarked
package io.ringwright.engine.state;

import org.jspecify.annotations.NullMarked;
