package io.ringwright.text;

import io.ringwright.event.EventFormatException;
import io.ringwright.event.PhoneLists;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the fields of one line, and sees to it that none is missing, twice, or left unread. What is
 * wrong is an {@link EventFormatException} that names the field.
 *
 * <p>Thread safety: one thread.
 */
public final class FieldReader {

  private static final int LONGEST_SHOWN = 60;
  private static final List<List<String>> NONE = List.of();
  private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-f]+");

  private final Map<String, List<List<String>>> fields = new LinkedHashMap<>();
  private final PhoneLists phoneLists;

  /**
   * Takes a line apart.
   *
   * @param words the line from its first field on
   */
  public FieldReader(List<String> words) {
    this(words, PhoneLists.NONE);
  }

  /**
   * Takes a line apart that may refer to phone lists.
   *
   * @param words the line from its first field on
   * @param phoneLists the lists
   */
  public FieldReader(List<String> words, PhoneLists phoneLists) {
    this.phoneLists = phoneLists;
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals <= 0) {
        throw new EventFormatException(
            "'" + shown(word) + "' is no field; expected name=value, fields joined by one space");
      }
      fields
          .computeIfAbsent(word.substring(0, equals), none -> new ArrayList<>())
          .add(
              Stream.of(word.substring(equals + 1).split(",", -1))
                  .map(FieldReader::plain)
                  .toList());
    }
  }

  /** The lists to which a line may refer. */
  public PhoneLists phoneLists() {
    return phoneLists;
  }

  /** A value in a field that has one part. */
  public <T> T one(String name, Function<String, T> read) {
    return optional(name, read)
        .orElseThrow(() -> new EventFormatException("field '" + name + "' is missing"));
  }

  /** A value in a field that may be missing. */
  public <T> Optional<T> optional(String name, Function<String, T> read) {
    return take(name)
        .map(
            parts -> {
              if (parts.size() != 1) {
                throw wrong(name, parts, "expected one part, without a comma");
              }
              return guarded(name, parts, () -> read.apply(parts.get(0)));
            });
  }

  /** Values in a field that may be missing; then there are none. */
  public <T> List<T> list(String name, Function<String, T> read) {
    List<T> values = new ArrayList<>();
    for (String part : take(name).orElse(List.of())) {
      values.add(guarded(name, List.of(part), () -> read.apply(part)));
    }
    return values;
  }

  /** A field that stands there once and has at least so many parts. */
  public <T> T single(String name, int least, Function<List<String>, T> read) {
    List<T> found = repeated(name, least, read);
    if (found.size() != 1) {
      throw new EventFormatException(
          "field '" + name + "' stands here " + found.size() + " times; expected it once");
    }
    return found.get(0);
  }

  /** The fields of a name that may come several times, each with at least so many parts. */
  public <T> List<T> repeated(String name, int least, Function<List<String>, T> read) {
    List<T> values = new ArrayList<>();
    for (List<String> parts : Objects.requireNonNullElse(fields.remove(name), NONE)) {
      if (parts.size() < least) {
        throw wrong(name, parts, "expected at least " + least + " parts");
      }
      values.add(guarded(name, parts, () -> read.apply(parts)));
    }
    return values;
  }

  /** Nothing must be left. */
  public void end() {
    if (!fields.isEmpty()) {
      throw new EventFormatException(
          "field '" + fields.keySet().iterator().next() + "' is not known here; expected no more");
    }
  }

  /** Reads the constants of an enum by their words. */
  public static <E extends Enum<E>> Function<String, E> constant(Class<E> type) {
    Map<String, E> words = new LinkedHashMap<>();
    for (E each : type.getEnumConstants()) {
      words.put(FieldWriter.word(each), each);
    }
    return word ->
        Optional.ofNullable(words.get(word))
            .orElseThrow(() -> new IllegalArgumentException("expected one of " + words.keySet()));
  }

  /** Reads yes or no. */
  public static boolean flag(String word) {
    return switch (word) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw new IllegalArgumentException("expected yes or no");
    };
  }

  private Optional<List<String>> take(String name) {
    List<List<String>> found = fields.remove(name);
    if (found != null && found.size() > 1) {
      throw new EventFormatException("field '" + name + "' stands here twice; expected it once");
    }
    return found == null ? Optional.empty() : Optional.of(found.get(0));
  }

  private static <T> T guarded(String name, List<String> parts, Supplier<T> read) {
    try {
      return read.get();
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException malformed) {
      throw wrong(name, parts, String.valueOf(malformed.getMessage()));
    }
  }

  private static EventFormatException wrong(String name, List<String> parts, String expected) {
    return new EventFormatException(
        "field " + name + "='" + shown(String.join(",", parts)) + "': " + expected);
  }

  /** A text as a message shows it: at most 60 characters. */
  public static String shown(String text) {
    return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
  }

  private static String plain(String part) {
    if (part.indexOf('%') < 0) {
      return part;
    }
    StringBuilder plain = new StringBuilder();
    for (int at = 0; at < part.length(); at++) {
      char c = part.charAt(at);
      if (c == '%') {
        boolean wide = at + 1 < part.length() && part.charAt(at + 1) == 'u';
        int from = at + (wide ? 2 : 1);
        at = from + (wide ? 3 : 1);
        plain.append(unit(part, from, at + 1));
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  private static char unit(String part, int from, int to) {
    if (to > part.length() || !HEXADECIMAL.matcher(part.substring(from, to)).matches()) {
      throw new EventFormatException(
          "'" + shown(part) + "': expected two hexadecimal digits after %, or four after %u");
    }
    return (char) Integer.parseInt(part.substring(from, to), 16);
  }
}
