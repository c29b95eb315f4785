package io.ringwright.audit;

import io.ringwright.audit.AuditReport.QueueDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A report as a picture: for each day a bar of the idle seconds, parted by queues.
 *
 * <p>Thread safety: immutable.
 *
 * @param report what is shown
 */
record SvgPlot(AuditReport report) {

  private static final List<String> COLOURS =
      List.of("#1f77b4", "#ff7f0e", "#2ca02c", "#d62728", "#9467bd", "#8c564b", "#17becf");
  private static final int HEIGHT = 240;
  private static final int BAR = 26;
  private static final int LEFT = 60;
  private static final int TOP = 40;

  @Override
  public String toString() {
    Map<LocalDate, Map<String, Double>> days = days();
    List<String> queues =
        report.queues().stream().map(QueueDay::queue).distinct().sorted().toList();
    double most =
        Math.max(
            1,
            days.values().stream()
                .mapToDouble(day -> day.values().stream().mapToDouble(each -> each).sum())
                .max()
                .orElse(1));
    int width = LEFT + days.size() * BAR + 220;
    int height = Math.max(TOP + HEIGHT + 90, TOP + queues.size() * 18 + 30);
    List<String> parts = new ArrayList<>();
    parts.add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\" font-size=\"12\">"
            .formatted(width, height));
    parts.add(text(LEFT, 20, "Idle seconds while somebody waited, by day and queue"));
    axis(parts, most, days.size());
    int x = LEFT;
    for (Map.Entry<LocalDate, Map<String, Double>> day : days.entrySet()) {
      bar(parts, x, day.getValue(), queues, most);
      parts.add(
          "<text x=\"%d\" y=\"%d\" transform=\"rotate(60 %d %d)\">%s</text>"
              .formatted(x + 4, TOP + HEIGHT + 14, x + 4, TOP + HEIGHT + 14, day.getKey()));
      x += BAR;
    }
    legend(parts, x + 20, queues);
    parts.add("</svg>\n");
    return String.join("\n", parts);
  }

  private Map<LocalDate, Map<String, Double>> days() {
    Map<LocalDate, Map<String, Double>> days = new TreeMap<>();
    for (QueueDay row : report.queues()) {
      days.computeIfAbsent(row.day(), any -> new TreeMap<>())
          .merge(row.queue(), row.idle().sure().toMillis() / 1000.0, Double::sum);
    }
    return days;
  }

  private static void axis(List<String> parts, double most, int days) {
    for (int step = 0; step <= 4; step++) {
      int y = TOP + HEIGHT - HEIGHT * step / 4;
      parts.add(
          "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#ccc\"/>"
              .formatted(LEFT, y, LEFT + days * BAR, y));
      parts.add(
          "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%d</text>"
              .formatted(LEFT - 6, y + 4, Math.round(most * step / 4)));
    }
  }

  private static void bar(
      List<String> parts, int x, Map<String, Double> day, List<String> queues, double most) {
    double top = TOP + HEIGHT;
    for (String queue : queues) {
      double height = HEIGHT * day.getOrDefault(queue, 0.0) / most;
      if (height > 0) {
        top -= height;
        parts.add(
            String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%.1f\" width=\"%d\" height=\"%.1f\" fill=\"%s\"/>",
                x + 3,
                top,
                BAR - 6,
                height,
                colour(queues.indexOf(queue))));
      }
    }
  }

  private static void legend(List<String> parts, int x, List<String> queues) {
    for (int i = 0; i < queues.size(); i++) {
      int y = TOP + i * 18;
      parts.add(
          "<rect x=\"%d\" y=\"%d\" width=\"12\" height=\"12\" fill=\"%s\"/>"
              .formatted(x, y, colour(i)));
      parts.add(text(x + 18, y + 11, queues.get(i)));
    }
  }

  private static String colour(int index) {
    return COLOURS.get(Math.floorMod(index, COLOURS.size()));
  }

  private static String text(int x, int y, String words) {
    return "<text x=\"%d\" y=\"%d\">%s</text>".formatted(x, y, escaped(words));
  }

  private static String escaped(String words) {
    return words
        .replaceAll("\\p{C}", "?")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
