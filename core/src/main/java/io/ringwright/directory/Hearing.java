package io.ringwright.directory;

import io.ringwright.call.Treatment;

/**
 * What callers hear who wait for a hunt group.
 *
 * <p>Thread safety: immutable.
 *
 * @param line how the channel is held until somebody answers
 * @param background what is heard between announcements
 * @param announcements what callers are told, and when
 */
public record Hearing(
    Treatment.Line line, Treatment.Background background, Announcements announcements) {

  /** The call is answered and hears the music of its channel; nothing is announced. */
  public static final Hearing USUAL =
      new Hearing(Treatment.USUAL.line(), Treatment.USUAL.background(), Announcements.NONE);
}
