package io.ringwright.fakeasterisk.pbx;

import java.util.Optional;
import java.util.Set;

/** The classes of music on hold: {@code default} and {@code jazz}. Another one plays the first. */
final class MusicClasses {

  private static final String DEFAULT = "default";
  private static final Set<String> NAMES = Set.of(DEFAULT, "jazz");
  private static final String FILE = "musiconhold.conf";

  private MusicClasses() {}

  /** The class that plays. */
  static String played(String wanted) {
    return NAMES.contains(wanted) ? wanted : DEFAULT;
  }

  /** What {@code AST_CONFIG} says of the file; empty for other files. */
  static Optional<String> setting(String argument) {
    String[] parts = argument.split(",", -1);
    boolean ours = parts.length == 3 && parts[0].equals(FILE);
    return ours
        ? Optional.of(NAMES.contains(parts[1]) && parts[2].equals("mode") ? "files" : "")
        : Optional.empty();
  }
}
