package io.ringwright.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The sections of a configuration in the making, and the one that is open. */
final class SectionList {

  private static final int MOST_INHERITED = 1_000_000;
  private static final Pattern HEAD = Pattern.compile("\\[([^\\]]*)\\]\\s*(?:\\(([^)]*)\\))?.*");
  private static final Pattern UNREADABLE = Pattern.compile("\\[[^\\]]*\\]?\\s*\\(?[^)]*");

  private final ReportBook book;
  private final List<ConfigSection> sections = new ArrayList<>();
  private final Map<String, ConfigSection> byName = new HashMap<>();
  private @Nullable ConfigSection current;
  private boolean lost;
  private int inherited;

  SectionList(ReportBook book) {
    this.book = book;
  }

  List<ConfigSection> all() {
    return sections;
  }

  /** Lines before any section belong to this one. */
  void imply(String name, String file) {
    ConfigSection section =
        new ConfigSection(new ConfigLine(new Place(file, 0), name, "", ""), false);
    sections.add(section);
    byName.put(name, section);
    current = section;
  }

  /** A line that is neither a section nor an option; the caller says what becomes of it. */
  ConfigLine other(Place at, String text) {
    ConfigLine line = new ConfigLine(at, name(), text, "");
    book.line(line);
    return line;
  }

  void option(Place at, String text, boolean latin) {
    int equals = text.indexOf('=');
    if (equals < 0) {
      book.note(other(at, text), Outcome.notPossible("no = in it: Asterisk skips it too"));
      return;
    }
    int value = text.startsWith(">", equals + 1) ? equals + 2 : equals + 1;
    String key = text.substring(0, equals).strip();
    ConfigLine line = new ConfigLine(at, name(), key, text.substring(value).strip());
    book.line(line);
    if (current == null) {
      String why = lost ? "the line of its section cannot be read" : "stands before any section";
      book.note(line, Outcome.notPossible(why));
    } else {
      current.add(line);
      if (latin && !line.value().chars().allMatch(c -> c < 0x80)) {
        book.note(line, Outcome.changed("the file is no UTF-8: read as Latin-1"));
      }
    }
  }

  void begin(Place at, String text) {
    Matcher head = HEAD.matcher(text);
    boolean broken = !head.matches() || (head.group(2) == null && opensBracket(text));
    if (broken) {
      current = null;
      lost = true;
      book.note(other(at, text), Outcome.notPossible("no section: a ] or ) is missing"));
      return;
    }
    String options = head.group(2) == null ? "" : head.group(2);
    begin(new ConfigLine(at, head.group(1), text, ""), List.of(options.split("\\s*,\\s*")));
  }

  private static boolean opensBracket(String text) {
    return UNREADABLE.matcher(text).matches()
        && text.substring(text.indexOf(']') + 1).strip().startsWith("(");
  }

  private void begin(ConfigLine head, List<String> options) {
    book.line(head);
    lost = false;
    boolean adds = options.stream().anyMatch(each -> each.startsWith("+"));
    ConfigSection known = byName.get(head.section());
    if (adds && known != null) {
      current = known;
      book.note(head, Outcome.notNeeded("adds to the section of this name"));
      return;
    }
    ConfigSection section = new ConfigSection(head, options.contains("!"));
    sections.add(section);
    byName.putIfAbsent(head.section(), section);
    current = section;
    if (adds) {
      book.note(head, Outcome.changed("adds to a section that is not there: a new one"));
    }
    options.forEach(each -> inherit(section, each.strip()));
  }

  private void inherit(ConfigSection section, String from) {
    if (from.isEmpty() || from.equals("!") || from.startsWith("+")) {
      return;
    }
    ConfigSection parent = byName.get(from);
    if (parent == null || parent == section) {
      book.note(
          section.head(),
          Outcome.changed(
              "inherits from " + from + ", which is not there: Asterisk refuses the whole file"));
      return;
    }
    inherited += parent.lines().size();
    if (inherited > MOST_INHERITED) {
      throw new ImportException(
          section.head().at() + ": sections inherit too much; expected a million lines at most");
    }
    section.inherit(parent);
  }

  private String name() {
    return current == null ? "" : current.name();
  }
}
