package io.ringwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.CallOutcome;
import io.ringwright.call.RingOutcome;
import io.ringwright.directory.Extension;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.engine.RandomCaller.Where;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Random sequences of events, with moves that fail, news that is lost and links that break: no
 * phone is rung beyond its capacity, nobody who rings or talks is moved, every caller has at most
 * one outcome, and when the storm is over everybody has been served and every phone is free.
 */
class RandomEventsTest {

  private static final int SEEDS = Integer.getInteger("seeds", 150);
  private static final int STEPS = 400;
  static final List<String> NUMBERS = List.of("100", "101", "102", "700", "701", "702");

  /** 103 is watched by a hint, and 104 is an agent at a number outside. */
  static final PhoneList PHONES =
      PhoneList.builder()
          .extension("100", a -> a.device("PJSIP/100").holdCapacity(1))
          .extension("101", b -> b.device("PJSIP/101").wrapUp(Duration.ofSeconds(5)))
          .extension("102", c -> c.device("PJSIP/102").forwardOnNoReply("103"))
          .extension("103", d -> d.device("PJSIP/103", "hint:103@house").forwardOnBusy("100"))
          .extension("104", e -> e.outside("0301230104"))
          .allowExternal("0301230")
          .huntGroup(
              "700", all -> all.member("100").member("101").member("102", 2).member("104", 2))
          .huntGroup(
              "701",
              all ->
                  all.strategy(StandardStrategy.SIMULTANEOUS)
                      .member("101")
                      .member("102")
                      .member("103"))
          .huntGroup(
              "702",
              all ->
                  all.member("102")
                      .member("103")
                      .longestWait(Duration.ofMinutes(2))
                      .overflow("700"))
          .build();

  @Test
  void whatever_happens_in_whatever_order_nobody_is_lost_and_no_phone_is_rung_twice() {
    for (long seed = Long.getLong("seed", 1L); seed <= SEEDS; seed++) {
      run(seed);
    }
  }

  private static void run(long seed) {
    try {
      RandomHouse house = new RandomHouse(PHONES, seed);
      for (int step = 0; step < STEPS; step++) {
        anything(house);
        atMostOneOutcomeEach(house);
      }
      calmDown(house);
      everybodyIsServedAndEveryPhoneFree(house);
    } catch (AssertionError | RuntimeException broken) {
      throw new AssertionError("seed " + seed + ": " + broken.getMessage(), broken);
    }
  }

  static void anything(RandomHouse house) {
    anything(house, house.random.nextInt(1000));
  }

  /** The same; the link stands, and the engine runs on. */
  static void anythingButFaults(RandomHouse house) {
    anything(house, house.random.nextInt(970));
  }

  private static void anything(RandomHouse house, int dice) {
    if (dice < 200) {
      if (house.callers.size() - house.at(Where.GONE).size() < 15) {
        house.arrives(house.any(NUMBERS), 4 + house.random.nextInt(2));
      }
    } else if (dice < 450) {
      house.moveSomebody();
    } else if (dice < 700) {
      somethingRings(house);
    } else if (dice < 820) {
      somebody(house, Where.TALKING);
    } else if (dice < 850) {
      somebody(house, Where.WAITING);
    } else if (dice < 880) {
      house.ownCall(house.any(List.copyOf(house.directory.phoneList().extensions())).device());
    } else if (dice < 970) {
      house.passes(Duration.ofMillis(house.random.nextInt(9000)));
    } else if (dice < 995) {
      house.linkChanges();
    } else {
      house.restarts();
    }
    house.router.runDue();
  }

  private static void somethingRings(RandomHouse house) {
    List<RandomCaller> ringing = house.at(Where.RINGING);
    if (ringing.isEmpty()) {
      return;
    }
    RandomCaller caller = house.any(ringing);
    int dice = house.random.nextInt(100);
    if (dice < 50) {
      house.answers(caller);
    } else if (dice < 70) {
      house.passes(Duration.ofSeconds(20));
      house.ringEnds(caller, RingOutcome.NO_REPLY);
    } else if (dice < 90) {
      house.ringEnds(caller, house.any(List.of(RingOutcome.BUSY, RingOutcome.NOT_REACHABLE)));
    } else {
      house.hangsUp(caller);
    }
  }

  private static void somebody(RandomHouse house, Where where) {
    if (!house.at(where).isEmpty()) {
      house.hangsUp(house.any(house.at(where)));
    }
  }

  /** Each visit ends once; which of them are over is known but for news that is lost. */
  static void atMostOneOutcomeEach(RandomHouse house) {
    assertThat(house.ear.visits.mistakes()).isEmpty();
    assertThat(house.ear.book.mistakes()).isEmpty();
    for (RandomCaller caller : house.callers.values()) {
      assertThat(house.ear.outcomesOf(caller.id().value()))
          .as("outcomes of %s", caller.id())
          .hasSizeBetween(caller.arrivals - 1, caller.arrivals);
    }
  }

  /** Where no news is lost, a call goes on after each visit but the last. */
  static void oneEndOfEachCall(RandomHouse house) {
    for (RandomCaller caller : house.callers.values()) {
      List<CallOutcome> ends = house.ear.outcomesOf(caller.id().value());
      for (int visit = 0; visit < ends.size(); visit++) {
        assertThat(ends.get(visit).goesOn())
            .as("%s goes on after visit %s of %s", caller, visit, ends)
            .isEqualTo(visit < caller.arrivals - 1);
      }
    }
  }

  /** No more faults; everybody is patient, and every talk is short. */
  static void calmDown(RandomHouse house) {
    house.calm();
    for (int round = 0; round < 400; round++) {
      house.moveSomebody();
      house.at(Where.RINGING).stream().limit(1).forEach(house::answers);
      house.at(Where.TALKING).stream().limit(1).forEach(house::hangsUp);
      house.passes(Duration.ofSeconds(1));
      if (round % 60 == 0) {
        house.reconcile();
      }
    }
  }

  static void everybodyIsServedAndEveryPhoneFree(RandomHouse house) {
    assertThat(house.at(Where.WAITING)).as("who still waits").isEmpty();
    assertThat(house.router.waitingCalls()).isEmpty();
    assertThat(house.ear.failures).isEmpty();
    for (RandomCaller caller : house.callers.values()) {
      assertThat(house.ear.outcomesOf(caller.id().value()))
          .as("outcomes of %s", caller)
          .hasSize(caller.arrivals)
          .doesNotContain(CallOutcome.LOST);
    }
    house.passes(Duration.ofSeconds(60));
    for (Extension extension : PHONES.extensions()) {
      String number = extension.number().digits();
      house.arrives(number, 5);
      RandomCaller probe = house.at(Where.RINGING).get(0);
      assertThat(House.targets(probe.targets)).as("the phone of %s", number).isEqualTo(number);
      house.hangsUp(probe);
    }
  }
}
