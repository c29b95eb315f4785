package io.ringwright.directory;

import io.ringwright.call.Announcement.Gender;
import io.ringwright.call.SoundName;
import java.util.Map;

/**
 * Of which sounds announcements are put together. The standard ones are the queue sounds that come
 * with Asterisk.
 *
 * <p>Thread safety: immutable.
 *
 * @param other the sounds that stand in the place of standard ones, by phrase
 * @param gender the grammatical gender in which numbers are spoken. Default neuter
 */
public record AnnouncementSounds(Map<Phrase, SoundName> other, Gender gender) {

  /** The standard sounds, and neuter numbers. */
  public static final AnnouncementSounds STANDARD = new AnnouncementSounds(Map.of(), Gender.NEUTER);

  /** A part of an announcement that is a sound. */
  public enum Phrase implements StandardSound {
    /** "You are next": {@code queue-youarenext}. */
    YOU_ARE_NEXT("queue-youarenext"),
    /** Before the position, or the number of calls: {@code queue-thereare}. */
    THERE_ARE("queue-thereare"),
    /** After it: {@code queue-callswaiting}. */
    CALLS_WAITING("queue-callswaiting"),
    /** Before a number that it is more than: {@code queue-quantity1}. */
    MORE_THAN("queue-quantity1"),
    /** After that number: {@code queue-quantity2}. */
    MORE_CALLS_WAITING("queue-quantity2"),
    /** Before the expected wait: {@code queue-holdtime}. */
    HOLD_TIME("queue-holdtime"),
    /** "Less than", before one minute: {@code queue-less-than}. */
    LESS_THAN("queue-less-than"),
    /** After one minute: {@code queue-minute}. */
    MINUTE("queue-minute"),
    /** After several minutes: {@code queue-minutes}. */
    MINUTES("queue-minutes"),
    /** Thanks: {@code queue-thankyou}. */
    THANK_YOU("queue-thankyou"),
    /** Before how long the caller waited, said to an agent: {@code queue-reporthold}. */
    REPORT_WAIT("queue-reporthold"),
    /** After seconds, said to an agent: {@code queue-seconds}. */
    SECONDS("queue-seconds");

    private final SoundName standard;

    Phrase(String standard) {
      this.standard = SoundName.of(standard);
    }

    /**
     * The sound that comes with Asterisk.
     *
     * @return its name
     */
    @Override
    public SoundName standard() {
      return standard;
    }
  }

  /** Copies the sounds; a phrase with its standard sound is left out. */
  public AnnouncementSounds {
    other = StandardSound.others(Phrase.class, other);
  }

  /**
   * The sound of a phrase.
   *
   * @param phrase which
   * @return the one in its place, or the standard one
   */
  public SoundName of(Phrase phrase) {
    return other.getOrDefault(phrase, phrase.standard());
  }
}
