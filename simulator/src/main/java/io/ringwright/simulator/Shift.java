package io.ringwright.simulator;

import io.ringwright.call.DirectoryNumber;
import java.time.Duration;

/**
 * When somebody is there: logged in at the beginning of the shift, and logged out at its end, after
 * the talk that is under way then.
 *
 * <p>Thread safety: immutable.
 *
 * @param extension whose shift it is
 * @param from when it begins, from the beginning of the simulation, zero or more
 * @param to when it ends, from the beginning of the simulation, after its own
 */
public record Shift(DirectoryNumber extension, Duration from, Duration to) {

  /**
   * Checks the times.
   *
   * @throws IllegalArgumentException if it ends before it begins, or begins too early
   */
  public Shift {
    if (from.isNegative() || to.compareTo(from) <= 0) {
      throw new IllegalArgumentException(
          "shift of "
              + extension
              + " from "
              + from
              + " to "
              + to
              + " is not valid: expected to"
              + " begin at zero or later, and to end after that");
    }
  }
}
