package io.ringwright.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.port.Telephony.Whereabouts;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The wall clock is set forward or back by hours: nothing of the engine ends early, and nothing
 * stands still. One test for each timer; each of them fails, in both directions, if intervals
 * follow the wall clock. Intervals are a tenth longer or shorter while the engine's time comes
 * nearer to the wall clock.
 */
class ClockStepTest extends SteppedHouse {

  /** Runs with the wall clock three hours back, and three hours forward. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.METHOD)
  @ParameterizedTest
  @ValueSource(ints = {-3, 3})
  @interface InBothDirections {}

  static Stream<Arguments> timers() {
    return Arrays.stream(ClockStepTest.class.getDeclaredMethods())
        .filter(each -> each.isAnnotationPresent(InBothDirections.class))
        .sorted(Comparator.comparing(Method::getName))
        .flatMap(each -> Stream.of(Arguments.of(each, -3), Arguments.of(each, 3)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("timers")
  void without_a_time_of_the_engine_s_own_each_of_these_tests_fails(Method timer, int hours) {
    ClockStepTest unprotected = new ClockStepTest();
    unprotected.intervalsFollowTheWallClock();
    assertThatThrownBy(() -> timer.invoke(unprotected, hours))
        .as(timer.getName())
        .hasCauseInstanceOf(AssertionError.class);
  }

  @InBothDirections
  void a_caller_who_was_moved_and_did_not_land_is_looked_for_after_2_s(int hours) {
    onePhone();
    delivered("c1");
    house.pbx.sees("c1", Whereabouts.WAITING);
    clockIsSet(hours);
    passes(seconds(1));
    assertThat(house.pbx.deliveries).hasSize(1);
    passes(Duration.ofMillis(1500));
    assertThat(house.pbx.deliveries).as("sent again").hasSize(2);
  }

  @InBothDirections
  void the_longest_wait_ends_when_so_much_time_has_passed(int hours) {
    begins(
        list ->
            list.extension(
                "100", anna -> anna.device("PJSIP/100").longestWait(Duration.ofMinutes(2))));
    engage();
    house.arrives("c1", "100");
    clockIsSet(hours);
    passes(seconds(60));
    assertThat(house.pbx.delivered()).isEmpty();
    passes(seconds(90));
    assertThat(house.pbx.delivered()).as("fetched, to be told").containsOnly("c1");
  }

  @InBothDirections
  void wrap_up_ends_after_its_time(int hours) {
    begins(
        list ->
            list.extension("100", anna -> anna.device("PJSIP/100").wrapUp(seconds(30)))
                .huntGroup("700", all -> all.member("100")));
    house.arrives("c1", "700");
    house.answers("c1", "100");
    house.hangsUp("c1");
    house.idle("100");
    house.arrives("c2", "700");
    assertDeliveredAfter(30, "c2", hours);
  }

  @InBothDirections
  void a_phone_that_did_not_answer_is_offered_again_after_the_back_off(int hours) {
    begins(
        list ->
            list.extension("100", anna -> anna.device("PJSIP/100").backOff(seconds(30)))
                .huntGroup("700", all -> all.member("100")));
    RoutingAnswer ring = house.arrives("c1", "700");
    house.ringEnds("c1", House.token(ring), RingOutcome.NO_REPLY);
    assertDeliveredAfter(30, "c1", hours);
  }

  @InBothDirections
  void an_extension_that_is_left_alone_is_offered_calls_again_after_its_time(int hours) {
    begins(
        list ->
            list.extension("100", anna -> anna.device("PJSIP/100"))
                .huntGroup("700", all -> all.member("100")));
    for (int missed = 1; missed <= 3; missed++) {
      RoutingAnswer ring = house.arrives("m" + missed, "700");
      house.ringEnds("m" + missed, House.token(ring), RingOutcome.NO_REPLY);
      house.hangsUp("m" + missed);
    }
    house.arrives("c1", "700");
    assertDeliveredAfter(60, "c1", hours);
  }

  @InBothDirections
  void the_lease_of_a_ring_of_which_nothing_more_is_heard_ends(int hours) {
    begins(list -> list.extension("100", anna -> anna.device("PJSIP/100").ringTime(seconds(20))));
    assertThat(House.rings(house.arrives("c1", "100"))).isEqualTo("100");
    house.pbx.sees("c1", Whereabouts.GONE);
    clockIsSet(hours);
    passes(seconds(40));
    assertThat(house.ear.outcomesOf("c1")).isEmpty();
    passes(seconds(25));
    assertThat(house.ear.outcomesOf("c1")).hasSize(1);
  }

  @InBothDirections
  void a_kept_place_is_kept_for_its_time(int hours) {
    begins(
        list ->
            list.extension(
                "100",
                anna -> anna.device("PJSIP/100").keepPlaceFor(Duration.ofMinutes(5), false)));
    engage();
    house.arrives("c0", "100");
    house.arrives("c1", "100");
    passes(seconds(60));
    house.arrives("c2", "100");
    house.hangsUp("c0");
    house.hangsUp("c1");
    clockIsSet(hours);
    passes(seconds(120));
    returns("c3", "c1");
    assertThat(house.queue()).containsExactly("c3", "c2");
    passes(seconds(240));
    returns("c4", "c0");
    assertThat(house.queue()).as("kept no longer").containsExactly("c3", "c2", "c4");
  }

  @InBothDirections
  void priorities_open_after_their_time(int hours) {
    begins(
        list ->
            list.extension("100", anna -> anna.device("PJSIP/100"))
                .extension("101", ben -> ben.device("PJSIP/101"))
                .huntGroup(
                    "700", all -> all.member("100").member("101", 2).openPriority(2, seconds(30))));
    engage();
    house.arrives("c1", "700");
    assertDeliveredAfter(30, "c1", hours);
  }

  @InBothDirections
  void a_caller_without_link_and_sign_of_life_counts_as_gone_after_10_minutes(int hours) {
    onePhone();
    engage();
    house.arrives("c1", "100");
    house.linkBreaks();
    clockIsSet(hours);
    passes(Duration.ofMinutes(9));
    assertThat(house.queue()).containsExactly("c1");
    passes(Duration.ofMinutes(61)); // It is found out when the longest wait ends, at the latest.
    assertThat(house.queue()).isEmpty();
  }

  @InBothDirections
  void the_first_snapshot_is_awaited_for_its_time(int hours) {
    house = House.unlinked(list -> list.extension("100", anna -> anna.device("PJSIP/100")));
    starts();
    house.expects();
    assertThat(House.waits(house.arrives("c1", "100"))).isTrue();
    clockIsSet(hours);
    passes(seconds(4));
    assertThat(house.beats("c1").nextSign()).as("awaited").isPresent();
    assertThat(house.ear.outcomesOf("c1")).as("nobody is gone meanwhile").isEmpty();
    passes(seconds(2));
    assertThat(House.rings(house.beats("c1"))).isEqualTo("100");
  }

  @InBothDirections
  void a_snapshot_after_the_step_ends_calls_whose_channels_are_gone_and_no_others(int hours) {
    onePhone();
    engage();
    house.arrives("gone", "100");
    house.arrives("waits", "100");
    clockIsSet(hours);
    passes(seconds(10));
    house.connectsSeeing(
        List.of(House.report("100", DeviceState.IN_USE, "other")),
        Map.of("waits", Whereabouts.WAITING));
    assertThat(house.queue()).containsExactly("waits");
    assertThat(house.ear.outcomesOf("gone")).containsExactly(CallOutcome.ABANDONED);
    assertThat(house.pbx.delivered()).as("nobody has waited too long").isEmpty();
  }

  @InBothDirections
  void the_order_of_callers_and_what_they_waited_do_not_change(int hours) {
    onePhone();
    engage();
    house.arrives("c1", "100");
    passes(seconds(60));
    clockIsSet(hours);
    passes(seconds(60));
    house.arrives("c2", "100");
    assertThat(house.queue()).containsExactly("c1", "c2");
    Instant first = house.router.waitingCalls().get(0).place().since();
    assertThat(Duration.between(first, house.router.engineTime()))
        .isBetween(seconds(113), seconds(127));
  }

  @InBothDirections
  void what_a_ticker_waits_for_comes_no_earlier_and_no_later(int hours) {
    onePhone();
    delivered("c1");
    house.pbx.sees("c1", Whereabouts.WAITING);
    clockIsSet(hours);
    assertThat(house.router.untilDue()).isBetween(Duration.ofMillis(1900), seconds(2));
    passes(seconds(1));
    assertThat(house.router.untilDue()).isBetween(Duration.ofMillis(800), Duration.ofMillis(1200));
  }

  private void returns(String call, String from) {
    RememberedCall again = house.remembers(call, "100");
    house.router.callArrived(House.inbound(again).returningFrom(CallId.of(from)));
  }

  /** Not within two thirds of the time, and within four thirds. */
  private void assertDeliveredAfter(int time, String call, int hours) {
    clockIsSet(hours);
    passes(seconds(time * 2 / 3));
    assertThat(house.pbx.delivered()).isEmpty();
    passes(seconds(time * 2 / 3));
    assertThat(house.pbx.delivered()).containsOnly(call);
  }
}
