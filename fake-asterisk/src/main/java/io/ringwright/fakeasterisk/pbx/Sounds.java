package io.ringwright.fakeasterisk.pbx;

import java.time.Duration;
import java.util.Set;

/**
 * Which sounds the switch has, and how long each takes.
 *
 * <p>Thread safety: immutable.
 *
 * @param length how long any sound or digit takes
 * @param missing the names of sounds that are not there
 */
public record Sounds(Duration length, Set<String> missing) {

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
}
