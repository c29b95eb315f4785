package io.ringwright.call;

import java.time.Duration;
import java.util.OptionalDouble;

/**
 * How good the estimates of a waiting queue were: each call's estimate on joining, held against
 * what came true.
 *
 * <p>A call that was answered is judged. One that left without an answer is judged only if it had
 * already waited longer than its interval: nobody knows when the others would have been answered.
 * Where many give up, the answered ones are therefore those with the shorter waits, and the share
 * that held is to be read with that in mind.
 *
 * <p>Thread safety: immutable.
 *
 * @param held answered within the interval; about eight of ten should be
 * @param earlier answered before the interval began
 * @param later waited longer than the interval
 * @param unjudged left without an answer before the interval was over
 * @param unknown joined when there was no estimate, and never counted in the others
 * @param meanError how far the middle of the interval was off the wait, on average over the judged;
 *     zero if there is none. Of a call that gave up late, what it waited counts
 */
public record EstimateScore(
    long held, long earlier, long later, long unjudged, long unknown, Duration meanError) {

  /** Of estimates that were never made. */
  public static final EstimateScore NONE = new EstimateScore(0, 0, 0, 0, 0, Duration.ZERO);

  /**
   * How many estimates were held against the truth.
   *
   * @return zero or more
   */
  public long judged() {
    return held + earlier + later;
  }

  /**
   * The share of the judged that held; 0.8 is what an interval promises.
   *
   * @return 0 to 1, or empty if none was judged
   */
  public OptionalDouble coverage() {
    return judged() == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) held / judged());
  }

  /** In words, for a log or a wallboard. */
  @Override
  public String toString() {
    String error =
        judged() == 0 ? "" : ", middle off by " + meanError.toSeconds() + " s on average";
    return held
        + " of "
        + judged()
        + " estimates held ("
        + earlier
        + " ended earlier, "
        + later
        + " later)"
        + error
        + "; "
        + unjudged
        + " not judged, "
        + unknown
        + " unknown";
  }
}
