/**
 * What can happen to the engine, as values: what goes in through the one door, and can be recorded
 * and replayed.
 *
 * <p>Entry type: {@link io.ringwright.event.RouterEvent}.
 */
@NullMarked
package io.ringwright.event;

import org.jspecify.annotations.NullMarked;
