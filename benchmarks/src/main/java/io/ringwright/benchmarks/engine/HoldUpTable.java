package io.ringwright.benchmarks.engine;

import io.ringwright.benchmarks.Machine;
import io.ringwright.benchmarks.Score;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The rows of a table of longest events, measured and printed one after the other. */
final class HoldUpTable {

  private static final int ROUNDS = 5;
  private static final int FRESH_ROUNDS = 3;
  private static final int GOAL = 10;

  private final PrintStream out;
  private final String only;

  /**
   * An empty table.
   *
   * @param out where it is printed
   * @param only a word: only parts with it in their name are measured; empty for all
   */
  HoldUpTable(PrintStream out, String only) {
    this.out = out;
    this.only = only;
  }

  void head() {
    out.printf(
        Locale.ROOT,
        "%nlongest event, ms of processor time%26s %9s %9s %6s %8s%n",
        "longest",
        "all",
        "events",
        "goal",
        "reached");
  }

  /** Measures the rows of a part, unless it is left out. */
  void part(String name, Runnable rows) {
    if (name.contains(only)) {
      rows.run();
    }
  }

  /**
   * Does something several times; the longest event of each time counts, and of these the median.
   */
  void row(String what, RoutedHouse house, Runnable step, Runnable back) {
    row(what, house, ROUNDS, step, back);
  }

  void row(String what, RoutedHouse house, int rounds, Runnable step, Runnable back) {
    Rounds measured = new Rounds(rounds);
    for (int round = 0; round < rounds; round++) {
      measured.add(round, house, step);
      if (round == rounds - 1) {
        print(what, measured, house.longest());
      }
      back.run();
    }
  }

  /** The same for what happens to a house but once: another house each time. */
  void fresh(String what, Supplier<RoutedHouse> houses, Consumer<RoutedHouse> step) {
    Rounds measured = new Rounds(FRESH_ROUNDS);
    for (int round = 0; round < FRESH_ROUNDS; round++) {
      RoutedHouse house = houses.get();
      measured.add(round, house, () -> step.accept(house));
      if (round == FRESH_ROUNDS - 1) {
        print(what, measured, house.longest());
      }
    }
  }

  /** What was measured, round by round. */
  private static final class Rounds {
    private final double[] longest;
    private final double[] all;

    Rounds(int rounds) {
      longest = new double[rounds];
      all = new double[rounds];
    }

    void add(int round, RoutedHouse house, Runnable step) {
      house.longest().clear();
      step.run();
      longest[round] = house.longest().millis();
      all[round] = house.longest().allMillis();
    }
  }

  private void print(String what, Rounds rounds, LongestEvent last) {
    Score longest = Score.of(rounds.longest);
    Score all = Score.of(rounds.all);
    boolean holdsUp = !what.endsWith(Questions.ASKER_ALONE);
    out.printf(
        Locale.ROOT,
        "%-42s %8.2f [%.2f-%.2f] %9.1f %7d %6s %5s  load %s, %s%n",
        what,
        longest.median(),
        longest.least(),
        longest.most(),
        all.median(),
        last.steps(),
        holdsUp ? "≤ " + GOAL : "",
        holdsUp ? (longest.median() <= GOAL ? "yes" : "NO") : "",
        Machine.load(),
        last.kind());
  }
}
