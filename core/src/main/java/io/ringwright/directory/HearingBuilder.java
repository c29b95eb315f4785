package io.ringwright.directory;

import static java.util.Objects.requireNonNull;

import io.ringwright.call.Announcement.Gender;
import io.ringwright.call.Treatment.Line;
import io.ringwright.directory.AnnouncementSounds.Phrase;
import io.ringwright.directory.Announcements.Order;
import io.ringwright.directory.Announcements.OwnMessages;
import io.ringwright.directory.Announcements.Pace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Describes what callers hear who wait for a hunt group; what it holds is checked when the {@link
 * PhoneListBuilder} builds. By default the call is answered, hears the music of its channel, and is
 * told nothing.
 *
 * <p>Thread safety: for one thread.
 */
public final class HearingBuilder {

  private final String group;
  Line line = Line.ANSWERED;
  String music = "";
  boolean ringingTone;
  String language = "";
  String welcome = "";
  boolean saysExtension;
  String operator = "";
  String join = "";
  boolean position;
  boolean callsWaiting;
  int exactUpTo;
  boolean bounded;
  boolean youAreNext = true;
  int waitSteps;
  boolean tellsWait;
  boolean thanks;
  Duration first = Pace.USUAL.first();
  Duration every = Pace.USUAL.every();
  Duration gap = Pace.USUAL.gap();
  boolean onlyWhenBetter;
  Order order = OwnMessages.NONE.order();
  Duration firstMessage = OwnMessages.NONE.first();
  Duration everyMessage = OwnMessages.NONE.every();
  Gender gender = Gender.NEUTER;
  final List<String> messages = new ArrayList<>();
  final Map<Phrase, String> sounds = new EnumMap<>(Phrase.class);

  HearingBuilder(String group) {
    this.group = group;
  }

  /**
   * The language of all sounds, from the arrival on. By default that of the channel.
   *
   * @param name such as {@code fr}: 2 to 20 letters, digits, {@code _} and {@code -}
   * @return this
   */
  public HearingBuilder language(String name) {
    language = given("language", name);
    return this;
  }

  /**
   * A sound for every caller who arrives, before a phone rings or the wait begins. The call is
   * answered for it. None by default.
   *
   * @param sound a path below the directory of the sounds, without suffix
   * @return this
   */
  public HearingBuilder welcome(String sound) {
    welcome = given("welcome", sound);
    return this;
  }

  /**
   * Where one single phone is going to ring on arrival, its number is said, digit by digit. The
   * call is answered for it.
   *
   * @return this
   */
  public HearingBuilder sayTheExtension() {
    saysExtension = true;
    return this;
  }

  /**
   * A sound after that, where one single phone is going to ring on arrival, such as "operator".
   * None by default.
   *
   * @param sound a path below the directory of the sounds, without suffix
   * @return this
   */
  public HearingBuilder operator(String sound) {
    operator = given("operator", sound);
    return this;
  }

  /**
   * The class of the music between announcements. By default that of the channel.
   *
   * @param musicClass as in musiconhold.conf: 1 to 79 letters, digits, {@code _} and {@code -}
   * @return this
   */
  public HearingBuilder music(String musicClass) {
    music = given("music", musicClass);
    return this;
  }

  /**
   * The ringing tone between announcements, instead of music.
   *
   * @return this
   */
  public HearingBuilder ringingInsteadOfMusic() {
    ringingTone = true;
    return this;
  }

  /**
   * The call is not answered while it waits, and hears music and announcements as early media. Many
   * networks end such a call after one to three minutes, and carry no keys before the answer.
   *
   * @return this
   */
  public HearingBuilder inEarlyMedia() {
    line = Line.EARLY_MEDIA;
    return this;
  }

  /**
   * The call is not answered while it waits, and rings: the caller hears the tone of the network,
   * and nothing can be announced.
   *
   * @return this
   */
  public HearingBuilder ringingUnanswered() {
    line = Line.RINGING;
    return this;
  }

  /**
   * What a caller is told when the wait for this group begins, before anything else. None by
   * default.
   *
   * @param sound a sound of the switch
   * @return this
   */
  public HearingBuilder joinMessage(String sound) {
    join = given("joinMessage", sound);
    return this;
  }

  /**
   * The caller is told the position. Not together with {@link #callsWaiting}: the standard sounds
   * have the same words for both.
   *
   * @return this
   */
  public HearingBuilder position() {
    position = true;
    return this;
  }

  /**
   * The caller is told how many calls wait, the caller's own included.
   *
   * @return this
   */
  public HearingBuilder callsWaiting() {
    callsWaiting = true;
    return this;
  }

  /**
   * Beyond a number the caller is told that it is more than that. By default it is always exact.
   *
   * @param number the last one that is told, 1 to 999
   * @return this
   */
  public HearingBuilder exactUpTo(int number) {
    bounded = true;
    exactUpTo = number;
    return this;
  }

  /**
   * Who has position 1 is told it like any other position, with the expected wait. By default they
   * are told that they are next, and no wait.
   *
   * @return this
   */
  public HearingBuilder withoutYouAreNext() {
    youAreNext = false;
    return this;
  }

  /**
   * The caller is told the expected wait, rounded up to whole minutes; nothing while it is unknown.
   *
   * @return this
   */
  public HearingBuilder expectedWait() {
    return expectedWait(1);
  }

  /**
   * The caller is told the expected wait.
   *
   * @param steps to how many minutes it is rounded up, 1 to 60
   * @return this
   */
  public HearingBuilder expectedWait(int steps) {
    tellsWait = true;
    waitSteps = steps;
    return this;
  }

  /**
   * Thanks follow the position or the expected wait.
   *
   * @return this
   */
  public HearingBuilder thanks() {
    thanks = true;
    return this;
  }

  /**
   * How long after the wait began the position and the expected wait are told first. Default zero:
   * at once, or after the shortest gap behind a join message.
   *
   * @param time whole seconds, zero to an hour
   * @return this
   */
  public HearingBuilder firstAfter(Duration time) {
    first = given("firstAfter", time);
    return this;
  }

  /**
   * After what time the position and the expected wait are told again. Default one minute.
   *
   * @param time whole seconds, 5 s to an hour
   * @return this
   */
  public HearingBuilder every(Duration time) {
    every = given("every", time);
    return this;
  }

  /**
   * The shortest time from the start of one announcement to the start of the next. Default 15 s.
   *
   * @param time whole seconds, 5 s to an hour
   * @return this
   */
  public HearingBuilder atLeastApart(Duration time) {
    gap = given("atLeastApart", time);
    return this;
  }

  /**
   * Position and expected wait are told again only when they are better than they were told last.
   *
   * @return this
   */
  public HearingBuilder onlyWhenBetter() {
    onlyWhenBetter = true;
    return this;
  }

  /**
   * Adds a message of the house.
   *
   * @param sound a sound of the switch
   * @return this
   */
  public HearingBuilder message(String sound) {
    messages.add(given("message", sound));
    return this;
  }

  /**
   * Messages of the house are told in random order. By default they are told in turn.
   *
   * @return this
   */
  public HearingBuilder messagesAtRandom() {
    order = Order.RANDOM;
    return this;
  }

  /**
   * When messages of the house are told. By default the first after 30 s, then one each minute.
   *
   * @param firstTime how long after the wait began, whole seconds, zero to an hour
   * @param interval after what time the next follows, whole seconds, 5 s to an hour
   * @return this
   */
  public HearingBuilder messagesEvery(Duration firstTime, Duration interval) {
    firstMessage = given("messagesEvery", firstTime);
    everyMessage = given("messagesEvery", interval);
    return this;
  }

  /**
   * Puts another sound in the place of a standard one.
   *
   * @param phrase what it says
   * @param name a sound of the switch
   * @return this
   */
  public HearingBuilder sound(Phrase phrase, String name) {
    sounds.put(given("sound", phrase), given("sound", name));
    return this;
  }

  /**
   * The grammatical gender in which numbers are spoken. Default neuter, for which all standard sets
   * of sounds have files.
   *
   * @param chosen the gender
   * @return this
   */
  public HearingBuilder gender(Gender chosen) {
    gender = given("gender", chosen);
    return this;
  }

  private <T> T given(String setting, T value) {
    return requireNonNull(
        value, () -> "hunt group " + group + ": " + setting + " is null: expected a value");
  }
}
