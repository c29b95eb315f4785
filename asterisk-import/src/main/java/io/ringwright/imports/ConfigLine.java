package io.ringwright.imports;

/**
 * A line that holds more than a comment.
 *
 * @param at where it stands
 * @param section the section that it belongs to, or begins; empty before the first one
 * @param key the option; for anything else the text of the line
 * @param value what stands behind the equals sign; empty for anything else
 */
record ConfigLine(Place at, String section, String key, String value) {

  /** Options are compared without case. */
  boolean is(String option) {
    return key.equalsIgnoreCase(option);
  }
}
