package io.ringwright.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A plot of the share of callers who were answered within a time, over that time. A line says more
 * than one service level: where it starts is who did not wait at all, where it ends is who did not
 * give up.
 */
final class AnswerCurves {

  private static final int WIDTH = 640;
  private static final int HEIGHT = 320;
  private static final int LEFT = 50;
  private static final int TOP = 20;
  private static final int POINTS = 80;
  private static final List<String> COLOURS =
      List.of("#1b6ca8", "#d1495b", "#2e8b57", "#c98a1b", "#6a4c93", "#30343f");

  private final int seconds;

  private AnswerCurves(int seconds) {
    this.seconds = seconds;
  }

  static String of(Map<String, CallFigures> lines) {
    int longest =
        lines.values().stream()
            .mapToInt(figures -> (int) figures.waitQuantile(0.99).toSeconds())
            .max()
            .orElse(0);
    return new AnswerCurves(Math.max(20, (longest + 19) / 20 * 20)).drawn(lines);
  }

  private String drawn(Map<String, CallFigures> lines) {
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" "
                + "font-family=\"sans-serif\" font-size=\"12\">%n",
            WIDTH + LEFT + 180,
            HEIGHT + TOP + 50));
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
    axes(svg);
    int line = 0;
    for (Map.Entry<String, CallFigures> each : lines.entrySet()) {
      curve(svg, each.getKey(), each.getValue(), line++);
    }
    return svg.append("</svg>\n").toString();
  }

  private void axes(StringBuilder svg) {
    for (int step = 0; step <= 5; step++) {
      double share = step / 5.0;
      double at = seconds * share;
      svg.append(
          String.format(
              Locale.ROOT,
              "<path d=\"M%d %.1fH%d\" stroke=\"#ddd\"/>"
                  + "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%.0f %%</text>"
                  + "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%.0f s</text>%n",
              LEFT,
              y(share),
              LEFT + WIDTH,
              LEFT - 6,
              y(share) + 4,
              share * 100,
              x(at),
              TOP + HEIGHT + 18,
              at));
    }
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">answered within</text>%n",
            LEFT + WIDTH / 2,
            TOP + HEIGHT + 40));
  }

  private void curve(StringBuilder svg, String name, CallFigures figures, int line) {
    String points =
        IntStream.rangeClosed(0, POINTS)
            .mapToDouble(point -> (double) seconds * point / POINTS)
            .mapToObj(at -> point(at, figures.answeredWithin(nanos(at)).value()))
            .collect(Collectors.joining(" "));
    String colour = COLOURS.get(line % COLOURS.size());
    svg.append(
        String.format(
            Locale.ROOT,
            "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>"
                + "<text x=\"%d\" y=\"%d\" fill=\"%s\">%s</text>%n",
            points,
            colour,
            LEFT + WIDTH + 12,
            TOP + 14 + 18 * line,
            colour,
            escaped(name)));
  }

  private String point(double at, double share) {
    return String.format(Locale.ROOT, "%.1f,%.1f", x(at), y(Double.isNaN(share) ? 0 : share));
  }

  private double x(double at) {
    return LEFT + WIDTH * at / seconds;
  }

  private static double y(double share) {
    return TOP + HEIGHT * (1 - share);
  }

  private static Duration nanos(double seconds) {
    return Duration.ofNanos((long) (seconds * 1e9));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
