package io.ringwright.availability;

import java.util.Optional;

/**
 * Whether somebody takes calls through hunt groups: logged in or not, and paused or not. Direct
 * calls are rung either way.
 *
 * <p>Thread safety: immutable.
 *
 * @param loggedIn whether the extension takes part in its hunt groups at all
 * @param pausedFor the reason of a pause, or empty if there is none
 */
public record Attendance(boolean loggedIn, Optional<String> pausedFor) {

  /** Logged in and not paused: the attendance of every extension until another is set. */
  public static final Attendance PRESENT = new Attendance(true, Optional.empty());

  /**
   * This attendance and another one: logged in if both are, paused if any is.
   *
   * @param other the other, such as that in one hunt group; of two reasons this one's counts
   * @return what holds where both are asked
   */
  public Attendance and(Attendance other) {
    return new Attendance(loggedIn && other.loggedIn, pausedFor.or(other::pausedFor));
  }

  /**
   * Whether calls through hunt groups are taken now.
   *
   * @return true if logged in and not paused
   */
  public boolean isPresent() {
    return loggedIn && pausedFor.isEmpty();
  }

  /**
   * This attendance in words.
   *
   * @return such as {@code logged in}, {@code logged out} or {@code paused for lunch}
   */
  public String words() {
    if (!loggedIn) {
      return "logged out";
    }
    return pausedFor.map(reason -> "paused for " + reason).orElse("logged in");
  }
}
