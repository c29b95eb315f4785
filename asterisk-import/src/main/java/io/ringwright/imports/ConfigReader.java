package io.ringwright.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reads the files of one kind of configuration, and those that they include. What Asterisk would
 * refuse the whole file for is noted with its line, and the rest is read.
 */
final class ConfigReader {

  private static final int MOST_BYTES = 10 * 1024 * 1024;
  private static final int MOST_INCLUDES = 100;
  private static final int MOST_LINES = 300_000;

  /** As long as Asterisk reads. */
  private static final int LONGEST_LINE = 8191;

  private final ConfigFolder folder;
  private final ReportBook book;
  private final List<String> open = new ArrayList<>();
  private SectionList sections;
  private int bytesLeft = MOST_BYTES;
  private int linesLeft = MOST_LINES;
  private int includes;
  private boolean anyRead;

  ConfigReader(ConfigFolder folder, ReportBook book) {
    this.folder = folder;
    this.book = book;
    this.sections = new SectionList(book);
  }

  /** The sections of {@code kind.conf} or, if that is not there, of {@code kind_*.conf}. */
  List<ConfigSection> read(String kind) {
    sections = new SectionList(book);
    List<String> files = folder.named(kind + ".conf");
    if (files.isEmpty()) {
      files = generated(kind);
      files.stream().limit(1).forEach(each -> sections.imply("general", each));
    }
    anyRead = !files.isEmpty();
    files.forEach(this::file);
    return sections.all();
  }

  /** Whether there was a file at all. */
  boolean hasRead() {
    return anyRead;
  }

  /** What a panel generates to be included by the main file, in the order in which it is. */
  private List<String> generated(String kind) {
    List<String> files = new ArrayList<>(folder.named(kind + "_*.conf"));
    files.sort(Comparator.comparing((String each) -> !each.contains("general")));
    return files;
  }

  private void file(String name) {
    byte[] bytes = folder.read(name, bytesLeft);
    if (bytes.length > bytesLeft) {
      throw new ImportException(name + ": is too large; expected 10 MB at most, in all files");
    }
    bytesLeft -= bytes.length;
    open.add(name);
    text(name, ConfigText.of(name, bytes));
    open.remove(open.size() - 1);
  }

  private void text(String name, ConfigText text) {
    Comments comments = new Comments();
    int number = 0;
    for (String line : text.text().split("\r?\n", -1)) {
      number++;
      String stripped = comments.strip(line).strip();
      if (!stripped.isEmpty()) {
        if (linesLeft-- == 0) {
          throw new ImportException(
              name + ":" + number + ": too many lines; expected 300000 at most");
        }
        line(new Place(name, number), stripped, text.latin());
      }
    }
    if (comments.unclosed() > 0) {
      ConfigLine line = sections.other(new Place(name, comments.unclosed()), ";--");
      book.note(line, Outcome.changed("this comment never ends: nothing below it was read"));
    }
  }

  private void line(Place at, String text, boolean latin) {
    if (text.length() > LONGEST_LINE) {
      book.note(sections.other(at, text), Outcome.notPossible("longer than 8191 characters"));
    } else if (text.startsWith("[")) {
      sections.begin(at, text);
    } else if (text.startsWith("#")) {
      directive(sections.other(at, text));
    } else {
      sections.option(at, text, latin);
    }
  }

  private void directive(ConfigLine line) {
    String[] words = line.key().split("\\s+", 2);
    String name = words.length < 2 ? "" : words[1].replaceAll("^[\"<]|[\">]$", "").strip();
    switch (words[0]) {
      case "#include" -> include(line, name, false);
      case "#tryinclude" -> include(line, name, true);
      case "#exec" ->
          book.note(
              line, Outcome.notPossible("made by a program, which is never run: include its text"));
      default -> book.note(line, Outcome.notPossible("no directive that Asterisk knows"));
    }
  }

  private void include(ConfigLine line, String named, boolean optional) {
    String name = named.startsWith("/etc/asterisk/") ? named.substring(14) : named;
    List<String> files = folder.named(name);
    refused(name, files)
        .or(() -> missing(name, files, optional))
        .ifPresentOrElse(
            outcome -> book.note(line, outcome),
            () -> {
              book.note(line, Outcome.notNeeded("read: " + String.join(", ", files)));
              files.forEach(this::file);
            });
  }

  private Optional<Outcome> refused(String name, List<String> files) {
    if (name.isEmpty() || folder.isOutside(name)) {
      return Optional.of(Outcome.notPossible("outside of the folder: copy it there"));
    }
    includes += files.size();
    if (includes > MOST_INCLUDES) {
      return Optional.of(Outcome.notPossible("too many files: at most 100 are included"));
    }
    return files.stream().anyMatch(open::contains)
        ? Optional.of(Outcome.notPossible("includes itself"))
        : Optional.empty();
  }

  private static Optional<Outcome> missing(String name, List<String> files, boolean optional) {
    if (!files.isEmpty()) {
      return Optional.empty();
    }
    boolean harmless = optional || name.matches(".*[*?\\[{].*");
    return Optional.of(
        harmless
            ? Outcome.notNeeded("no file has this name")
            : Outcome.notPossible("is not there; Asterisk refuses the whole file for it"));
  }
}
