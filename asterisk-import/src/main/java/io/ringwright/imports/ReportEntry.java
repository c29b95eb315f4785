package io.ringwright.imports;

/**
 * What became of one line of the configuration.
 *
 * <p>Thread safety: immutable.
 *
 * @param file the file, by its name within the folder
 * @param line the line, from 1
 * @param section the section that the line belongs to, or begins; empty before the first one
 * @param option the option, or the text of a line that is none
 * @param value the value; empty for a line that has none
 * @param verdict what became of it
 * @param reason how it was changed, or why it is kept, not needed or not possible
 */
public record ReportEntry(
    String file,
    int line,
    String section,
    String option,
    String value,
    Verdict verdict,
    String reason) {

  /** One line: place, option, verdict and reason. */
  @Override
  public String toString() {
    String what = value.isEmpty() ? option : option + " = " + value;
    return file + ":" + line + ": " + what + ": " + verdict.words() + ": " + reason;
  }
}
