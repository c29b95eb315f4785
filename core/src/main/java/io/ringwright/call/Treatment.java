package io.ringwright.call;

import java.util.Optional;

/**
 * What a caller hears while waiting, and how keys are taken.
 *
 * <p>Thread safety: immutable.
 *
 * @param line how the channel is held until somebody answers
 * @param background what is heard between announcements
 * @param announcement what the caller is told now; mostly nothing
 * @param longKeys after which digits more may follow
 * @param inquiry what the caller is asked by the announcement; mostly nothing
 */
public record Treatment(
    Line line,
    Background background,
    Optional<Announcement> announcement,
    LongKeys longKeys,
    Optional<Inquiry> inquiry) {

  /** The call is answered, and hears the music of its channel. */
  public static final Treatment USUAL =
      new Treatment(Line.ANSWERED, new Background.Music(Optional.empty()), LongKeys.NONE);

  /**
   * A treatment without an announcement.
   *
   * @param line how the channel is held until somebody answers
   * @param background what is heard between announcements
   * @param longKeys after which digits more may follow
   */
  public Treatment(Line line, Background background, LongKeys longKeys) {
    this(line, background, Optional.empty(), longKeys, Optional.empty());
  }

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
    return new Treatment(line, background, Optional.of(told), longKeys, inquiry);
  }

  /**
   * The same with a question to the caller.
   *
   * @param told what the caller is told now
   * @param asked what is asked by it
   * @return a changed copy
   */
  public Treatment asking(Announcement told, Inquiry asked) {
    return new Treatment(line, background, Optional.of(told), longKeys, Optional.of(asked));
  }
}
