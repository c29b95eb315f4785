/**
 * A discrete-event simulator: days and months of calls in virtual time, routed by the engine itself
 * through {@link io.ringwright.CallRouter}. Months of calls take seconds.
 *
 * <p>Entry type: {@link io.ringwright.simulator.Simulation}.
 */
@NullMarked
package io.ringwright.simulator;

import org.jspecify.annotations.NullMarked;
