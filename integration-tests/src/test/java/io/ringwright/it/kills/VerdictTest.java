package io.ringwright.it.kills;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.it.kills.CallerTrace.EndedBy;
import io.ringwright.it.kills.CallerTrace.Ending;
import io.ringwright.it.kills.CallerTrace.Who;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Planted traces: whatever must not happen is counted, and what may happen is not. */
class VerdictTest {

  private static final int USUAL = 5;

  @Test
  void a_run_in_which_callers_are_answered_in_order_has_no_fault() {
    CallerTrace first = waits("1", 0, 10, answered("8260", "1", 10, 14));
    CallerTrace second = waits("2", 1, 14.1, answered("8260", "2", 14.1, 18));

    assertThat(verdict(first, second).faults()).isEmpty();
    assertThat(verdict(first, second).with(Experience.ANSWERED)).isEqualTo(2);
    assertThat(verdict(first, second).waits())
        .containsExactly(Duration.ofMillis(10_500), Duration.ofMillis(13_600));
  }

  @Test
  void a_caller_in_the_fallback_is_a_fault() {
    CallerTrace caller = ended("1", new Ending(at(20), EndedBy.SWITCH, true));

    assertThat(verdict(caller).with(Experience.FELL_BACK)).isEqualTo(1);
    assertThat(verdict(caller).faults()).hasSize(1);
  }

  @Test
  void a_caller_whom_the_switch_hangs_up_before_an_answer_is_a_fault() {
    CallerTrace caller = ended("1", new Ending(at(20), EndedBy.SWITCH, false));

    assertThat(verdict(caller).with(Experience.HUNG_UP)).isEqualTo(1);
    assertThat(verdict(caller).faults()).hasSize(1);
  }

  @Test
  void a_caller_who_still_waits_at_the_end_is_a_fault() {
    CallerTrace caller = ended("1", new Ending(Instant.MAX, EndedBy.NOBODY, false));

    assertThat(verdict(caller).with(Experience.STILL_WAITING)).isEqualTo(1);
    assertThat(verdict(caller).faults()).hasSize(1);
  }

  @Test
  void a_caller_who_hangs_up_or_whose_asterisk_is_gone_is_none() {
    CallerTrace left = ended("1", new Ending(at(20), EndedBy.CALLER, false));
    CallerTrace gone = ended("2", new Ending(at(20), EndedBy.ASTERISK_GONE, false));

    assertThat(verdict(left, gone).faults()).isEmpty();
    assertThat(verdict(left, gone).with(Experience.GAVE_UP)).isEqualTo(1);
    assertThat(verdict(left, gone).with(Experience.ENDED_WITH_ASTERISK)).isEqualTo(1);
  }

  @Test
  void a_phone_that_is_rung_in_a_talk_is_a_fault() {
    CallerTrace talking = waits("1", 0, 10, answered("8260", "1", 10, 14));
    CallerTrace other = waits("2", 1, 13.9, answered("8260", "2", 13.9, 18));

    assertThat(verdict(talking, other).rungWhileEngaged()).hasSize(1);
    assertThat(verdict(talking, other).faults()).hasSize(1);
  }

  @Test
  void a_caller_whom_two_phones_answer_is_a_fault() {
    CallerTrace caller =
        waits("1", 0, 10, answered("8260", "1", 10, 14), answered("8261", "1", 15, 18));

    assertThat(verdict(caller).deliveredTwice()).hasSize(1);
    assertThat(verdict(caller).faults()).hasSize(1);
  }

  @Test
  void a_caller_for_whom_two_phones_ring_at_once_is_a_fault() {
    CallerTrace caller =
        waits("1", 0, 10, vain("8260", "1", 10, 14), answered("8261", "1", 12, 18));

    assertThat(verdict(caller).deliveredTwice()).hasSize(1);
  }

  @Test
  void a_phone_given_to_the_later_of_two_who_wait_is_a_fault() {
    CallerTrace earlier = waits("1", 0, 30, answered("8261", "1", 30, 34));
    CallerTrace later = waits("2", 1, 10, answered("8260", "2", 10, 14));

    assertThat(verdict(before("8261", 20), earlier, later).overtaken(false))
        .containsExactly(earlier.who());
    assertThat(verdict(before("8261", 20), earlier, later).faults()).hasSize(1);
  }

  @Test
  void a_phone_given_to_a_lower_priority_is_a_fault() {
    CallerTrace lower = waits("1", 0, 30, answered("8260", "1", 30, 34));
    CallerTrace higher = priority(1, waits("2", 1, 40, answered("8261", "2", 40, 44)));

    assertThat(verdict(before("8260", 29), before("8261", 39), lower, higher).overtaken(false))
        .containsExactly(higher.who());
  }

  @Test
  void a_higher_priority_that_came_when_the_phone_may_have_been_chosen_was_not_overtaken() {
    CallerTrace lower = known(10, waits("1", 0, 11, answered("8260", "1", 11, 34)));
    CallerTrace higher = priority(1, waits("2", 5, 40, answered("8261", "2", 40, 44)));

    assertThat(verdict(before("8260", -1), before("8261", 39), lower, higher).overtakings())
        .isEmpty();
  }

  @Test
  void a_phone_given_to_a_higher_priority_is_none() {
    CallerTrace higher = priority(1, waits("1", 5, 30, answered("8260", "1", 30, 34)));
    CallerTrace lower = waits("2", 1, 40, answered("8261", "2", 40, 44));

    assertThat(verdict(before("8260", 29), before("8261", 39), higher, lower).overtakings())
        .isEmpty();
  }

  @Test
  void two_who_came_before_the_first_had_an_answer_are_within_the_blur() {
    CallerTrace earlier = known(4, waits("1", 0, 30, answered("8261", "1", 30, 34)));
    CallerTrace later = waits("2", 3, 10, answered("8260", "2", 10, 14));

    Verdict verdict = verdict(before("8261", 20), before("8260", 9), earlier, later);

    assertThat(verdict.overtaken(true)).containsExactly(earlier.who());
    assertThat(verdict.overtaken(false)).isEmpty();
    assertThat(verdict.faults()).isEmpty();
  }

  @Test
  void nobody_is_overtaken_at_a_phone_that_rang_for_the_same_caller_in_vain() {
    CallerTrace earlier =
        with(
            waits("1", 0, 30, vain("8260", "1", 2, 5), answered("8261", "1", 30, 34)),
            new Stay(at(0.01), at(2)),
            new Stay(at(5.01), at(30)));
    CallerTrace later = waits("2", 1, 10, answered("8260", "2", 10, 14));

    assertThat(verdict(before("8261", 20), before("8260", 9), earlier, later).overtakings())
        .isEmpty();
  }

  @Test
  void nobody_is_overtaken_who_may_have_been_given_another_phone_first() {
    CallerTrace earlier = waits("1", 0, 10.2, answered("8261", "1", 10.2, 14));
    CallerTrace later = waits("2", 1, 10, answered("8260", "2", 10, 14));

    assertThat(verdict(before("8261", 9.9), before("8260", 9.8), earlier, later).overtakings())
        .isEmpty();
  }

  @Test
  void nobody_is_overtaken_who_was_moved_to_a_phone_that_did_not_ring() {
    CallerTrace earlier =
        waits("1", 0, 30, vain(Ring.UNSEEN, "1", 12, 13), answered("8261", "1", 30, 34));
    CallerTrace later = waits("2", 1, 10, answered("8260", "2", 10, 14));

    assertThat(verdict(before("8261", 20), before("8260", 9), earlier, later).overtakings())
        .isEmpty();
  }

  @Test
  void nobody_is_overtaken_for_whom_a_phone_rings_already() {
    CallerTrace earlier = waits("1", 0, 10.1, answered("8261", "1", 9.9, 14));
    CallerTrace later = waits("2", 1, 10, answered("8260", "2", 10, 14));

    assertThat(verdict(before("8261", 9.8), before("8260", 9.8), earlier, later).overtakings())
        .isEmpty();
  }

  @Test
  void nobody_is_overtaken_by_the_own_question_of_another_while_a_phone_is_left() {
    CallerTrace earlier = waits("1", 0, 30, answered("8261", "1", 30, 34));
    CallerTrace later = unmoved(waits("2", 1, 10, answered("8260", "2", 10, 14)));

    assertThat(verdict(before("8261", 9), before("8260", 9), earlier, later).overtakings())
        .isEmpty();
    assertThat(verdict(before("8261", 20), before("8260", 9), earlier, later).overtakings())
        .hasSize(1);
  }

  @Test
  void an_end_told_twice_and_one_told_as_another_are_faults() {
    CallerTrace left = ended("1", new Ending(at(20), EndedBy.CALLER, false));
    CallerTrace gone = ended("2", new Ending(at(20), EndedBy.ASTERISK_GONE, false));

    Verdict verdict =
        Verdict.of(
            List.of(left, gone),
            Map.of("call-1", List.of("ABANDONED", "ABANDONED"), "call-2", List.of("LOST")));

    assertThat(verdict.endedTwice()).hasSize(1);
    assertThat(verdict.endedOtherwise()).hasSize(1);
    assertThat(verdict.faults()).hasSize(2);
  }

  private static Verdict verdict(CallerTrace... callers) {
    return Verdict.of(List.of(callers), Map.of());
  }

  /** Somebody, with another destiny, whose talk keeps a phone engaged until an instant. */
  private static CallerTrace before(String phone, double until) {
    String number = phone + until;
    return with(waits(number, -100, -90, answered(phone, number, -90, until)));
  }

  /** A caller of usual priority who waits from 10 ms after the arrival until the ring. */
  private static CallerTrace waits(String number, double arrived, double until, Ring... rings) {
    Ring last = rings[rings.length - 1];
    return new CallerTrace(
        new Who(number, "call-" + number, USUAL, at(arrived)),
        at(arrived + 0.01),
        List.of(new Stay(at(arrived + 0.01), at(until))),
        Stream.of(rings).map(Ring::from).toList(),
        List.of(rings),
        new Ending(last.to(), EndedBy.SWITCH, false));
  }

  private static CallerTrace ended(String number, Ending ending) {
    return new CallerTrace(
        new Who(number, "call-" + number, USUAL, at(0)),
        at(0.01),
        List.of(),
        List.of(),
        List.of(),
        ending);
  }

  private static CallerTrace priority(int priority, CallerTrace caller) {
    Who who = new Who(caller.who().number(), caller.who().call(), priority, caller.who().arrived());
    return new CallerTrace(
        who, caller.known(), caller.waits(), caller.moves(), caller.rings(), caller.ending());
  }

  private static CallerTrace known(double seconds, CallerTrace caller) {
    return new CallerTrace(
        caller.who(), at(seconds), caller.waits(), caller.moves(), caller.rings(), caller.ending());
  }

  private static CallerTrace unmoved(CallerTrace caller) {
    return new CallerTrace(
        caller.who(), caller.known(), caller.waits(), List.of(), caller.rings(), caller.ending());
  }

  private static CallerTrace with(CallerTrace caller, Stay... waits) {
    return new CallerTrace(
        caller.who(),
        caller.known(),
        List.of(waits),
        caller.moves(),
        caller.rings(),
        caller.ending());
  }

  /** A ring that is answered after half a second. */
  private static Ring answered(String phone, String caller, double from, double to) {
    return new Ring(phone, caller, at(from), at(from + 0.5), at(to));
  }

  private static Ring vain(String phone, String caller, double from, double to) {
    return new Ring(phone, caller, at(from), Instant.MAX, at(to));
  }

  private static Instant at(double seconds) {
    return Instant.EPOCH.plusMillis(Math.round((1_000 + seconds) * 1_000));
  }
}
