package io.ringwright.call;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * With what keys of several digits begin that count for a caller who waits. After such a beginning
 * the switch waits for the next digit; every other key counts at once.
 *
 * <p>Thread safety: immutable.
 *
 * @param beginnings each with fewer digits than the key; none if all keys have one digit
 * @param within for how long the next digit is waited for
 */
public record LongKeys(List<DirectoryNumber> beginnings, Duration within) {

  /** All keys have one digit. */
  public static final LongKeys NONE = new LongKeys(List.of(), Duration.ZERO);

  /** Sorts the beginnings; a repeated one counts once. */
  public LongKeys {
    beginnings = beginnings.stream().distinct().sorted().toList();
  }

  /**
   * The beginnings in one line, with dashes between them: {@code 1-12}.
   *
   * @return empty if there are none
   */
  public String text() {
    return beginnings.stream().map(DirectoryNumber::digits).collect(Collectors.joining("-"));
  }
}
