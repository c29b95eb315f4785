package io.ringwright.files;

import io.ringwright.call.Announcement.Gender;
import io.ringwright.call.Greeting;
import io.ringwright.call.Treatment.Background;
import io.ringwright.call.Treatment.Line;
import io.ringwright.directory.AnnouncementSounds;
import io.ringwright.directory.Announcements;
import io.ringwright.directory.Announcements.Figure;
import io.ringwright.directory.Announcements.Order;
import io.ringwright.directory.Announcements.OwnMessages;
import io.ringwright.directory.Announcements.Pace;
import io.ringwright.directory.Announcements.Standing;
import io.ringwright.directory.Hearing;
import io.ringwright.files.Tree.Settings;

/** What callers hear, as a phone file says it. */
final class HearingTree {

  private HearingTree() {}

  static Settings of(Hearing hearing, boolean all) {
    Settings to = new Settings(all);
    to.unless(Line.ANSWERED, "line", hearing.line(), each -> Tree.of(Words.of(each)));
    if (hearing.background() instanceof Background.Music music) {
      to.optional("music", music.musicClass(), Tree::of);
    } else {
      to.yes(false, "ringing-instead-of-music", true);
    }
    Greeting greeting = hearing.greeting();
    to.optional("language", greeting.language(), Tree::of);
    to.optional("welcome", greeting.welcome(), Tree::of);
    to.yes(false, "say-the-extension", greeting.saysExtension());
    to.optional("operator", greeting.operator(), Tree::of);
    Announcements told = hearing.announcements();
    to.optional("join-message", told.join(), Tree::of);
    standing(told.standing(), to);
    pace(told.pace(), to);
    messages(told.own(), to);
    sounds(told.sounds(), to);
    return to;
  }

  private static void standing(Standing standing, Settings to) {
    to.yes(false, "position", standing.figure() == Figure.POSITION);
    to.yes(false, "calls-waiting", standing.figure() == Figure.CALLS_WAITING);
    to.unless(0, "exact-up-to", standing.exactUpTo());
    to.yes(true, "you-are-next", standing.youAreNext());
    to.unless(
        0,
        "expected-wait",
        standing.waitSteps(),
        each -> Tree.of(each == 0 ? "no" : each + " min"));
    to.yes(false, "thanks", standing.thanks());
  }

  private static void pace(Pace pace, Settings to) {
    Pace usual = Pace.USUAL;
    to.unless(usual.first(), "first-after", pace.first(), WaitingTree::time);
    to.unless(usual.every(), "every", pace.every(), WaitingTree::time);
    to.unless(usual.gap(), "at-least-apart", pace.gap(), WaitingTree::time);
    to.yes(false, "only-when-better", pace.onlyWhenBetter());
  }

  private static void messages(OwnMessages own, Settings to) {
    OwnMessages usual = OwnMessages.NONE;
    to.unless(usual.sounds(), "messages", own.sounds(), Tree::row);
    to.yes(false, "messages-at-random", own.order() == Order.RANDOM);
    to.unless(usual.first(), "messages-first-after", own.first(), WaitingTree::time);
    to.unless(usual.every(), "messages-every", own.every(), WaitingTree::time);
  }

  private static void sounds(AnnouncementSounds sounds, Settings to) {
    Settings other = new Settings(false);
    sounds.other().forEach((phrase, name) -> other.set(Words.of(phrase), Tree.of(name)));
    to.part("sounds", other);
    to.unless(Gender.NEUTER, "gender", sounds.gender(), each -> Tree.of(Words.of(each)));
  }
}
