package io.ringwright.engine.state;

import java.time.Instant;
import java.util.Optional;

/**
 * Since when an extension is what it is.
 *
 * @param attending since when its attendance as a whole is what it is; {@link Instant#MIN} for as
 *     long as the engine knows
 * @param leftAlone when calls through hunt groups began to leave it alone the last time; {@link
 *     Instant#MIN} for never
 * @param wrapUp its wrap-up, of which the end was not told yet
 */
public record ExtensionTimes(Instant attending, Instant leftAlone, Optional<WrapUp> wrapUp) {

  /** Nothing is known. */
  public static final ExtensionTimes NONE =
      new ExtensionTimes(Instant.MIN, Instant.MIN, Optional.empty());

  /**
   * A wrap-up.
   *
   * @param since when it began
   * @param until when it ends
   */
  public record WrapUp(Instant since, Instant until) {}

  ExtensionTimes attendingSince(Instant at) {
    return new ExtensionTimes(at, leftAlone, wrapUp);
  }

  ExtensionTimes leftAloneSince(Instant at) {
    return new ExtensionTimes(attending, at, wrapUp);
  }

  ExtensionTimes wrappingUp(Optional<WrapUp> now) {
    return new ExtensionTimes(attending, leftAlone, now);
  }
}
