package io.ringwright.directory;

import io.ringwright.call.Greeting;
import io.ringwright.call.Language;
import io.ringwright.call.MusicClass;
import io.ringwright.call.SoundName;
import io.ringwright.call.Treatment;
import io.ringwright.call.Treatment.Background;
import io.ringwright.directory.AnnouncementSounds.Phrase;
import io.ringwright.directory.Announcements.Figure;
import io.ringwright.directory.Announcements.OwnMessages;
import io.ringwright.directory.Announcements.Pace;
import io.ringwright.directory.Announcements.Standing;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Checks what callers hear who wait for a hunt group. */
final class HearingInspection {

  private final String item;
  private final HearingBuilder given;
  private final Mistakes mistakes;

  private HearingInspection(String item, HearingBuilder given, Mistakes mistakes) {
    this.item = item;
    this.given = given;
    this.mistakes = mistakes;
  }

  static Hearing hearing(String item, HearingBuilder given, Mistakes mistakes) {
    Hearing made = new HearingInspection(item, given, mistakes).hearing();
    return Hearing.USUAL.equals(made) ? Hearing.USUAL : made;
  }

  private Hearing hearing() {
    Announcements announcements =
        new Announcements(
            given.join.isEmpty() ? Optional.empty() : sound("join message", given.join),
            standing(),
            pace(),
            own(),
            new AnnouncementSounds(sounds(), given.gender));
    boolean ringing = given.line == Treatment.Line.RINGING;
    mistakes.require(
        !(ringing && announcements.tellAnything()),
        item,
        "announcements are heard by nobody where the call rings unanswered",
        "no announcements, or inEarlyMedia");
    mistakes.require(
        !(ringing && !given.music.isEmpty()),
        item,
        "music " + Mistakes.quoted(given.music) + " is heard by nobody where the call rings",
        "no music, or inEarlyMedia");
    return new Hearing(given.line, background(), announcements, greeting());
  }

  private Greeting greeting() {
    Greeting greeting =
        new Greeting(
            given.language.isEmpty()
                ? Optional.empty()
                : name(
                    "language", given.language, Language::of, "2 to 20 letters, digits, _ and -"),
            given.welcome.isEmpty() ? Optional.empty() : sound("welcome", given.welcome),
            given.saysExtension,
            given.operator.isEmpty() ? Optional.empty() : sound("operator prompt", given.operator));
    mistakes.require(
        !greeting.isHeard() || given.line == Treatment.Line.ANSWERED,
        item,
        "a greeting answers the call, and callers who wait are not to be answered",
        "no greeting, or neither inEarlyMedia nor ringingUnanswered");
    return greeting.equals(Greeting.NONE) ? Greeting.NONE : greeting;
  }

  private Background background() {
    if (given.music.isEmpty()) {
      return given.ringingTone ? new Background.Ringing() : Treatment.USUAL.background();
    }
    mistakes.require(
        !given.ringingTone,
        item,
        "music " + Mistakes.quoted(given.music) + " is for calls that hear a ringing tone",
        "music, or ringingInsteadOfMusic");
    return new Background.Music(name("music", given.music, MusicClass::of, "letters, digits, _ -"));
  }

  private Standing standing() {
    mistakes.require(
        !(given.position && given.callsWaiting),
        item,
        "the position and how many calls wait are told in the same words",
        "position or callsWaiting");
    Figure figure =
        given.position ? Figure.POSITION : given.callsWaiting ? Figure.CALLS_WAITING : Figure.NONE;
    if (given.bounded) {
      mistakes.within(Mistakes.Range.TOLD_NUMBER, item, "exact up to", given.exactUpTo);
    }
    if (given.tellsWait) {
      mistakes.within(Mistakes.Range.MINUTES, item, "expected wait in steps of", given.waitSteps);
    }
    return new Standing(figure, given.exactUpTo, given.youAreNext, given.waitSteps, given.thanks);
  }

  private Pace pace() {
    within(Mistakes.Span.FIRST_ANNOUNCEMENT, "first announcement after", given.first);
    within(Mistakes.Span.ANNOUNCEMENT, "announcements every", given.every);
    within(Mistakes.Span.ANNOUNCEMENT, "announcements at least apart", given.gap);
    return new Pace(given.first, given.every, given.gap, given.onlyWhenBetter);
  }

  private OwnMessages own() {
    mistakes.require(
        given.messages.size() <= OwnMessages.MOST,
        item,
        given.messages.size() + " messages are too many",
        "at most " + OwnMessages.MOST);
    within(Mistakes.Span.FIRST_ANNOUNCEMENT, "first message after", given.firstMessage);
    within(Mistakes.Span.ANNOUNCEMENT, "messages every", given.everyMessage);
    List<SoundName> sounds =
        given.messages.stream().flatMap(each -> sound("message", each).stream()).toList();
    return new OwnMessages(sounds, given.order, given.firstMessage, given.everyMessage);
  }

  private Map<Phrase, SoundName> sounds() {
    Map<Phrase, SoundName> sounds = new EnumMap<>(Phrase.class);
    given.sounds.forEach(
        (phrase, name) ->
            sound("sound for " + phrase.standard(), name)
                .ifPresent(found -> sounds.put(phrase, found)));
    return sounds;
  }

  private void within(Mistakes.Span span, String what, Duration time) {
    mistakes.withinWholeSeconds(span, item, what, time);
  }

  private Optional<SoundName> sound(String what, String name) {
    return mistakes.sound(item, what, name);
  }

  /** Bad names are collected like any other mistake. */
  private <T> Optional<T> name(
      String what, String name, Function<String, T> read, String expected) {
    try {
      return Optional.of(read.apply(name));
    } catch (IllegalArgumentException refused) {
      mistakes.add(item, what + " " + Mistakes.quoted(name) + " is not valid", expected);
      return Optional.empty();
    }
  }
}
