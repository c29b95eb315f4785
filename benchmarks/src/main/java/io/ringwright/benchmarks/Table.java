package io.ringwright.benchmarks;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The runs of all peers, and how they look side by side.
 *
 * <p>Thread safety: for one thread.
 */
final class Table {

  private final Map<Peer, List<Run>> runs = new LinkedHashMap<>();

  void add(Peer peer, Run run) {
    runs.computeIfAbsent(peer, none -> new ArrayList<>()).add(run);
  }

  /** The distributions, a line for each peer. */
  String distributions() {
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%-16s %6s %9s %9s %9s %9s   %-21s %11s %12s%n",
                "idle gap in ms",
                "n",
                "median",
                "p90",
                "p99",
                "max",
                "medians of the rounds",
                "served",
                "rung in use"));
    runs.forEach((peer, all) -> text.append(line(peer, all)));
    return text.toString();
  }

  /** How many times the median of one peer is that of the other. */
  double ratio(Peer of, Peer to) {
    return pooled(runs(of)).median() / pooled(runs(to)).median();
  }

  private List<Run> runs(Peer peer) {
    return runs.getOrDefault(peer, List.of());
  }

  private static String line(Peer peer, List<Run> runs) {
    Distribution all = pooled(runs);
    DoubleSummaryStatistics medians =
        runs.stream()
            .mapToDouble(run -> new Distribution(run.gaps().micros()).median())
            .summaryStatistics();
    String line =
        String.format(
            Locale.ROOT,
            "%-16s %6d %9.2f %9.2f %9.2f %9.2f   %-21s %11s %12d%n",
            peer.title(),
            all.size(),
            all.median(),
            all.millis(0.9),
            all.millis(0.99),
            all.max(),
            String.format(Locale.ROOT, "%.2f to %.2f", medians.getMin(), medians.getMax()),
            runs.stream().mapToInt(Run::served).sum()
                + "/"
                + runs.stream().mapToInt(Run::callers).sum(),
            runs.stream().mapToInt(run -> run.gaps().ringsInUse()).sum());
    int unrung = runs.stream().mapToInt(run -> run.gaps().unrung()).sum();
    return unrung == 0
        ? line
        : line + "  " + unrung + " phones were never rung again although callers waited\n";
  }

  private static Distribution pooled(List<Run> runs) {
    return new Distribution(runs.stream().flatMap(run -> run.gaps().micros().stream()).toList());
  }
}
