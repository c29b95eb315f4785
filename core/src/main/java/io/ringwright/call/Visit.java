package io.ringwright.call;

/**
 * One stay of a call in the engine, from its arrival to its end.
 *
 * <p>Most calls have one visit. A caller who is sent on - transferred to another queue, say - keeps
 * the channel, and so the identity of the call, and arrives once more: that is the next visit of
 * the same call. Each visit ends once, and no two visits are equal, so a visit is the key for
 * whatever a host keeps about one end.
 *
 * <p>Thread safety: immutable.
 *
 * @param call the identity of the call
 * @param number from 0 on; it grows over the visits of all calls, so that the later of two has the
 *     greater number, and no number is used twice, after a restart neither if the journal kept the
 *     state
 */
public record Visit(CallId call, long number) {

  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException if it is below 0
   */
  public Visit {
    if (number < 0) {
      throw new IllegalArgumentException(
          "visit " + number + " of call " + call + " is not valid: expected a number from 0 on");
    }
  }

  @Override
  public String toString() {
    return call + " visit " + number;
  }
}
