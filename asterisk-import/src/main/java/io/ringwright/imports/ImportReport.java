package io.ringwright.imports;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What became of a configuration, line by line: each line that holds more than a comment has one
 * entry, in the order in which the files were read.
 *
 * <p>Thread safety: immutable.
 *
 * @param entries one for each line
 */
public record ImportReport(List<ReportEntry> entries) {

  /** Copies the entries. */
  public ImportReport {
    entries = List.copyOf(entries);
  }

  /**
   * How many lines have a verdict.
   *
   * @param verdict which
   * @return their number
   */
  public long count(Verdict verdict) {
    return entries.stream().filter(each -> each.verdict() == verdict).count();
  }

  /**
   * Whether somebody should look at a line.
   *
   * @return true if one was changed or is not possible
   */
  public boolean needsALook() {
    return entries.stream().anyMatch(each -> each.verdict().needsALook());
  }

  /**
   * The report as text. Lines of one file and section that follow each other, and are not needed
   * for the same reason, stand together.
   *
   * @return a line for each entry, below the name of its section
   */
  public String text() {
    StringBuilder text = new StringBuilder();
    int at = 0;
    String heading = "";
    while (at < entries.size()) {
      ReportEntry first = entries.get(at);
      String under = first.file() + " [" + first.section() + "]";
      if (!under.equals(heading)) {
        text.append(text.isEmpty() ? "" : "\n").append(under).append('\n');
        heading = under;
      }
      int end = at + 1;
      while (end < entries.size() && areAlike(entries.get(end - 1), entries.get(end))) {
        end++;
      }
      text.append("  ").append(lines(first, entries.get(end - 1), end - at)).append('\n');
      at = end;
    }
    return text.toString();
  }

  /**
   * The numbers of the verdicts in a line.
   *
   * @return such as {@code 12 kept, 3 changed, 20 not needed, 0 not possible}
   */
  public String summary() {
    return List.of(Verdict.KEPT, Verdict.CHANGED, Verdict.NOT_NEEDED, Verdict.NOT_POSSIBLE).stream()
        .map(each -> count(each) + " " + each.words())
        .collect(Collectors.joining(", "));
  }

  private static boolean areAlike(ReportEntry one, ReportEntry other) {
    return one.verdict() == Verdict.NOT_NEEDED
        && other.verdict() == Verdict.NOT_NEEDED
        && one.file().equals(other.file())
        && one.section().equals(other.section())
        && one.reason().equals(other.reason());
  }

  private static String lines(ReportEntry first, ReportEntry last, int count) {
    String said = first.verdict().words() + ": " + first.reason();
    if (count > 1) {
      return first.line() + "-" + last.line() + ": " + count + " lines: " + said;
    }
    String option = first.option();
    String what = first.value().isEmpty() ? option : option + " = " + first.value();
    return first.line() + ": " + what + ": " + said;
  }
}
