package io.ringwright.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes the fields of one line.
 *
 * <p>Thread safety: one thread.
 */
public final class FieldWriter {

  private final StringBuilder text;

  /**
   * A line without a field yet.
   *
   * @param start what the line begins with
   */
  public FieldWriter(String start) {
    text = new StringBuilder(start);
  }

  /** A field that is always there. */
  public FieldWriter put(String name, Object... parts) {
    text.append(' ').append(name).append('=');
    for (int at = 0; at < parts.length; at++) {
      text.append(at == 0 ? "" : ",").append(escaped(word(parts[at])));
    }
    return this;
  }

  /** A field that is left out if there is nothing to say. */
  public FieldWriter putIfAny(String name, Optional<?> value) {
    value.ifPresent(found -> put(name, found));
    return this;
  }

  /** A field that is left out if its text is empty. */
  public FieldWriter putUnlessEmpty(String name, String value) {
    return value.isEmpty() ? this : put(name, value);
  }

  /** A field with these parts, left out if there is none. */
  public FieldWriter putAll(String name, Collection<?> values) {
    return values.isEmpty() ? this : put(name, values.toArray());
  }

  /** The line so far, without a line end. */
  public String line() {
    return text.toString();
  }

  private static String word(Object value) {
    return value instanceof Enum<?> constant ? word(constant) : value.toString();
  }

  /** The word of a constant: lower-case, with dashes. */
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String escaped(String part) {
    boolean plain = part.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '%' && c != ',');
    return plain
        ? part
        : part.codePoints().mapToObj(FieldWriter::escaped).collect(Collectors.joining());
  }

  private static String escaped(int c) {
    if (visible(c) && c != '%' && c != ',') {
      return Character.toString(c);
    }
    return Character.toString(c)
        .chars()
        .mapToObj(unit -> String.format(unit < 0x100 ? "%%%02x" : "%%u%04x", unit))
        .collect(Collectors.joining());
  }

  private static boolean visible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
