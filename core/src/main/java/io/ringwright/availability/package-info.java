/**
 * Who is free now: the state that a switch reports for a device, and what the engine concludes from
 * it.
 *
 * <p>Entry type: {@link io.ringwright.availability.Availability}.
 */
@NullMarked
package io.ringwright.availability;

import org.jspecify.annotations.NullMarked;
