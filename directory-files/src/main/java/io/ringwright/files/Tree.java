package io.ringwright.files;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a phone file says of something, before it is YAML.
 *
 * <p>Thread safety: immutable.
 */
sealed interface Tree {

  /** A single value. */
  record Leaf(String text) implements Tree {
    @Override
    public String toString() {
      return text;
    }
  }

  /** Several values. */
  record Row(List<Tree> entries) implements Tree {
    /** Copies the entries. */
    public Row {
      entries = List.copyOf(entries);
    }

    @Override
    public String toString() {
      return entries.isEmpty()
          ? "none"
          : entries.stream().map(Tree::toString).collect(Collectors.joining(", "));
    }
  }

  /**
   * Values with keys.
   *
   * @param tall whether each stands in a line of its own, however short it is
   */
  record Branch(Map<String, Tree> children, boolean tall) implements Tree {
    /** Copies the map, which keeps its order. */
    public Branch {
      children = Collections.unmodifiableMap(new LinkedHashMap<>(children));
    }

    @Override
    public String toString() {
      return children.entrySet().stream()
          .map(each -> each.getKey().replace('-', ' ') + " " + each.getValue())
          .collect(Collectors.joining(", "));
    }
  }

  static Tree of(Object value) {
    return new Leaf(value.toString());
  }

  static Tree row(List<?> values) {
    return new Row(values.stream().map(Tree::of).toList());
  }

  /** A table of a few values, in one line if there is room. */
  static Tree table(Object... keysAndValues) {
    Map<String, Tree> children = new LinkedHashMap<>();
    for (int at = 0; at < keysAndValues.length; at += 2) {
      Object value = keysAndValues[at + 1];
      children.put(keysAndValues[at].toString(), value instanceof Tree tree ? tree : of(value));
    }
    return new Branch(children, false);
  }

  /** Collects settings, those that are not the default or all of them. */
  final class Settings {

    private final boolean all;
    private final Map<String, Tree> children = new LinkedHashMap<>();

    Settings(boolean all) {
      this.all = all;
    }

    boolean all() {
      return all;
    }

    Settings set(String key, Tree value) {
      children.put(key, value);
      return this;
    }

    <T> Settings unless(T usual, String key, T value, Function<T, Tree> as) {
      if (all || !usual.equals(value)) {
        children.put(key, as.apply(value));
      }
      return this;
    }

    <T> Settings unless(T usual, String key, T value) {
      return unless(usual, key, value, Tree::of);
    }

    Settings yes(boolean usual, String key, boolean value) {
      return unless(usual, key, value, yes -> of(yes ? "yes" : "no"));
    }

    <T> Settings optional(String key, Optional<T> value, Function<T, Tree> as) {
      if (all || value.isPresent()) {
        children.put(key, value.map(as).orElse(of("none")));
      }
      return this;
    }

    /** A part, unless it has no setting. */
    Settings part(String key, Settings part) {
      if (!part.children.isEmpty()) {
        children.put(key, new Branch(part.children, false));
      }
      return this;
    }

    Branch tall() {
      return new Branch(children, true);
    }
  }
}
