package io.ringwright.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.engine.RandomCaller.Where;
import io.ringwright.event.EventRecorder;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Random days in which people do everything with calls that a telephone allows: pick-up by
 * colleagues and outsiders, transfers in each way, consultations that are completed while they
 * wait, ring or talk, the fallback, log-outs, withdrawals; half of the days with news that is lost,
 * links that break and engines that start again.
 *
 * <p>Run with {@code -Ddays=20000} for more of them.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES) // For -Ddays=20000 on a busy machine.
class EventfulDaysTest {

  private static final int DAYS = Integer.getInteger("days", 2_000);
  private static final int STEPS = 80;

  @Test
  void every_call_ends_once_and_no_phone_is_rung_beyond_its_capacity() {
    for (long seed = 1; seed <= DAYS; seed += 2) {
      onDay(seed, EventfulDaysTest::stormyDay);
    }
  }

  @Test
  void nobody_waits_beside_a_free_phone_or_beyond_a_longest_wait() {
    long looks = 0;
    for (long seed = 2; seed <= DAYS; seed += 2) {
      Onlooker[] onlooker = new Onlooker[1];
      onDay(seed, each -> onlooker[0] = quietDay(each));
      looks += onlooker[0].looks();
    }
    assertThat(looks).as("callers who waited").isGreaterThan(DAYS);
  }

  private interface Day {
    void run(long seed);
  }

  private static void onDay(long seed, Day day) {
    try {
      day.run(seed);
    } catch (AssertionError | RuntimeException broken) {
      throw new AssertionError("seed " + seed + ": " + broken.getMessage(), broken);
    }
  }

  static void stormyDay(long seed) {
    NaiveTwin twin = new NaiveTwin();
    RandomHouse house = new RandomHouse(RandomEventsTest.PHONES, seed, twin);
    RandomLegs legs = new RandomLegs(house);
    for (int step = 0; step < STEPS; step++) {
      if (house.chance(20)) {
        legs.anything();
      } else {
        RandomEventsTest.anything(house);
      }
      RandomEventsTest.atMostOneOutcomeEach(house);
    }
    legs.calm();
    RandomEventsTest.calmDown(house);
    RandomEventsTest.everybodyIsServedAndEveryPhoneFree(house);
    twin.decidesTheSame();
  }

  private static Onlooker quietDay(long seed) {
    NaiveTwin twin = new NaiveTwin();
    Onlooker onlooker = quietDay(new RandomHouse(RandomEventsTest.PHONES, seed, twin, false));
    twin.decidesTheSame();
    return onlooker;
  }

  /** No news is lost, and each move is carried out at once or is under way. */
  private static Onlooker quietDay(RandomHouse house) {
    RandomLegs legs = new RandomLegs(house);
    Onlooker onlooker = new Onlooker(house);
    for (int step = 0; step < STEPS; step++) {
      if (house.chance(20)) {
        legs.anything();
      } else {
        RandomEventsTest.anythingButFaults(house);
      }
      house.router.runDue();
      onlooker.look();
      RandomEventsTest.atMostOneOutcomeEach(house);
      RandomEventsTest.oneEndOfEachCall(house);
    }
    return onlooker;
  }

  @Test
  void the_onlooker_sees_who_waits_beside_a_free_phone() {
    RandomHouse house = new RandomHouse(RandomEventsTest.PHONES, 1, EventRecorder.NONE, false);
    Onlooker onlooker = new Onlooker(house);
    house.ownCall(house.phoneOf("101"));
    RandomCaller caller = house.arrives("101", 5);
    onlooker.look();
    house.phones.endOwnCalls();
    house.clock.advance(Duration.ofMinutes(3));
    assertThat(caller.where).isEqualTo(Where.WAITING);
    assertThatThrownBy(onlooker::look)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("waits while [PJSIP/101] has done nothing");
  }
}
