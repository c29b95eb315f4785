package io.ringwright.imports;

import java.util.ArrayList;
import java.util.List;

/** A section of a file, with the lines that it inherits before its own. */
final class ConfigSection {

  private final ConfigLine head;
  private final boolean template;
  private final List<ConfigLine> lines = new ArrayList<>();

  ConfigSection(ConfigLine head, boolean template) {
    this.head = head;
    this.template = template;
  }

  String name() {
    return head.section();
  }

  /** The line with its name. */
  ConfigLine head() {
    return head;
  }

  /** Whether it is there to be inherited from, and is nothing by itself. */
  boolean isTemplate() {
    return template;
  }

  List<ConfigLine> lines() {
    return lines;
  }

  void add(ConfigLine line) {
    lines.add(line);
  }

  void inherit(ConfigSection from) {
    lines.addAll(from.lines);
  }
}
