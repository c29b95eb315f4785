package io.ringwright.directory.text;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Reads one line from left to right: words, and fields that stand in a fixed order. */
final class LineScanner {

  private static final String REMEDY =
      "The text was changed after it was written: restore it from a backup, or install the phone"
          + " list anew.";
  private static final int MOST_SHOWN = 60;

  private final int number;
  private final String text;
  private int at;

  LineScanner(int number, String text) {
    this.number = number;
    this.text = text;
    this.at = text.startsWith("  ") ? 2 : 0;
  }

  int number() {
    return number;
  }

  /** Whether the line belongs to the one before that is not indented. */
  boolean isIndented() {
    return text.startsWith("  ");
  }

  /** What stands up to the next space or the end. */
  String word(String expected) {
    int end = text.indexOf(' ', at);
    String word = text.substring(at, end < 0 ? text.length() : end);
    if (word.isEmpty()) {
      throw wrong("expected " + expected + " " + place());
    }
    at = Math.min(text.length(), at + word.length() + 1);
    return word;
  }

  /** Whether the rest begins so. */
  boolean startsWith(String start) {
    return text.startsWith(start, at);
  }

  /** The value of a field, which must be the next one. */
  String field(String name) {
    if (!text.startsWith(name + "=", at)) {
      throw wrong("expected " + name + "= " + place());
    }
    at += name.length() + 1;
    if (at < text.length() && text.charAt(at) == '"') {
      int end = Quoted.end(text, at).orElseThrow(() -> wrong("a quotation mark is missing"));
      String quoted = text.substring(at, end);
      at = Math.min(text.length(), end + 1);
      return quoted;
    }
    return word("a value for " + name);
  }

  /** The value of the last field, which may hold spaces. */
  String lastField(String name) {
    if (!text.startsWith(name + "=", at)) {
      throw wrong("expected " + name + "= " + place());
    }
    String rest = text.substring(at + name.length() + 1);
    at = text.length();
    return rest;
  }

  /** A field that is read by something that throws if it cannot. */
  <T> T field(String name, Function<String, T> reader, String expected) {
    return read(name, field(name), reader, expected);
  }

  int count(String name) {
    return field(name, Integer::parseInt, "a whole number");
  }

  Duration duration(String name) {
    return field(name, Duration::parse, "a duration such as PT20S");
  }

  /** A number, or none. */
  Optional<String> optional(String name) {
    return Optional.of(field(name)).filter(value -> !value.equals("none"));
  }

  boolean yes(String name) {
    return field(
        name,
        word ->
            switch (word) {
              case "yes" -> true;
              case "no" -> false;
              default -> throw new IllegalArgumentException("neither");
            },
        "yes or no");
  }

  <E extends Enum<E>> E constant(String name, Class<E> type) {
    return field(name, word -> constant(type, word), "a word that this version knows");
  }

  /** The constant that a word stands for. */
  static <E extends Enum<E>> E constant(Class<E> type, String word) {
    return Enum.valueOf(type, word.replace('-', '_').toUpperCase(Locale.ROOT));
  }

  /** Something that is read, or refused with the place. */
  <T> T read(String what, String value, Function<String, T> reader, String expected) {
    try {
      return reader.apply(value);
    } catch (RuntimeException malformed) {
      PhoneListTextException wrong = wrong(what + " is " + shown(value) + ": expected " + expected);
      wrong.initCause(malformed);
      throw wrong;
    }
  }

  void end() {
    if (at < text.length()) {
      throw wrong("expected the end of the line " + place());
    }
  }

  /** The mistake of a line whose first word means nothing at its place. */
  PhoneListTextException unknown() {
    return wrong(shown(text) + " is no line that this version knows, or not at this place");
  }

  PhoneListTextException wrong(String problem) {
    return new PhoneListTextException(number, problem, REMEDY);
  }

  private String place() {
    return at >= text.length() ? "before the end" : "before " + shown(text.substring(at));
  }

  static String shown(String text) {
    String start = text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text;
    return "'" + start.replaceAll("\\p{Cntrl}", "?") + "'";
  }
}
