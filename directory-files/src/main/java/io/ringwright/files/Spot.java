package io.ringwright.files;

import io.ringwright.files.YamlNode.Pair;
import io.ringwright.files.YamlNode.Row;
import io.ringwright.files.YamlNode.Scalar;
import io.ringwright.files.YamlNode.Table;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A value of a phone file, with the words for it. Each reading gives the value, or notes a mistake
 * and gives nothing.
 *
 * @param node the value
 * @param item whose setting it is
 * @param setting which setting, as it is written
 * @param mistakes takes what is wrong
 */
record Spot(YamlNode node, String item, String setting, FileMistakes mistakes) {

  private static final List<String> YES = List.of("yes", "true", "on");
  private static final List<String> NO = List.of("no", "false", "off");

  /** A key and what stands there. */
  record Entry(Spot key, Spot value) {}

  boolean isTable() {
    return node instanceof Table;
  }

  boolean isRow() {
    return node instanceof Row;
  }

  /** Whether it is this one word. */
  boolean is(String word) {
    return node instanceof Scalar scalar && scalar.text().equals(word);
  }

  /** Notes what is wrong with the value. */
  void wrong(String expected, String remedy) {
    String value = node instanceof Scalar scalar ? Words.quoted(scalar.text()) : kind();
    problem(setting + " " + value + " is not valid", expected, remedy);
  }

  /** Notes something else. */
  void problem(String problem, String expected, String remedy) {
    mistakes.add(new FileMistake(node.place(), item, problem, expected, remedy));
  }

  /** Notes what somebody else found wrong with it, in the words of that one. */
  void refused(IllegalArgumentException refusal) {
    String[] message =
        String.valueOf(refusal.getMessage()).split("\n", 2)[0].split("[:,] expected ", 2);
    problem(message[0], message.length > 1 ? message[1] : "a value that is", "");
  }

  private String kind() {
    return node instanceof Table ? "with keys below it" : "with several values";
  }

  /** A single value as it was written. */
  Optional<String> text() {
    if (!(node instanceof Scalar scalar)) {
      wrong("a single value", "Write " + setting + ": and the value in one line.");
      return Optional.empty();
    }
    if (scalar.isNothing()) {
      problem(
          setting + " has no value",
          "a value, or no such key",
          "A value that begins with # must stand in quotation marks: it is a comment without.");
      return Optional.empty();
    }
    return Optional.of(scalar.text());
  }

  /** A single value that something can be made of. */
  <T> Optional<T> read(Function<String, Optional<T>> made, String expected) {
    Optional<String> text = text();
    Optional<T> value = text.flatMap(made);
    if (text.isPresent() && value.isEmpty()) {
      wrong(expected, "");
    }
    return value;
  }

  /** The same of what throws where it cannot. */
  <T> Optional<T> made(Function<String, T> made, String expected) {
    return read(
        text -> {
          try {
            return Optional.of(made.apply(text));
          } catch (IllegalArgumentException | DateTimeException refused) {
            return Optional.empty();
          }
        },
        expected);
  }

  Optional<Integer> count() {
    return made(Spot::wholeNumber, "a whole number, such as 3");
  }

  private static Integer wholeNumber(String text) {
    if (!text.matches("-?[0-9]+")) {
      throw new NumberFormatException(text);
    }
    return Integer.parseInt(text);
  }

  Optional<Duration> duration() {
    return read(DurationWords::read, "a number and ms, s, min, h or d, such as 20 s or 1 h 30 min");
  }

  Optional<Boolean> yes() {
    return read(
        text ->
            YES.contains(text) || NO.contains(text)
                ? Optional.of(YES.contains(text))
                : Optional.empty(),
        "yes or no");
  }

  /** A constant in lower case, with dashes. */
  <E extends Enum<E>> Optional<E> word(Class<E> type) {
    return word(type, any -> true);
  }

  /** One of some constants. */
  <E extends Enum<E>> Optional<E> word(Class<E> type, Predicate<E> among) {
    List<E> values = Arrays.stream(type.getEnumConstants()).filter(among).toList();
    return choice(values.stream().map(Words::of).toList())
        .map(word -> values.stream().filter(each -> Words.of(each).equals(word)).findFirst())
        .flatMap(Function.identity());
  }

  /** One of some words. */
  Optional<String> choice(List<String> words) {
    Optional<String> text = text();
    if (text.isPresent() && !words.contains(text.get())) {
      String last = words.get(words.size() - 1);
      String others = String.join(", ", words.subList(0, words.size() - 1));
      wrong(others.isEmpty() ? last : others + " or " + last, meant(text.get(), words));
      return Optional.empty();
    }
    return text;
  }

  /** A question that names the one that is nearest; none where further mistakes are not kept. */
  String meant(String written, Collection<String> words) {
    return mistakes.areTooMany()
        ? ""
        : Words.nearest(written, words).map(each -> "Did you mean " + each + "?").orElse("");
  }

  /** The values of a row; a single value is a row of one. */
  List<Spot> each() {
    return node instanceof Row row
        ? row.entries().stream().map(entry -> new Spot(entry, item, setting, mistakes)).toList()
        : List.of(this);
  }

  /** The keys of a table that may have any, each once. */
  List<Entry> entries() {
    if (node instanceof Scalar scalar && scalar.isNothing()) {
      return List.of();
    }
    if (!(node instanceof Table table)) {
      wrong("keys below it, each with a value", "Indent what belongs to " + setting + ".");
      return List.of();
    }
    List<Entry> entries = new ArrayList<>();
    Map<String, Scalar> seen = new HashMap<>();
    for (Pair pair : table.pairs()) {
      if (isKey(pair.key(), seen)) {
        String words = setting + " " + pair.key().text();
        entries.add(
            new Entry(
                new Spot(pair.key(), item, setting, mistakes),
                new Spot(pair.value(), item, words, mistakes)));
      }
    }
    return entries;
  }

  private boolean isKey(Scalar key, Map<String, Scalar> seen) {
    Spot at = new Spot(key, item, setting, mistakes);
    Scalar before = seen.putIfAbsent(key.text(), key);
    if (before != null) {
      at.problem(
          Words.quoted(key.text()) + " is named twice, first in line " + before.place().line(),
          "each key once",
          "Take one of the two out.");
    } else if (key.isNothing()) {
      at.problem(
          "a key is empty",
          "a key before the colon",
          "Put a key that begins with # or * in quotation marks.");
    }
    return before == null && !key.isNothing();
  }

  /** A table with the keys of a shape. */
  Optional<Part> part(Shape shape) {
    boolean table = isTable();
    if (!table) {
      wrong(
          "keys below it: " + String.join(", ", shape.keys()),
          "Indent what belongs to " + setting + ".");
    }
    return table ? Optional.of(Part.of(this, shape)) : Optional.empty();
  }
}
