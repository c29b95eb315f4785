package io.ringwright.directory;

import io.ringwright.call.Greeting;
import io.ringwright.call.Treatment;

/**
 * What callers hear who arrive at a hunt group, or wait for it.
 *
 * <p>Thread safety: immutable.
 *
 * @param line how the channel is held until somebody answers
 * @param background what is heard between announcements
 * @param announcements what callers are told, and when
 * @param greeting what callers are told on arrival
 */
public record Hearing(
    Treatment.Line line,
    Treatment.Background background,
    Announcements announcements,
    Greeting greeting) {

  /** The call is answered and hears the music of its channel; nothing is announced. */
  public static final Hearing USUAL =
      new Hearing(
          Treatment.USUAL.line(), Treatment.USUAL.background(), Announcements.NONE, Greeting.NONE);
}
