/**
 * What would happen if: a discrete-event simulator that drives the production engine through its
 * public door, in virtual time. Months of calls take seconds.
 *
 * <p>Entry type: {@link io.ringwright.simulator.Simulation}.
 */
@NullMarked
package io.ringwright.simulator;

import org.jspecify.annotations.NullMarked;
