package io.ringwright.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the callers of a burst are.
 *
 * @param called how many called
 * @param waiting how many are in the queue
 * @param inFallback how many go on without an engine
 * @param asking how many are somewhere else in the dialplan, such as those whose question is asked
 *     again
 * @param askedAgain how many of those who are there had to ask their last question again, or got
 *     its answer in another second of the clock than they asked in
 * @param untilAnswered how long each had to wait for the first decision, which answers the call;
 *     microseconds
 */
record BurstCount(
    int called,
    int waiting,
    int inFallback,
    int asking,
    int askedAgain,
    Distribution untilAnswered) {

  /** Where the callers of a burst come in. */
  static final String ARRIVALS = "arrivals";

  /** Where callers go without an engine. */
  static final String NO_ENGINE = "no-engine";

  private static final String WAIT = "ringwright-wait";

  /**
   * Counts the near halves; the far ones tell when they were answered.
   *
   * @param called how many called
   * @param seen all channels; only those of the burst are looked at
   */
  static BurstCount of(int called, List<LocalChannel> seen) {
    List<LocalChannel> channels =
        seen.stream().filter(each -> each.name().contains("@" + ARRIVALS + "-")).toList();
    List<LocalChannel> near = channels.stream().filter(LocalChannel::isNear).toList();
    int waiting = (int) near.stream().filter(BurstCount::isWaiting).count();
    int inFallback = (int) near.stream().filter(each -> each.context().equals(NO_ENGINE)).count();
    int askedAgain =
        (int) near.stream().filter(each -> each.number(LocalCallers.SPENT) > 0).count();
    return new BurstCount(
        called,
        waiting,
        inFallback,
        near.size() - waiting - inFallback,
        askedAgain,
        new Distribution(untilAnswered(channels)));
  }

  private static boolean isWaiting(LocalChannel near) {
    return near.context().equals(WAIT) || near.application().equals("Queue");
  }

  private static List<Long> untilAnswered(List<LocalChannel> channels) {
    Map<String, Long> answered = new HashMap<>();
    channels.stream()
        .filter(each -> !each.isNear())
        .forEach(far -> answered.put(far.pair(), far.number(LocalCallers.ANSWERED_AT)));
    List<Long> micros = new ArrayList<>();
    for (LocalChannel near : channels) {
      long from = near.isNear() ? near.number(LocalCallers.ARRIVED_AT) : 0;
      long until = answered.getOrDefault(near.pair(), 0L);
      if (from > 0 && until > 0) {
        micros.add((until - from) * 1000);
      }
    }
    return micros;
  }

  /** How many are not there any more, or never were. */
  int gone() {
    return called - waiting - inFallback - asking;
  }

  /** Whether nobody's place is open any more. */
  boolean isSettled() {
    return asking == 0;
  }
}
