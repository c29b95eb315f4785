package io.ringwright.imports;

import io.ringwright.call.MusicClass;
import io.ringwright.call.SoundName;
import io.ringwright.directory.AnnouncementSounds.Phrase;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Options that say what waiting callers hear; {@link Announcing} puts them together. */
final class HearingOptions {

  private static final Outcome QUIET =
      Outcome.notNeeded("nothing is told: announce-frequency is 0");
  private static final Set<Phrase> TO_AGENTS =
      Set.of(Phrase.REPORT_WAIT, Phrase.MINUTE, Phrase.MINUTES, Phrase.SECONDS);

  static final List<QueueOption> ALL =
      Stream.concat(
              Stream.of(
                  new QueueOption("musicclass", "`music`", HearingOptions::music),
                  new QueueOption(
                      "announce-frequency",
                      "`every`; 0: nothing is told",
                      (draft, value) -> often(value)),
                  new QueueOption(
                      "min-announce-frequency",
                      "`at-least-apart`",
                      (draft, value) -> draft.announces() ? often(value) : QUIET),
                  new QueueOption("announce-position", "`position`", HearingOptions::position),
                  new QueueOption(
                      "announce-position-limit", "`exact-up-to`", HearingOptions::limit),
                  new QueueOption(
                      "announce-position-only-up",
                      "`only-when-better`",
                      (draft, value) -> draft.announces() ? kept(value) : QUIET),
                  new QueueOption("announce-holdtime", "`expected-wait`", HearingOptions::holdTime),
                  new QueueOption(
                      "announce-round-seconds",
                      "waits are told in whole minutes",
                      HearingOptions::rounding),
                  new QueueOption(
                      "announce-to-first-user",
                      "who is first is always told",
                      HearingOptions::firstUser),
                  new QueueOption("periodic-announce", "`messages`", HearingOptions::messages),
                  new QueueOption(
                      "periodic-announce-frequency",
                      "`messages-every`",
                      (draft, value) -> often(value)),
                  new QueueOption(
                      "periodic-announce-startdelay",
                      "`messages-first-after`",
                      HearingOptions::startDelay),
                  new QueueOption(
                      "random-periodic-announce",
                      "`messages-at-random`",
                      (draft, value) -> periodic(draft).orElse(kept(value))),
                  new QueueOption(
                      "relative-periodic-announce",
                      "from start to start, always",
                      HearingOptions::relative)),
              phrases())
          .toList();

  private HearingOptions() {}

  private static Stream<QueueOption> phrases() {
    return Stream.of(Phrase.values())
        .filter(each -> each != Phrase.LESS_THAN)
        .map(
            phrase ->
                new QueueOption(
                    phrase.standard().toString(),
                    "`sounds`: " + phrase.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    (draft, value) -> phrase(draft, phrase, value)));
  }

  private static Outcome kept(String value) {
    return Outcome.kept(Values.yes(value) ? "yes" : "no");
  }

  private static Outcome music(QueueDraft draft, String value) {
    if (value.isEmpty()) {
      return Outcome.kept("the music of the channel");
    }
    try {
      String name = MusicClass.of(value).name();
      draft.hear(each -> each.music(value));
      return Outcome.kept("music " + name);
    } catch (IllegalArgumentException refused) {
      return Outcome.notPossible("no music class of letters, digits, _ and -");
    }
  }

  private static Outcome often(String value) {
    int seconds = Values.number(value);
    if (seconds <= 0) {
      return Outcome.kept("nothing is told");
    }
    long every = Announcing.every(seconds).toSeconds();
    return every == seconds
        ? Outcome.kept("every " + seconds + " s")
        : Outcome.changed("every " + every + " s: 5 s to an hour");
  }

  private static Outcome position(QueueDraft draft, String value) {
    if (!draft.announces()) {
      return QUIET;
    }
    return value.equalsIgnoreCase("limit")
        ? Outcome.changed("beyond the limit a caller is told that it is more, and not nothing")
        : Outcome.kept(Announcing.isBounded(value) ? "position" : kept(value).reason());
  }

  private static Outcome limit(QueueDraft draft, String value) {
    if (!draft.announces()
        || !Announcing.isBounded(draft.source().value("announce-position", ""))) {
      return Outcome.notNeeded("announce-position is neither limit nor more, or nothing is told");
    }
    int limit = Announcing.limit(Values.number(value));
    return limit == Values.number(value)
        ? Outcome.kept("exact-up-to " + limit)
        : Outcome.changed("exact-up-to " + limit + ": 1 to 999");
  }

  private static Outcome holdTime(QueueDraft draft, String value) {
    if (!draft.announces()) {
      return QUIET;
    }
    return value.equalsIgnoreCase("once")
        ? Outcome.changed("expected-wait is told again with the position")
        : kept(value);
  }

  private static Outcome rounding(QueueDraft draft, String value) {
    if (!draft.announces()) {
      return QUIET;
    }
    return Values.number(value) == 0
        ? Outcome.kept("whole minutes")
        : Outcome.changed("waits are told in whole minutes, rounded up");
  }

  private static Outcome firstUser(QueueDraft draft, String value) {
    if (!draft.announces()) {
      return QUIET;
    }
    return Values.yes(value)
        ? Outcome.kept("who is first is told too")
        : Outcome.changed("who is first is told too");
  }

  private static Optional<Outcome> periodic(QueueDraft draft) {
    return Announcing.tellsMessages(draft.source())
        ? Optional.empty()
        : Optional.of(Outcome.notNeeded("no messages: periodic-announce-frequency is 0"));
  }

  private static Outcome messages(QueueDraft draft, String value) {
    return periodic(draft).orElseGet(() -> messages(Values.list(value)));
  }

  private static Outcome messages(List<String> given) {
    List<String> lost = given.stream().filter(each -> Sounds.named(each).isEmpty()).toList();
    if (lost.size() == given.size()) {
      return Sounds.refused();
    }
    if (!lost.isEmpty() || given.size() > Announcing.MOST_MESSAGES) {
      return Outcome.changed("messages, but not what is no sound, and 10 at most");
    }
    return given.stream().allMatch(each -> Sounds.named(each).get().toString().equals(each))
        ? Outcome.kept("messages")
        : Outcome.changed("messages, in the language of the call");
  }

  private static Outcome startDelay(QueueDraft draft, String value) {
    int seconds = Values.number(value);
    return periodic(draft)
        .orElse(
            seconds > 3600
                ? Outcome.changed("the first message comes after an hour at most")
                : Outcome.kept(
                    "first message after " + (seconds < 0 ? "one round" : seconds + " s")));
  }

  private static Outcome relative(QueueDraft draft, String value) {
    return periodic(draft)
        .orElse(
            Values.yes(value)
                ? Outcome.changed("counted from the start of one message to the start of the next")
                : Outcome.kept("from start to start"));
  }

  private static Outcome phrase(QueueDraft draft, Phrase phrase, String value) {
    boolean toAgent = TO_AGENTS.contains(phrase) && draft.source().yes("reportholdtime", false);
    if (!draft.announces() && !toAgent) {
      return QUIET;
    }
    if (value.isEmpty()) {
      if (phrase == Phrase.THANK_YOU) {
        return Outcome.kept("no thanks");
      }
      draft.hear(each -> each.sound(phrase, "silence/1"));
      return Outcome.changed("no sound: silence/1");
    }
    Optional<SoundName> sound = Sounds.named(value);
    sound.ifPresent(found -> draft.hear(each -> each.sound(phrase, found.toString())));
    return sound
        .map(found -> Sounds.found(value, found, "sound " + found))
        .orElseGet(Sounds::refused);
  }
}
