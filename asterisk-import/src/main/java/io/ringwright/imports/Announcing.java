package io.ringwright.imports;

import io.ringwright.directory.AnnouncementSounds.Phrase;
import io.ringwright.directory.HearingBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What a waiting caller is told: the options that say so count only together. */
final class Announcing {

  static final int MOST_MESSAGES = 10;
  private static final int SHORTEST = 5;
  private static final int LONGEST = 3600;

  private Announcing() {}

  static void describe(QueueSource source, HearingBuilder callers) {
    if (tellsPosition(source)) {
      position(source, callers);
    }
    if (tellsMessages(source) && !messages(source).isEmpty()) {
      messages(source, callers);
    }
  }

  static boolean tellsPosition(QueueSource source) {
    return source.number("announce-frequency", 0) > 0;
  }

  private static void position(QueueSource source, HearingBuilder callers) {
    callers
        .every(every(source.number("announce-frequency", 0)))
        .atLeastApart(every(source.number("min-announce-frequency", 15)));
    String position = source.value("announce-position", "yes").toLowerCase(Locale.ROOT);
    boolean bounded = isBounded(position);
    boolean told = bounded || Values.yes(position);
    if (told) {
      callers.position();
    }
    if (bounded) {
      callers.exactUpTo(limit(source.number("announce-position-limit", 10)));
    }
    boolean wait = tellsWait(source.value("announce-holdtime", "yes"));
    if (wait) {
      callers.expectedWait();
    }
    if ((told || wait)
        && !source.value("queue-thankyou", Phrase.THANK_YOU.standard().toString()).isEmpty()) {
      callers.thanks();
    }
    if (source.yes("announce-position-only-up", false)) {
      callers.onlyWhenBetter();
    }
  }

  private static void messages(QueueSource source, HearingBuilder callers) {
    messages(source).forEach(callers::message);
    int frequency = source.number("periodic-announce-frequency", 0);
    int delay = source.number("periodic-announce-startdelay", -1);
    callers.messagesEvery(
        Duration.ofSeconds(Math.min(delay < 0 ? frequency : delay, LONGEST)), every(frequency));
    if (source.yes("random-periodic-announce", false)) {
      callers.messagesAtRandom();
    }
  }

  static boolean isBounded(String position) {
    return position.equalsIgnoreCase("limit") || position.equalsIgnoreCase("more");
  }

  static boolean tellsWait(String value) {
    return value.equalsIgnoreCase("once") || Values.yes(value);
  }

  static boolean tellsMessages(QueueSource source) {
    return source.number("periodic-announce-frequency", 0) > 0;
  }

  static List<String> messages(QueueSource source) {
    return Values.list(source.value("periodic-announce", "queue-periodic-announce")).stream()
        .flatMap(each -> Sounds.named(each).stream())
        .map(Object::toString)
        .limit(MOST_MESSAGES)
        .toList();
  }

  static Duration every(int seconds) {
    return Duration.ofSeconds(Math.max(SHORTEST, Math.min(seconds, LONGEST)));
  }

  static int limit(int calls) {
    return Math.max(1, Math.min(calls, 999));
  }
}
