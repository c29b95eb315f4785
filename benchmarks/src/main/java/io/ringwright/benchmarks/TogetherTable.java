package io.ringwright.benchmarks;

import io.ringwright.benchmarks.Together.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The runs of all peers with {@link Together}, side by side, each figure as many times that of one
 * of them.
 *
 * <p>Thread safety: for one thread.
 */
final class TogetherTable {

  private final Map<Peer, List<Run>> runs = new LinkedHashMap<>();

  /** A figure of a run that is compared. */
  private record Figure(String name, ToDoubleFunction<Run> of) {}

  private static final List<Figure> FIGURES =
      List.of(
          new Figure("idle gap, median, ms", gap(0.5)),
          new Figure("idle gap, p90, ms", gap(0.9)),
          new Figure("idle gap, p99, ms", gap(0.99)),
          new Figure("processor time of Asterisk a call, ms", run -> run.perCall(asterisk(run))),
          new Figure("processor time of the JVM a call, ms", run -> run.perCall(jvm(run))),
          new Figure(
              "processor time of both a call, ms",
              run -> run.perCall(asterisk(run).plus(jvm(run)))));

  void add(Peer peer, Run run) {
    runs.computeIfAbsent(peer, none -> new ArrayList<>()).add(run);
  }

  /** A line for each figure of each peer: the median of the rounds, and the range. */
  String against(Peer other) {
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%-40s %-14s %24s %9s %7s %8s%n",
                "what",
                "whose",
                "median of the rounds",
                "ratio",
                "target",
                "reached"));
    FIGURES.forEach(figure -> runs.keySet().forEach(peer -> line(text, figure, peer, other)));
    runs.forEach((peer, all) -> text.append(served(peer, all)));
    return text.toString();
  }

  private void line(StringBuilder text, Figure figure, Peer peer, Peer other) {
    Score spread = spread(figure, peer);
    double ratio = spread.median() / spread(figure, other).median();
    boolean judged = peer instanceof Ringwright && !figure.name().contains("JVM");
    text.append(
        String.format(
            Locale.ROOT,
            "%-40s %-14s %24s %9s %7s %8s%n",
            figure.name(),
            peer.title(),
            spread,
            peer == other ? "" : String.format(Locale.ROOT, "%.2f", ratio),
            judged ? "< 1" : "",
            !judged ? "" : ratio < 1 ? "yes" : "NO"));
  }

  private Score spread(Figure figure, Peer peer) {
    return Score.of(runs.getOrDefault(peer, List.of()).stream().mapToDouble(figure.of()).toArray());
  }

  private static String served(Peer peer, List<Run> runs) {
    return String.format(
        Locale.ROOT,
        "%s: served %d of %d, rung in use %d, %d gaps, phones never rung again %d%n",
        peer.title(),
        runs.stream().mapToInt(Run::served).sum(),
        runs.stream().mapToInt(Run::callers).sum(),
        runs.stream().mapToInt(run -> run.gaps().ringsInUse()).sum(),
        runs.stream().mapToInt(run -> run.gaps().micros().size()).sum(),
        runs.stream().mapToInt(run -> run.gaps().unrung()).sum());
  }

  private static ToDoubleFunction<Run> gap(double share) {
    return run -> new Distribution(run.gaps().micros()).millis(share);
  }

  private static Duration asterisk(Run run) {
    return run.used().asterisk();
  }

  private static Duration jvm(Run run) {
    return run.used().jvm();
  }
}
