package io.ringwright.benchmarks;

import io.ringwright.agi.AgiCounts;
import java.util.Locale;

/** How the runs of {@link Burst} look side by side. */
final class BurstTable {

  static final String HEAD =
      String.format(
          Locale.ROOT,
          "%-7s %-11s %6s %-10s %6s %8s %8s %5s %6s %6s %6s %6s %9s %9s  %s",
          "round",
          "whose",
          "rate",
          "beside",
          "called",
          "in queue",
          "fallback",
          "gone",
          "asking",
          "again",
          "late",
          "other",
          "p50 ms",
          "p99 ms",
          "load at start");

  private BurstTable() {}

  /**
   * A line. What the engine itself counts as waiting, and whatever is not as it must be, is said in
   * lines of its own.
   */
  static String line(Burst.Kind kind, BurstCount count, Peer.Running running, String load) {
    AgiCounts answers = running.counts().orElse(new AgiCounts(0, 0, 0, 0));
    String line =
        String.format(
            Locale.ROOT,
            "%-7s %-11s %4d/s %-10s %6d %8d %8d %5d %6d %6d %6d %6d %9.0f %9.0f  %s%n",
            kind.round() == 0 ? "warm-up" : Integer.toString(kind.round()),
            kind.peer().title(),
            kind.perSecond(),
            kind.beside() ? "busy cores" : "nothing",
            count.called(),
            count.waiting(),
            count.inFallback(),
            count.gone(),
            count.asking(),
            count.askedAgain(),
            answers.late(),
            answers.refused() + answers.failed(),
            count.untilAnswered().median(),
            count.untilAnswered().millis(0.99),
            load);
    boolean same = running.waiting().isEmpty() || running.waiting().getAsInt() == count.waiting();
    return line
        + (same ? "" : "  the engine counts " + running.waiting().orElse(0) + " waiting\n")
        + (count.waiting() == count.called() ? "" : "  NOT REACHED: all in the queue\n");
  }
}
