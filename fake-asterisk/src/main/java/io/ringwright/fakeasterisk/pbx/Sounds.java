package io.ringwright.fakeasterisk.pbx;

import java.time.Duration;
import java.util.Set;

/**
 * Which sounds the switch has, and how long each takes.
 *
 * <p>Thread safety: immutable.
 *
 * @param length how long any sound or digit takes
 * @param missing the names of sounds that are not there, or not in one language: {@code de/beep}
 */
public record Sounds(Duration length, Set<String> missing) {

  /** Where the files of all languages are. */
  public static final String DIRECTORY = "/sounds/";

  /** Copies the names. */
  public Sounds {
    missing = Set.copyOf(missing);
  }

  /**
   * Whether a sound is there.
   *
   * @param name its name without an ending
   * @return false if it was said to be missing, or has no name
   */
  public boolean has(String name) {
    return !name.isEmpty() && !missing.contains(name);
  }

  /**
   * Whether a path names a sound in the directory of a language, or such a directory. No sound is
   * outside them.
   */
  boolean isFile(String path) {
    if (!path.startsWith(DIRECTORY)) {
      return false;
    }
    String[] parts = path.substring(DIRECTORY.length()).split("/", 2);
    if (parts.length < 2) {
      return !parts[0].isEmpty() && !parts[0].contains(".");
    }
    String name = parts[1].replace(".gsm", "");
    return parts[1].endsWith(".gsm")
        && !parts[0].isEmpty()
        && has(name)
        && !missing.contains(parts[0] + "/" + name);
  }
}
