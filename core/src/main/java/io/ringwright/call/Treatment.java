package io.ringwright.call;

import java.util.Optional;

/**
 * What a caller hears while waiting.
 *
 * <p>Thread safety: immutable.
 *
 * @param line how the channel is held until somebody answers
 * @param background what is heard between announcements
 * @param announcement what the caller is told now; mostly nothing
 */
public record Treatment(Line line, Background background, Optional<Announcement> announcement) {

  /** The call is answered, and hears the music of its channel. */
  public static final Treatment USUAL =
      new Treatment(Line.ANSWERED, new Background.Music(Optional.empty()), Optional.empty());

  /** How the channel of a caller who waits is held. An answered call stays answered. */
  public enum Line {
    /** The call is answered: the caller pays, and keys arrive from every network. */
    ANSWERED,
    /** Not answered, with early media: music and announcements are heard. */
    EARLY_MEDIA,
    /** Not answered, and rings: the caller hears the tone of the network. */
    RINGING
  }

  /** What is heard between announcements. */
  public sealed interface Background {

    /**
     * Music on hold.
     *
     * @param musicClass which; empty for that of the channel
     */
    record Music(Optional<MusicClass> musicClass) implements Background {}

    /** The ringing tone. */
    record Ringing() implements Background {}
  }

  /**
   * The same with an announcement.
   *
   * @param told what the caller is told now
   * @return a changed copy
   */
  public Treatment telling(Announcement told) {
    return new Treatment(line, background, Optional.of(told));
  }
}
