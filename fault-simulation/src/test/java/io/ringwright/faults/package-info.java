/**
 * The whole application in virtual time, on one thread, with faults drawn from one seed: see {@link
 * io.ringwright.faults.Simulation}.
 */
@NullMarked
package io.ringwright.faults;

import org.jspecify.annotations.NullMarked;
