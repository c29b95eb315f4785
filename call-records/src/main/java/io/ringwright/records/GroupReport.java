package io.ringwright.records;

import java.util.OptionalDouble;

/**
 * What became of the calls that entered a hunt group, or an extension, in one interval.
 *
 * <p>A call is offered where it begins to stand - it waits there, or a phone rings there for it -
 * and counts in the interval in which that was, whenever it is answered. A call that overflows is
 * offered to the next group as well. Calls that were turned away on arrival were never offered:
 * they have an outcome in {@code rw_call}.
 *
 * <p>The measures are those of the tutorial of Gans, Koole and Mandelbaum, <i>Telephone Call
 * Centers</i> (Manufacturing &amp; Service Operations Management 5, 2003), and are computed as
 * app_queue does where it has them.
 *
 * <p>Thread safety: immutable.
 *
 * @param interval of what
 * @param counts how many calls
 * @param answered how long those waited who were answered
 * @param abandoned how long those waited who hung up
 */
public record GroupReport(Interval interval, Counts counts, Waits answered, Waits abandoned) {

  /**
   * Numbers of calls.
   *
   * @param offered all that entered
   * @param answered those whom somebody answered here
   * @param answeredInTime those whose answer came within the time that was given
   * @param abandoned those who hung up here
   * @param abandonedInTime those who hung up within that time
   */
  public record Counts(
      long offered, long answered, long answeredInTime, long abandoned, long abandonedInTime) {}

  /**
   * The service level: the part of the offered calls that was answered in time. A call that was
   * abandoned or led on counts against it. It is the strictest of the usual definitions.
   *
   * @return 0 to 1; empty if no call was offered
   */
  public OptionalDouble serviceLevel() {
    return ratio(counts.answeredInTime(), counts.offered());
  }

  /**
   * The service level of the answered calls: {@code ServicelevelPerf} of app_queue.
   *
   * @return 0 to 1; empty if no call was answered
   */
  public OptionalDouble serviceLevelOfAnswered() {
    return ratio(counts.answeredInTime(), counts.answered());
  }

  /**
   * The service level that forgives who hangs up at once: answered in time and abandoned in time,
   * of all that were answered or abandoned. {@code ServicelevelPerf2} of app_queue.
   *
   * @return 0 to 1; empty if no call was answered or abandoned
   */
  public OptionalDouble serviceLevelForgivingAbandons() {
    return ratio(
        counts.answeredInTime() + counts.abandonedInTime(), counts.answered() + counts.abandoned());
  }

  /**
   * The abandonment: the part of the offered calls that hung up.
   *
   * @return 0 to 1; empty if no call was offered
   */
  public OptionalDouble abandonment() {
    return ratio(counts.abandoned(), counts.offered());
  }

  private static OptionalDouble ratio(long part, long whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
  }
}
