package io.ringwright.announcement;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.announcement.Facts.Ahead;
import io.ringwright.call.Announcement;
import io.ringwright.directory.Announcements;
import io.ringwright.directory.text.AnyHearing;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for any settings, and for whatever happens while a caller waits. */
class AnyPlanTest {

  @Test
  void the_gap_is_kept_nothing_unknown_is_spoken_and_the_next_look_is_ahead() {
    int announced = 0;
    for (long seed = 1; seed <= 2_000; seed++) {
      announced += announced(seed);
    }
    assertThat(announced).isGreaterThan(20_000);
  }

  private static int announced(long seed) {
    Random random = new Random(seed);
    Announcements settings = PlannedCaller.settings(new AnyHearing(random)::describe);
    PlannedCaller caller = new PlannedCaller(settings);
    Instant lastStart = Instant.MIN;
    int announced = 0;
    for (int look = 0; look < 40; look++) {
      if (caller.last.announcement().isPresent()) {
        check(caller, settings, lastStart, seed);
        lastStart = caller.now;
        announced++;
      }
      assertThat(look == 0 || caller.last.next().isAfter(caller.now)).as("seed %s", seed).isTrue();
      change(caller, random);
      caller.saidAt(caller.now.plus(time(caller, random)));
    }
    return announced;
  }

  private static Duration time(PlannedCaller caller, Random random) {
    Duration due = Duration.between(caller.now, min(caller.last.next(), caller.now));
    boolean asAsked = random.nextInt(3) > 0 && due.compareTo(Duration.ZERO) > 0;
    return asAsked ? due : Duration.ofMillis(random.nextInt(random.nextInt(100_000) + 1));
  }

  private static Instant min(Instant next, Instant now) {
    Instant far = now.plusSeconds(7_200);
    return next.isAfter(far) ? far : next;
  }

  private static void change(PlannedCaller caller, Random random) {
    caller.at(1 + random.nextInt(6));
    caller.calls = caller.position + random.nextInt(5);
    caller.staff = random.nextInt(4);
    caller.ahead = new Ahead(random.nextInt(3), random.nextInt(3));
    caller.estimate = io.ringwright.call.WaitEstimate.unknown();
    if (random.nextInt(3) > 0) {
      caller.expecting(1 + random.nextInt(14_400));
    }
  }

  private static void check(
      PlannedCaller caller, Announcements settings, Instant lastStart, long seed) {
    if (!lastStart.equals(Instant.MIN)) {
      assertThat(Duration.between(lastStart, caller.now))
          .as("seed %s", seed)
          .isGreaterThanOrEqualTo(settings.pace().gap());
    }
    Announcement said = caller.last.announcement().orElseThrow();
    assertThat(said.words()).hasSizeLessThanOrEqualTo(9);
    if (caller.last.minutes().isPresent()) {
      int minutes = caller.last.minutes().get();
      assertThat(caller.estimate.interval()).as("seed %s", seed).isPresent();
      assertThat(minutes).isPositive();
      assertThat(minutes == 1 || minutes % settings.standing().waitSteps() == 0).isTrue();
    }
  }
}
