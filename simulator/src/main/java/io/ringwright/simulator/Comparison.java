package io.ringwright.simulator;

import io.ringwright.call.CallOutcome;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Variants of a house side by side, the first one being as it is. Prints as a table.
 *
 * <p>Thread safety: immutable.
 */
public final class Comparison {

  private final Map<String, SimulationReport> variants;

  private Comparison(Map<String, SimulationReport> variants) {
    this.variants = Collections.unmodifiableMap(new LinkedHashMap<>(variants));
  }

  /**
   * Begins with what the others are compared to.
   *
   * @param name what it is called in the table
   * @param report what became of the calls
   * @return a comparison with one row
   */
  public static Comparison of(String name, SimulationReport report) {
    return new Comparison(Map.of(name, report));
  }

  /**
   * Adds a variant.
   *
   * @param name what it is called in the table
   * @param report what became of the calls
   * @return a comparison with one more row
   */
  public Comparison and(String name, SimulationReport report) {
    Map<String, SimulationReport> more = new LinkedHashMap<>(variants);
    more.put(name, report);
    return new Comparison(more);
  }

  /**
   * A plot: how many callers were answered within which time, a line for each variant.
   *
   * @return an SVG file that needs nothing else
   */
  public String svg() {
    Map<String, CallFigures> lines = new LinkedHashMap<>();
    variants.forEach((name, report) -> lines.put(name, report.all()));
    return AnswerCurves.of(lines);
  }

  /**
   * A table.
   *
   * @param threshold within what time a call should be answered
   * @return a line for each variant, below the headings
   */
  public String table(Duration threshold) {
    TextTable table =
        new TextTable(
            "",
            "offered",
            "abandoned",
            "mean wait",
            "change",
            "90 % within",
            "answered in " + threshold.toSeconds() + " s",
            "phones in use");
    CallFigures first = variants.values().iterator().next().all();
    variants.forEach((name, report) -> row(table, name, report, first, threshold));
    return table.toString();
  }

  private static void row(
      TextTable table, String name, SimulationReport report, CallFigures first, Duration limit) {
    CallFigures all = report.all();
    table.row(
        name,
        Integer.toString(all.offered()),
        all.share(CallOutcome.ABANDONED).percent(),
        all.meanWait().seconds(),
        all == first ? "" : signed(all.meanWaitBeyond(first)),
        FigureTable.seconds(all.waitQuantile(0.9)),
        all.answeredWithin(limit).percent(),
        utilisation(report));
  }

  private static String signed(Estimate difference) {
    return (difference.value() > 0 ? "+" : "") + difference.seconds();
  }

  private static String utilisation(SimulationReport report) {
    double mean =
        report.utilisation().values().stream()
            .collect(Collectors.averagingDouble(Double::doubleValue));
    return String.format(Locale.ROOT, "%.1f %%", mean * 100);
  }

  /** The table for 20 s. */
  @Override
  public String toString() {
    return table(SimulationReport.USUAL_THRESHOLD);
  }
}
