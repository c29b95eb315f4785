package io.ringwright.directory;

import io.ringwright.call.SoundName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What callers are told who wait for a hunt group, and when. Made by {@link HearingBuilder}.
 *
 * <p>Thread safety: immutable.
 *
 * @param join the sound that a caller is told when the wait begins; none if empty
 * @param standing what is told of the position and of the expected wait
 * @param pace when that is told
 * @param own the house's own messages
 * @param sounds of which sounds announcements are put together
 */
public record Announcements(
    Optional<SoundName> join,
    Standing standing,
    Pace pace,
    OwnMessages own,
    AnnouncementSounds sounds) {

  /** Nothing is announced. */
  public static final Announcements NONE =
      new Announcements(
          Optional.empty(),
          Standing.NOTHING,
          Pace.USUAL,
          OwnMessages.NONE,
          AnnouncementSounds.STANDARD);

  /** Which number callers are told. */
  public enum Figure {
    /** None. */
    NONE,
    /** Their position. */
    POSITION,
    /** How many calls wait, their own included. */
    CALLS_WAITING
  }

  /**
   * What callers are told of their standing.
   *
   * @param figure which number they are told. Default none
   * @param exactUpTo beyond this number they are told that it is more; 0 if it is always exact, the
   *     default
   * @param youAreNext whether who has position 1 is told "you are next" instead of a position and
   *     an expected wait; means something only where the figure is the position. Default yes
   * @param waitSteps to how many whole minutes the expected wait is rounded up; 0 if it is not
   *     told, the default
   * @param thanks whether thanks follow. Default no
   */
  public record Standing(
      Figure figure, int exactUpTo, boolean youAreNext, int waitSteps, boolean thanks) {

    /** Nothing is told. */
    public static final Standing NOTHING = new Standing(Figure.NONE, 0, true, 0, false);

    /**
     * Whether the expected wait is told.
     *
     * @return false if only the figure is, or nothing
     */
    public boolean tellsWait() {
      return waitSteps > 0;
    }

    /**
     * Whether anything is told.
     *
     * @return false if neither a figure nor the expected wait is
     */
    public boolean tellsAnything() {
      return figure != Figure.NONE || tellsWait();
    }
  }

  /**
   * When callers are told something. All times are whole seconds.
   *
   * @param first how long after the wait began the standing is told first, zero to an hour. Default
   *     zero
   * @param every after what time it is told again, from start to start, 5 s to an hour. Default one
   *     minute
   * @param gap the shortest time between the starts of any two announcements, 5 s to an hour.
   *     Default 15 s
   * @param onlyWhenBetter whether the standing is told again only when it is better than it was
   *     told last. Default no
   */
  public record Pace(Duration first, Duration every, Duration gap, boolean onlyWhenBetter) {

    /** At once, then each minute; 15 s apart. */
    public static final Pace USUAL =
        new Pace(Duration.ZERO, Duration.ofMinutes(1), Duration.ofSeconds(15), false);
  }

  /** In which order own messages are told. */
  public enum Order {
    /** As they were listed, then from the first on again. The default. */
    IN_TURN,
    /** Any of them, but no message twice in a row. */
    RANDOM
  }

  /**
   * Messages of the house. They keep their own time, and the shortest gap to other announcements.
   *
   * @param sounds which, at most {@value #MOST}. Default none
   * @param order in which order
   * @param first how long after the wait began the first is told, zero to an hour, in whole seconds
   * @param every after what time the next follows, 5 s to an hour, in whole seconds
   */
  public record OwnMessages(List<SoundName> sounds, Order order, Duration first, Duration every) {

    /** The most messages that a hunt group may have. */
    public static final int MOST = 20;

    /** None; they would be told in turn, each minute, the first after half a minute. */
    public static final OwnMessages NONE =
        new OwnMessages(List.of(), Order.IN_TURN, Duration.ofSeconds(30), Duration.ofMinutes(1));

    /** Copies the list. */
    public OwnMessages {
      sounds = List.copyOf(sounds);
    }
  }

  /**
   * Whether anything is ever announced.
   *
   * @return false if a caller hears the background alone
   */
  public boolean tellAnything() {
    return join.isPresent() || standing.tellsAnything() || !own.sounds().isEmpty();
  }
}
