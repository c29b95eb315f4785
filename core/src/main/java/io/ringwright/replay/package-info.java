/**
 * A recorded day, decided again.
 *
 * <p>Entry type: {@link io.ringwright.replay.EventReplay}.
 */
@NullMarked
package io.ringwright.replay;

import org.jspecify.annotations.NullMarked;
