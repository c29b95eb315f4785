package io.ringwright.directory.text;

import io.ringwright.call.Announcement.Gender;
import io.ringwright.call.Greeting;
import io.ringwright.call.Treatment.Background;
import io.ringwright.call.Treatment.Line;
import io.ringwright.directory.AnnouncementSounds;
import io.ringwright.directory.AnnouncementSounds.Phrase;
import io.ringwright.directory.Announcements;
import io.ringwright.directory.Announcements.Figure;
import io.ringwright.directory.Announcements.Order;
import io.ringwright.directory.Announcements.OwnMessages;
import io.ringwright.directory.Announcements.Pace;
import io.ringwright.directory.Announcements.Standing;
import io.ringwright.directory.Hearing;
import io.ringwright.directory.HearingBuilder;
import java.time.Duration;
import java.util.function.Consumer;

/** What callers hear, as lines of a phone list: a line for each part that is not the default. */
final class HearingText {

  /** With which word the lines begin. */
  static final String HEARING = "hearing";

  private HearingText() {}

  static void write(Hearing hearing, Consumer<String> lines) {
    Consumer<String> parts = part -> lines.accept(HEARING + " " + part);
    if (hearing.line() != Line.ANSWERED) {
      parts.accept("line " + FieldWords.word(hearing.line()));
    }
    if (hearing.background() instanceof Background.Music music) {
      music.musicClass().ifPresent(each -> parts.accept("music " + each));
    } else {
      parts.accept("ringing-tone");
    }
    write(hearing.greeting(), parts);
    write(hearing.announcements(), parts);
  }

  private static void write(Greeting greeting, Consumer<String> parts) {
    greeting.language().ifPresent(each -> parts.accept("language " + each));
    greeting.welcome().ifPresent(sound -> parts.accept("welcome " + sound));
    if (greeting.saysExtension()) {
      parts.accept("say-the-extension");
    }
    greeting.operator().ifPresent(sound -> parts.accept("operator " + sound));
  }

  private static void write(Announcements told, Consumer<String> parts) {
    told.join().ifPresent(sound -> parts.accept("join " + sound));
    write(told.standing(), parts);
    write(told.pace(), parts);
    write(told.own(), parts);
    write(told.sounds(), parts);
  }

  private static void write(Standing standing, Consumer<String> parts) {
    if (!standing.equals(Standing.NOTHING)) {
      parts.accept(
          "standing figure="
              + FieldWords.word(standing.figure())
              + (" exact-up-to=" + standing.exactUpTo())
              + (" you-are-next=" + FieldWords.yes(standing.youAreNext()))
              + (" wait-steps=" + standing.waitSteps())
              + (" thanks=" + FieldWords.yes(standing.thanks())));
    }
  }

  private static void write(Pace pace, Consumer<String> parts) {
    if (!pace.equals(Pace.USUAL)) {
      parts.accept(
          "pace first="
              + pace.first()
              + (" every=" + pace.every())
              + (" gap=" + pace.gap())
              + (" only-when-better=" + FieldWords.yes(pace.onlyWhenBetter())));
    }
  }

  private static void write(OwnMessages own, Consumer<String> parts) {
    OwnMessages usual = OwnMessages.NONE;
    if (!new OwnMessages(usual.sounds(), own.order(), own.first(), own.every()).equals(usual)) {
      parts.accept(
          "messages order="
              + FieldWords.word(own.order())
              + (" first=" + own.first())
              + (" every=" + own.every()));
    }
    own.sounds().forEach(sound -> parts.accept("message " + sound));
  }

  private static void write(AnnouncementSounds sounds, Consumer<String> parts) {
    sounds
        .other()
        .forEach((phrase, sound) -> parts.accept("sound " + FieldWords.word(phrase) + " " + sound));
    if (sounds.gender() != Gender.NEUTER) {
      parts.accept("gender " + FieldWords.word(sounds.gender()));
    }
  }

  /** Reads what follows the first word of a line. */
  static void read(HearingBuilder to, LineScanner line) {
    switch (line.word("a part of what is heard")) {
      case "line" -> line(to, constant(line, Line.class, "a kind of line"));
      case "music" -> to.music(line.word("a music class"));
      case "ringing-tone" -> to.ringingInsteadOfMusic();
      case "language" -> to.language(line.word("a language"));
      case "welcome" -> to.welcome(line.word("a sound"));
      case "say-the-extension" -> to.sayTheExtension();
      case "operator" -> to.operator(line.word("a sound"));
      case "join" -> to.joinMessage(line.word("a sound"));
      case "standing" -> standing(to, line);
      case "pace" -> pace(to, line);
      case "messages" -> messages(to, line);
      case "message" -> to.message(line.word("a sound"));
      case "sound" ->
          to.sound(constant(line, Phrase.class, "a phrase"), line.word("the sound of it"));
      case "gender" -> to.gender(constant(line, Gender.class, "a gender"));
      default -> throw line.unknown();
    }
  }

  private static <E extends Enum<E>> E constant(LineScanner line, Class<E> type, String what) {
    return line.read(what, line.word(what), word -> LineScanner.constant(type, word), what);
  }

  private static void line(HearingBuilder to, Line line) {
    switch (line) {
      case ANSWERED -> {}
      case EARLY_MEDIA -> to.inEarlyMedia();
      case RINGING -> to.ringingUnanswered();
    }
  }

  private static void standing(HearingBuilder to, LineScanner line) {
    switch (line.constant("figure", Figure.class)) {
      case NONE -> {}
      case POSITION -> to.position();
      case CALLS_WAITING -> to.callsWaiting();
    }
    int exactUpTo = line.count("exact-up-to");
    if (exactUpTo != 0) {
      to.exactUpTo(exactUpTo);
    }
    if (!line.yes("you-are-next")) {
      to.withoutYouAreNext();
    }
    int steps = line.count("wait-steps");
    if (steps != 0) {
      to.expectedWait(steps);
    }
    if (line.yes("thanks")) {
      to.thanks();
    }
  }

  private static void pace(HearingBuilder to, LineScanner line) {
    to.firstAfter(line.duration("first"));
    to.every(line.duration("every"));
    to.atLeastApart(line.duration("gap"));
    if (line.yes("only-when-better")) {
      to.onlyWhenBetter();
    }
  }

  private static void messages(HearingBuilder to, LineScanner line) {
    if (line.constant("order", Order.class) == Order.RANDOM) {
      to.messagesAtRandom();
    }
    Duration first = line.duration("first");
    to.messagesEvery(first, line.duration("every"));
  }
}
