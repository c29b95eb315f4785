package io.ringwright.call;

import java.time.Duration;

/**
 * The extension that a call prefers for a while, such as the one that the caller talked to last:
 * the call waits for it only, as long as it could answer.
 *
 * <p>Thread safety: immutable.
 *
 * @param extension the number of the extension; it need not be a member of the hunt group
 * @param time for how long, from the event that says so: above zero, 24 h at most
 */
public record Preference(DirectoryNumber extension, Duration time) {

  private static final Duration LONGEST = Duration.ofHours(24);

  /** Refuses a time that is out of range. */
  public Preference {
    if (time.isNegative() || time.isZero() || time.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "a call cannot prefer extension "
              + extension
              + " for "
              + time
              + ": expected above zero, "
              + LONGEST
              + " at most\nGive the time for which the caller may wait for this extension only.");
    }
  }
}
