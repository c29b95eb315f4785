package io.ringwright.files;

import io.ringwright.call.Announcement.Gender;
import io.ringwright.call.Treatment.Line;
import io.ringwright.directory.AnnouncementSounds.Phrase;
import io.ringwright.directory.Announcements.OwnMessages;
import io.ringwright.directory.HearingBuilder;
import io.ringwright.directory.HuntGroupBuilder;
import java.time.Duration;

/** Reads what callers hear. */
final class HearingReader {

  private final Part part;
  private final HearingBuilder to;

  private HearingReader(Part part, HearingBuilder to) {
    this.part = part;
    this.to = to;
  }

  static void read(Spot at, HuntGroupBuilder group) {
    at.part(Shape.CALLERS_HEAR)
        .ifPresent(part -> group.callersHear(to -> new HearingReader(part, to).read()));
  }

  private void read() {
    part.word("line", Line.class, this::line);
    part.text("music", to::music);
    part.yes("ringing-instead-of-music", to::ringingInsteadOfMusic);
    part.text("language", to::language);
    part.text("welcome", to::welcome);
    part.yes("say-the-extension", to::sayTheExtension);
    part.text("operator", to::operator);
    part.text("join-message", to::joinMessage);
    standing();
    part.duration("first-after", to::firstAfter);
    part.duration("every", to::every);
    part.duration("at-least-apart", to::atLeastApart);
    part.yes("only-when-better", to::onlyWhenBetter);
    messages();
    part.at("sounds", this::sounds);
    part.word("gender", Gender.class, to::gender);
  }

  private void line(Line line) {
    switch (line) {
      case ANSWERED -> {}
      case EARLY_MEDIA -> to.inEarlyMedia();
      case RINGING -> to.ringingUnanswered();
    }
  }

  private void standing() {
    part.yes("position", to::position);
    part.yes("calls-waiting", to::callsWaiting);
    part.count("exact-up-to", to::exactUpTo);
    part.at("you-are-next")
        .flatMap(Spot::yes)
        .filter(yes -> !yes)
        .ifPresent(no -> to.withoutYouAreNext());
    part.at("expected-wait", this::expectedWait);
    part.yes("thanks", to::thanks);
  }

  /** Yes or no, or to what it is rounded up. */
  private void expectedWait(Spot at) {
    if (at.is("yes") || at.is("no")) {
      part.yes("expected-wait", to::expectedWait);
      return;
    }
    at.read(DurationWords::read, "yes, no, or to what it is rounded up, such as 5 min")
        .ifPresent(steps -> expectedWait(at, steps));
  }

  private void expectedWait(Spot at, Duration steps) {
    if (steps.equals(Duration.ofMinutes(steps.toMinutes())) && steps.toHours() < 24) {
      to.expectedWait((int) steps.toMinutes());
    } else {
      at.wrong("whole minutes, 1 min to 60 min", "");
    }
  }

  private void messages() {
    part.at("messages", at -> at.each().forEach(each -> each.text().ifPresent(to::message)));
    part.yes("messages-at-random", to::messagesAtRandom);
    Duration first =
        part.at("messages-first-after").flatMap(Spot::duration).orElse(OwnMessages.NONE.first());
    Duration every =
        part.at("messages-every").flatMap(Spot::duration).orElse(OwnMessages.NONE.every());
    to.messagesEvery(first, every);
  }

  private void sounds(Spot at) {
    for (Spot.Entry entry : at.entries()) {
      entry
          .key()
          .word(Phrase.class)
          .ifPresent(phrase -> entry.value().text().ifPresent(name -> to.sound(phrase, name)));
    }
  }
}
