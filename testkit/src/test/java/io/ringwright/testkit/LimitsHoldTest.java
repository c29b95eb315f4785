package io.ringwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.call.CallOutcome;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.directory.ExtensionBuilder;
import io.ringwright.directory.HuntGroupBuilder;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import io.ringwright.fakeasterisk.Sighting;
import io.ringwright.fakeasterisk.Sighting.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Houses of any kind, in which phones do anything: when the longest waits up to a group have
 * passed, no caller without an answer waits for that group any more, and none of its phones rings
 * for them. What is looked at is what the phones saw, not what the engine says of itself.
 */
class LimitsHoldTest {

  private static final int SEEDS = Integer.getInteger("limits.seeds", 60);
  private static final int GROUPS = 3;

  /** A house of groups with phones of their own, each overflowing to the next. */
  private static final class RandomOffice {
    private final Random random;
    private final List<Duration> waits = new ArrayList<>();
    private final RoutingScenario office;

    RandomOffice(long seed) {
      random = new Random(seed);
      PhoneListBuilder list = PhoneList.builder();
      for (int group = 0; group < GROUPS; group++) {
        waits.add(Duration.ofSeconds(5 + random.nextInt(60)));
        int own = group;
        for (int phone = 0; phone < 3; phone++) {
          int each = phone;
          list.extension(number(group, phone), desk -> desk(own, each, desk));
        }
        list.huntGroup("70" + group, it -> group(own, it));
      }
      office = RoutingScenario.given(list.build());
      for (int phone = 0; phone < 3 * GROUPS; phone++) {
        behaves(number(phone / 3, phone % 3));
      }
    }

    private static String number(int group, int phone) {
      return "1" + group + phone;
    }

    private void desk(int group, int phone, ExtensionBuilder desk) {
      desk.device("PJSIP/" + number(group, phone));
      desk.ringTime(Duration.ofSeconds(1 + random.nextInt(40)));
      desk.backOff(Duration.ofSeconds(random.nextInt(30)));
      desk.wrapUp(Duration.ofSeconds(random.nextInt(20)));
      desk.holdCapacity(random.nextInt(2));
      if (random.nextInt(3) == 0) {
        desk.forwardOnNoReply(number(group, (phone + 1) % 3));
      }
      if (random.nextInt(5) == 0) {
        desk.forwardOnBusy(number(group, (phone + 2) % 3));
      }
    }

    private void group(int group, HuntGroupBuilder it) {
      it.strategy(StandardStrategy.values()[random.nextInt(StandardStrategy.values().length)]);
      it.longestWait(waits.get(group)).queueLimit(random.nextInt(4) * random.nextInt(4));
      for (int phone = 0; phone < 3; phone++) {
        it.member(number(group, phone), 1 + random.nextInt(2));
      }
      if (group + 1 < GROUPS) {
        it.overflow("70" + (group + 1));
      }
    }

    private void behaves(String phone) {
      office.phone(
          phone,
          switch (random.nextInt(5)) {
            case 0 -> PhoneBehaviour.busy();
            case 1 -> PhoneBehaviour.declines();
            case 2 -> PhoneBehaviour.answers(seconds(40), seconds(60));
            default -> PhoneBehaviour.nobodyThere();
          });
      if (random.nextInt(6) == 0) {
        office.engaged(phone);
      }
    }

    private Duration seconds(int most) {
      return Duration.ofSeconds(1 + random.nextInt(most));
    }

    /** Calls come in, and phones hang up, until all longest waits are over for everybody. */
    void run() {
      List<Came> callers = new ArrayList<>();
      Instant last = office.clock().instant().plusSeconds(400);
      while (office.clock().instant().isBefore(last)) {
        if (callers.size() < 12 && random.nextInt(3) == 0) {
          int group = random.nextInt(GROUPS);
          Instant now = office.clock().instant();
          callers.add(new Came(office.call("030" + callers.size(), "70" + group), group, now));
        }
        if (random.nextInt(4) == 0) {
          office.hangUp(number(random.nextInt(GROUPS), random.nextInt(3)));
        }
        office.after(Duration.ofMillis(250L * (1 + random.nextInt(16))));
        callers.forEach(this::inspect);
      }
    }

    private void inspect(Came came) {
      if (hasAnswer(came.caller()) || came.caller().outcome().isPresent()) {
        return;
      }
      Instant end = came.at();
      for (int group = came.group(); group < GROUPS; group++) {
        end = end.plus(waits.get(group));
        if (!office.clock().instant().isBefore(end)) {
          assertThat(whereabouts(office, came.caller()))
              .as(
                  "%s called 70%d at %s, was to leave 70%d at %s, now %s: %s, %s",
                  came.caller(),
                  came.group(),
                  came.at(),
                  group,
                  end,
                  office.clock().instant(),
                  came.caller().sightings().stream()
                      .filter(each -> each.kind().name().startsWith("PHONE"))
                      .map(each -> each.at() + " " + each.kind() + " " + each.subject())
                      .toList(),
                  came.caller().answers().stream().map(RoutingAnswer::decision).toList())
              .doesNotContain("70" + group, number(group, 0), number(group, 1), number(group, 2));
        }
      }
      assertThat(office.clock().instant()).as("%s", came.caller()).isBefore(end);
    }
  }

  /**
   * Somebody who called.
   *
   * @param caller who
   * @param group the number of the group
   * @param at when
   */
  private record Came(ScenarioCaller caller, int group, Instant at) {}

  private static boolean hasAnswer(ScenarioCaller caller) {
    return caller.sightings().stream().anyMatch(each -> each.kind() == Kind.PHONE_ANSWERS);
  }

  /** The phones that ring for a caller, and the group for which the caller waits. */
  private static Set<String> whereabouts(RoutingScenario office, ScenarioCaller caller) {
    Set<String> found = new HashSet<>();
    for (Sighting sighting : caller.sightings()) {
      if (sighting.kind() == Kind.PHONE_RINGS) {
        found.add(sighting.subject());
      } else if (sighting.kind() == Kind.PHONE_STOPS) {
        found.remove(sighting.subject());
      }
    }
    office.router().waitingCalls().stream()
        .filter(call -> call.id().value().equals(caller.id()))
        .forEach(call -> found.add(call.waitingFor().digits()));
    return found;
  }

  @Test
  void nobody_without_an_answer_is_kept_at_a_group_beyond_its_longest_wait() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      try {
        new RandomOffice(seed).run();
      } catch (AssertionError broken) {
        throw new AssertionError("seed " + seed + ": " + broken.getMessage(), broken);
      }
    }
  }

  @Test
  void the_checker_finds_who_is_kept_too_long() {
    RandomOffice late = new RandomOffice(1);
    late.waits.replaceAll(wait -> wait.minusSeconds(4));
    assertThatThrownBy(late::run).isInstanceOf(AssertionError.class);
  }

  @Test
  void many_are_rejected_and_many_are_answered_so_that_something_is_looked_at() {
    Set<CallOutcome> outcomes = new HashSet<>();
    for (long seed = 1; seed <= 5; seed++) {
      RandomOffice office = new RandomOffice(seed);
      ScenarioCaller caller = office.office.call("0301", "700");
      office.run();
      caller.outcome().ifPresent(outcomes::add);
    }
    assertThat(outcomes).contains(CallOutcome.REJECTED);
  }
}
