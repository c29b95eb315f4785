package io.ringwright.call;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The extension that a call prefers for a while, such as the one that the caller talked to last:
 * the call waits for it only, or for whoever takes its calls, as long as somebody could answer.
 *
 * <p>Thread safety: immutable.
 *
 * @param extension the number of the extension; it need not be a member of the hunt group
 * @param time for how long, from the event that says so: above zero, 24 h at most
 */
public record Preference(DirectoryNumber extension, Duration time) {

  private static final Duration LONGEST = Duration.ofHours(24);
  private static final Pattern TEXT = Pattern.compile("([0-9*#]+):([0-9]{1,5})");

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

  /**
   * Reads a preference as the dialplan writes it: number, colon, seconds.
   *
   * @param text such as {@code 8261:300}
   * @return the preference; empty if the text is none, or the time is not 1 to 86400 s
   */
  public static Optional<Preference> parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    Duration time = Duration.ofSeconds(Integer.parseInt(parts.group(2)));
    return time.isZero() || time.compareTo(LONGEST) > 0
        ? Optional.empty()
        : DirectoryNumber.parse(parts.group(1)).map(number -> new Preference(number, time));
  }
}
