package io.ringwright.announcement;

import io.ringwright.announcement.Told.OfStanding;
import io.ringwright.announcement.Told.ToldWait;
import io.ringwright.call.Announcement;
import io.ringwright.directory.AnnouncementSounds;
import io.ringwright.directory.AnnouncementSounds.Phrase;
import io.ringwright.directory.Announcements;
import io.ringwright.directory.Announcements.Figure;
import io.ringwright.directory.Announcements.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a caller is told of the standing when the time for it has come: the position, or how many
 * calls wait, and the expected wait.
 *
 * <p>Thread safety: one thread.
 */
final class StandingPlan {

  private final Standing settings;
  private final boolean onlyWhenBetter;
  private final AnnouncementSounds sounds;
  private final Facts facts;
  private final List<String> reasons = new ArrayList<>();

  StandingPlan(Announcements settings, Facts facts) {
    this.settings = settings.standing();
    this.onlyWhenBetter = settings.pace().onlyWhenBetter();
    this.sounds = settings.sounds();
    this.facts = facts;
  }

  /**
   * What is told now.
   *
   * @param announcement the words; empty for nothing
   * @param figure the number in them; 0 for none
   * @param minutes the wait in them; 0 for none
   * @param told what was told up to now
   * @param reasons why it is so
   */
  record Outcome(
      Optional<Announcement> announcement,
      int figure,
      int minutes,
      OfStanding told,
      List<String> reasons) {}

  Outcome outcome(OfStanding before) {
    int figure = figure();
    WaitPlan.Outcome wait = wait(before.expected());
    if (onlyWhenBetter && !isBetter(before, figure, wait.minutes())) {
      OfStanding stays = new OfStanding(facts.now(), before.figure(), before.expected());
      return new Outcome(
          Optional.empty(),
          0,
          0,
          stays,
          List.of("nothing told, " + standing(figure, wait) + " is not better than before"));
    }
    noteRise(before, figure);
    if (!wait.reason().isEmpty()) {
      reasons.add(wait.reason());
    }
    List<Announcement.Word> words = words(wait);
    OfStanding told = new OfStanding(facts.now(), figure, wait.kept());
    return new Outcome(
        words.isEmpty() ? Optional.empty() : Optional.of(new Announcement(words)),
        figure,
        wait.minutes(),
        told,
        List.copyOf(reasons));
  }

  private int figure() {
    return switch (settings.figure()) {
      case NONE -> 0;
      case POSITION -> facts.position();
      case CALLS_WAITING -> facts.calls();
    };
  }

  private boolean isNext() {
    return settings.figure() == Figure.POSITION && settings.youAreNext() && facts.position() == 1;
  }

  private WaitPlan.Outcome wait(Optional<ToldWait> before) {
    return settings.tellsWait() && !isNext()
        ? new WaitPlan(settings.waitSteps(), facts).outcome(before)
        : new WaitPlan.Outcome(0, false, before, "");
  }

  /** The first time everything is better than nothing. */
  private static boolean isBetter(OfStanding before, int figure, int minutes) {
    if (before.figure() != 0 && figure != 0 && figure != before.figure()) {
      return figure < before.figure();
    }
    boolean told = minutes > 0;
    return before.expected().isPresent()
        ? told && minutes < before.expected().get().minutes()
        : told || before.figure() == 0;
  }

  private static String standing(int figure, WaitPlan.Outcome wait) {
    String number = figure == 0 ? "" : "number " + figure;
    String minutes = wait.minutes() == 0 ? "" : wait.minutes() + " min";
    String between = number.isEmpty() || minutes.isEmpty() ? "" : ", ";
    String all = number + between + minutes;
    return all.isEmpty() ? "what is known" : all;
  }

  private void noteRise(OfStanding before, int figure) {
    if (before.figure() == 0 || figure <= before.figure()) {
      return;
    }
    reasons.add(
        settings.figure() == Figure.POSITION
            ? "position " + figure + " after " + before.figure() + ": " + facts.ahead().words()
            : figure + " calls wait after " + before.figure());
  }

  private List<Announcement.Word> words(WaitPlan.Outcome wait) {
    List<Announcement.Word> words = new ArrayList<>();
    if (isNext()) {
      words.add(sound(Phrase.YOU_ARE_NEXT));
    } else {
      figure(words);
      wait(words, wait);
    }
    if (settings.thanks() && !words.isEmpty()) {
      words.add(sound(Phrase.THANK_YOU));
    }
    return words;
  }

  private void figure(List<Announcement.Word> words) {
    int figure = figure();
    if (figure == 0) {
      return;
    }
    boolean more = settings.exactUpTo() > 0 && figure > settings.exactUpTo();
    words.add(sound(more ? Phrase.MORE_THAN : Phrase.THERE_ARE));
    words.add(number(more ? settings.exactUpTo() : figure));
    words.add(sound(more ? Phrase.MORE_CALLS_WAITING : Phrase.CALLS_WAITING));
  }

  private void wait(List<Announcement.Word> words, WaitPlan.Outcome wait) {
    if (wait.minutes() == 0) {
      return;
    }
    words.add(sound(Phrase.HOLD_TIME));
    if (wait.lessThan()) {
      words.add(sound(Phrase.LESS_THAN));
    }
    words.add(number(wait.minutes()));
    words.add(sound(wait.minutes() == 1 ? Phrase.MINUTE : Phrase.MINUTES));
  }

  private Announcement.Word sound(Phrase phrase) {
    return new Announcement.Sound(sounds.of(phrase));
  }

  private Announcement.Word number(int value) {
    return new Announcement.Spoken(value, sounds.gender());
  }
}
