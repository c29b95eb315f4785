package io.ringwright.files;

import java.util.List;

/**
 * A part of a YAML file, with its place.
 *
 * <p>Thread safety: immutable.
 */
sealed interface YamlNode {

  /** Where it begins. */
  FilePlace place();

  /**
   * A single value, as it was written.
   *
   * @param quoted whether it stands in quotation marks, or in a block of text
   */
  record Scalar(FilePlace place, String text, boolean quoted) implements YamlNode {

    /** Whether nothing was written: a key without a value. */
    boolean isNothing() {
      return !quoted && (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null"));
    }
  }

  /** Several values. */
  record Row(FilePlace place, List<YamlNode> entries) implements YamlNode {
    /** Copies the entries. */
    public Row {
      entries = List.copyOf(entries);
    }
  }

  /** Values with keys. */
  record Table(FilePlace place, List<Pair> pairs) implements YamlNode {
    /** Copies the pairs. */
    public Table {
      pairs = List.copyOf(pairs);
    }
  }

  /** A key and its value. */
  record Pair(Scalar key, YamlNode value) {}
}
