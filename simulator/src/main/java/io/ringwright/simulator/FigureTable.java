package io.ringwright.simulator;

import io.ringwright.call.CallOutcome;
import java.time.Duration;
import java.util.Locale;

/** Figures of calls, a row each. */
final class FigureTable {

  private final Duration threshold;
  private final TextTable table;

  FigureTable(String subject, Duration threshold) {
    this.threshold = threshold;
    this.table =
        new TextTable(
            subject,
            "offered",
            "answered",
            "abandoned",
            "overflowed",
            "rejected",
            "lost",
            "had to wait",
            "mean wait",
            "90 % within",
            "longest wait",
            "answered in " + threshold.toSeconds() + " s");
  }

  void row(String name, CallFigures figures) {
    table.row(
        name,
        Integer.toString(figures.offered()),
        count(figures, CallOutcome.ANSWERED),
        count(figures, CallOutcome.ABANDONED),
        count(figures, CallOutcome.OVERFLOWED),
        count(figures, CallOutcome.REJECTED),
        count(figures, CallOutcome.LOST),
        figures.shareThatWaited().percent(),
        figures.meanWait().seconds(),
        seconds(figures.waitQuantile(0.9)),
        seconds(figures.longestWait()),
        figures.answeredWithin(threshold).percent());
  }

  private static String count(CallFigures figures, CallOutcome outcome) {
    return Integer.toString(figures.count(outcome));
  }

  static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }

  @Override
  public String toString() {
    return table.toString();
  }
}
