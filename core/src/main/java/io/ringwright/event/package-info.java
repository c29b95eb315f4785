/**
 * The events that change the state of the engine, as values that can be kept, recorded and
 * replayed.
 *
 * <p>Entry type: {@link io.ringwright.event.RouterEvent}.
 */
@NullMarked
package io.ringwright.event;

import org.jspecify.annotations.NullMarked;
