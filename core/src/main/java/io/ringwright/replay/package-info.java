/**
 * Replays: the events of a recording are applied again, and the decisions compared.
 *
 * <p>Entry type: {@link io.ringwright.replay.EventReplay}.
 */
@NullMarked
package io.ringwright.replay;

import org.jspecify.annotations.NullMarked;
