package io.ringwright.simulator;

import io.ringwright.call.Destination;
import io.ringwright.call.EstimateScore;
import io.ringwright.call.Priority;
import java.time.Duration;
import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What became of the calls of a {@link Simulation}, and how busy the phones were. Prints as a
 * table.
 *
 * <p>Thread safety: immutable.
 */
public final class SimulationReport {

  /** Within what time a call should be answered, where nobody says otherwise: 20 s. */
  public static final Duration USUAL_THRESHOLD = Duration.ofSeconds(20);

  private static final CallFigures NONE = new CallFigures(List.of());

  private final CallFigures all;
  private final Map<String, CallFigures> byStream;
  private final Map<Integer, CallFigures> byPriority;
  private final Map<String, Double> utilisation;
  private final Map<Destination, Map<Priority, EstimateScore>> estimates;

  SimulationReport(
      List<CallRecord> records,
      Map<String, Double> utilisation,
      Map<Destination, Map<Priority, EstimateScore>> estimates) {
    this.estimates = estimates;
    this.all = new CallFigures(records);
    this.byStream = grouped(records, CallRecord::stream);
    this.byPriority = grouped(records, call -> call.priority().level());
    this.utilisation = Collections.unmodifiableMap(new LinkedHashMap<>(utilisation));
  }

  private static <K> Map<K, CallFigures> grouped(
      List<CallRecord> records, Function<CallRecord, K> key) {
    Map<K, CallFigures> figures =
        records.stream()
            .collect(
                Collectors.groupingBy(
                    key,
                    TreeMap::new,
                    Collectors.collectingAndThen(Collectors.toList(), CallFigures::new)));
    return Collections.unmodifiableMap(figures);
  }

  /**
   * All calls.
   *
   * @return their figures
   */
  public CallFigures all() {
    return all;
  }

  /**
   * The calls of one stream.
   *
   * @param name the stream's
   * @return their figures; of no call if there is no such stream
   */
  public CallFigures ofStream(String name) {
    return byStream.getOrDefault(name, NONE);
  }

  /**
   * The calls of one priority.
   *
   * @param level 1 is the highest
   * @return their figures; of no call if nobody had this priority
   */
  public CallFigures ofPriority(int level) {
    return byPriority.getOrDefault(level, NONE);
  }

  /**
   * For which share of the time somebody talked on each extension's phone, of the time in which
   * calls counted, shift or not.
   *
   * @return 0 to 1 by extension, in the order of the phone list
   */
  public Map<String, Double> utilisation() {
    return utilisation;
  }

  /**
   * How true the expected waits were that callers were told, those of the warm-up included.
   *
   * @return the engine's own scores, by what the callers waited for, and by priority
   */
  public Map<Destination, Map<Priority, EstimateScore>> estimates() {
    return estimates;
  }

  /**
   * A plot: how many callers were answered within which time, a line for each stream.
   *
   * @return an SVG file that needs nothing else
   */
  public String svg() {
    Map<String, CallFigures> lines = new LinkedHashMap<>(byStream);
    if (byStream.size() > 1) {
      lines.put("all", all);
    }
    return AnswerCurves.of(lines);
  }

  /**
   * A table.
   *
   * @param threshold within what time a call should be answered
   * @return several lines
   */
  public String table(Duration threshold) {
    FigureTable table = new FigureTable("calls", threshold);
    byStream.forEach(table::row);
    if (byPriority.size() > 1) {
      byPriority.forEach((level, figures) -> table.row("priority " + level, figures));
    }
    if (byStream.size() != 1) {
      table.row("all", all);
    }
    return table + "\n" + utilisationLine();
  }

  private String utilisationLine() {
    DoubleSummaryStatistics shares =
        utilisation.values().stream().mapToDouble(share -> share * 100).summaryStatistics();
    return shares.getCount() == 0
        ? "no phones"
        : String.format(
            Locale.ROOT,
            "phones in use %.1f %% of the time, from %.1f %% to %.1f %%",
            shares.getAverage(),
            shares.getMin(),
            shares.getMax());
  }

  /** The table for 20 s. */
  @Override
  public String toString() {
    return table(USUAL_THRESHOLD);
  }
}
