package io.ringwright.simulator;

import io.ringwright.call.CallOutcome;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What became of some calls: how many, how they ended, how long they waited.
 *
 * <p>A wait is the time from the arrival to the answer, or to the end of a call that nobody
 * answered.
 *
 * <p>Thread safety: immutable.
 */
public final class CallFigures {

  private final List<CallRecord> calls;
  private final double[] waits;
  private final double[] sorted;

  CallFigures(List<CallRecord> calls) {
    this.calls = List.copyOf(calls);
    this.waits = calls.stream().mapToDouble(CallRecord::waited).toArray();
    this.sorted = waits.clone();
    Arrays.sort(sorted);
  }

  /**
   * How many calls there were.
   *
   * @return zero or more
   */
  public int offered() {
    return calls.size();
  }

  /**
   * How many ended so. {@link CallOutcome#LOST} are those of which the engine did not say, or not
   * truly, what became of them.
   *
   * @param outcome how
   * @return zero or more
   */
  public int count(CallOutcome outcome) {
    return (int) calls.stream().filter(call -> call.outcome() == outcome).count();
  }

  /**
   * The share of calls that ended so.
   *
   * @param outcome how
   * @return 0 to 1
   */
  public Estimate share(CallOutcome outcome) {
    return shareOf(call -> call.outcome() == outcome ? 1 : 0);
  }

  /**
   * The share of calls for which no phone was free on arrival.
   *
   * @return 0 to 1
   */
  public Estimate shareThatWaited() {
    return shareOf(call -> call.hadToWait() ? 1 : 0);
  }

  /**
   * The mean wait of all calls, those that did not have to wait included.
   *
   * @return in seconds
   */
  public Estimate meanWait() {
    return Estimate.of(waits);
  }

  /**
   * The service level: the share of calls that were answered within a time, of all that arrived.
   *
   * @param time often 20 s
   * @return 0 to 1
   */
  public Estimate answeredWithin(Duration time) {
    double seconds = time.toNanos() / 1e9;
    return shareOf(call -> call.answeredWithin(seconds) ? 1 : 0);
  }

  /**
   * The wait that so many calls did not exceed.
   *
   * @param share 0 to 1, such as 0.9
   * @return zero if there was no call
   */
  public Duration waitQuantile(double share) {
    if (sorted.length == 0) {
      return Duration.ZERO;
    }
    int rank = (int) Math.ceil(share * sorted.length) - 1;
    return duration(sorted[Math.min(sorted.length - 1, Math.max(0, rank))]);
  }

  /**
   * The longest wait.
   *
   * @return zero if there was no call
   */
  public Duration longestWait() {
    return waitQuantile(1);
  }

  /**
   * How much longer calls waited here than there. If the same calls came here and there, chance has
   * less of a say in the difference than in either wait.
   *
   * @param there calls of another simulation
   * @return in seconds; negative if they waited less here
   */
  public Estimate meanWaitBeyond(CallFigures there) {
    if (waits.length != there.waits.length) {
      Estimate mine = meanWait();
      Estimate other = there.meanWait();
      return new Estimate(
          mine.value() - other.value(), Math.hypot(mine.standardError(), other.standardError()));
    }
    double[] differences = waits.clone();
    Arrays.setAll(differences, call -> waits[call] - there.waits[call]);
    return Estimate.of(differences);
  }

  private Estimate shareOf(ToDoubleFunction<CallRecord> indicator) {
    return Estimate.of(calls.stream().mapToDouble(indicator).toArray());
  }

  private static Duration duration(double seconds) {
    return Duration.ofNanos(Math.round(seconds * 1e9));
  }
}
