package io.ringwright.view;

import io.ringwright.call.Destination;
import io.ringwright.call.WaitEstimate;
import java.time.Instant;
import java.util.Optional;

/**
 * The calls that wait for one destination, and who could take them.
 *
 * <p>Thread safety: immutable.
 *
 * @param destination an extension or a hunt group
 * @param waiting how many calls wait, zero or more
 * @param oldest since when the call has waited that arrived first; empty if none waits
 * @param expected how long a caller who joined now would wait if no phone were free
 * @param members how many extensions could take these calls
 */
public record QueueView(
    Destination destination,
    int waiting,
    Optional<Instant> oldest,
    WaitEstimate expected,
    Members members) {

  /**
   * The extensions behind a queue: of an extension itself, of a hunt group its members and those of
   * the hunt groups within it, each counted once. Numbers outside are not counted, and forwardings
   * are not followed.
   *
   * @param all how many there are
   * @param attending how many of them are logged in and not paused, as a whole and in the group
   * @param free how many of the attending ones do nothing and can be rung
   */
  public record Members(int all, int attending, int free) {}
}
