package io.ringwright.directory;

import java.util.List;

/**
 * With what numbers outside the house begin that may be called.
 *
 * <p>Thread safety: immutable.
 *
 * @param external prefixes of numbers to which calls may be forwarded
 * @param callBack prefixes of numbers that may be called back
 */
public record AllowedNumbers(List<String> external, List<String> callBack) {
  /** Sorts the prefixes; a repeated one counts once. */
  public AllowedNumbers {
    external = external.stream().distinct().sorted().toList();
    callBack = callBack.stream().distinct().sorted().toList();
  }
}
