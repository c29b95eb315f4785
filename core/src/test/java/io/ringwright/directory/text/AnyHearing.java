package io.ringwright.directory.text;

import io.ringwright.call.Announcement.Gender;
import io.ringwright.directory.AnnouncementSounds.Phrase;
import io.ringwright.directory.HearingBuilder;
import java.time.Duration;
import java.util.Random;

/** What callers hear, with any settings that the builder takes. */
public final class AnyHearing {

  private final Random random;

  /** Settings that follow from a source of chance. */
  public AnyHearing(Random random) {
    this.random = random;
  }

  /** Describes them. */
  public void describe(HearingBuilder hearing) {
    if (chance(15)) {
      hearing.ringingUnanswered();
      return;
    }
    if (chance(30)) {
      hearing.inEarlyMedia();
    } else {
      greeting(hearing);
    }
    switch (random.nextInt(3)) {
      case 0 -> hearing.music("jazz_2-b");
      case 1 -> hearing.ringingInsteadOfMusic();
      default -> {}
    }
    if (chance(50)) {
      hearing.joinMessage("custom/welcome-" + random.nextInt(9));
    }
    standing(hearing);
    if (chance(50)) {
      hearing.firstAfter(seconds(0)).every(seconds(5)).atLeastApart(seconds(5));
    }
    messages(hearing);
    sounds(hearing);
  }

  private void greeting(HearingBuilder hearing) {
    if (chance(30)) {
      hearing.language("pt_BR");
    }
    if (chance(30)) {
      hearing.welcome("custom/hello");
    }
    if (chance(30)) {
      hearing.sayTheExtension().operator("custom/operator");
    }
  }

  private void standing(HearingBuilder hearing) {
    switch (random.nextInt(3)) {
      case 0 -> hearing.position();
      case 1 -> hearing.callsWaiting();
      default -> {}
    }
    if (chance(50)) {
      hearing.exactUpTo(1 + random.nextInt(999));
    }
    if (chance(50)) {
      hearing.withoutYouAreNext();
    }
    if (chance(60)) {
      hearing.expectedWait(1 + random.nextInt(60));
    }
    if (chance(50)) {
      hearing.thanks();
    }
    if (chance(30)) {
      hearing.onlyWhenBetter();
    }
  }

  private void messages(HearingBuilder hearing) {
    for (int message = random.nextInt(4); message > 0; message--) {
      hearing.message("custom/message_" + random.nextInt(9) + ".v2");
    }
    if (chance(50)) {
      hearing.messagesAtRandom();
    }
    if (chance(50)) {
      hearing.messagesEvery(seconds(0), seconds(5));
    }
  }

  private void sounds(HearingBuilder hearing) {
    for (Phrase phrase : Phrase.values()) {
      if (chance(10)) {
        hearing.sound(phrase, chance(20) ? phrase.standard().name() : "none");
      }
    }
    hearing.gender(Gender.values()[random.nextInt(4)]);
  }

  private Duration seconds(int least) {
    return Duration.ofSeconds(least + random.nextInt(chance(50) ? 60 : 3596));
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
