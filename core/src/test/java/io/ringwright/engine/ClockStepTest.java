package io.ringwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.ringwright.CallRouter;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Condition;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.directory.Schedule;
import io.ringwright.port.Telephony.Delivery;
import io.ringwright.port.Telephony.Whereabouts;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The wall clock is set forward or back by hours: nothing of the engine ends early, nothing stands
 * still, and opening hours follow. One test for each timer; those of intervals fail if the engine's
 * time follows the wall clock. Intervals are a tenth longer or shorter while the engine's time
 * comes nearer to the wall clock.
 */
class ClockStepTest {

  private static final Instant START = House.START; // A Monday at nine.

  private Instant wall = START;
  private long nanos;
  private House house = House.unlinked(list -> {});

  private void begins(Consumer<PhoneListBuilder> phones) {
    house = House.unlinked(phones);
    starts();
    connects();
  }

  /** The engine starts, with an empty journal: it begins with what the wall clock shows. */
  private void starts() {
    house.router =
        CallRouter.builder(house.directory, house.pbx)
            .clocks(() -> wall, () -> nanos)
            .listener(house.ear)
            .singleThreaded()
            .build();
    tells();
  }

  /** What channels remember, and when snapshots were taken, is an instant of the engine's time. */
  private void tells() {
    house.clock.moveTo(house.router.engineTime());
  }

  private void connects() {
    tells();
    house.connectsSeeing(
        house.directory.phoneList().extensions().stream()
            .map(each -> House.report(each.number().digits(), DeviceState.NOT_IN_USE))
            .toList(),
        Map.of());
  }

  private void clockIsSet(int hours) {
    wall = wall.plus(Duration.ofHours(hours));
    tells();
  }

  /** Time passes in steps of 100 ms, on both clocks, as with a ticker. */
  private void passes(Duration time) {
    for (long left = time.toMillis(); left > 0; left -= 100) {
      wall = wall.plusMillis(100);
      nanos += Duration.ofMillis(100).toNanos();
      house.router.runDue();
    }
    tells();
  }

  private static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }

  private void onePhone() {
    begins(list -> list.extension("100", anna -> anna.device("PJSIP/100")));
  }

  private void engage() {
    house.reports("100", DeviceState.IN_USE, "other");
  }

  @CanIgnoreReturnValue
  private Delivery delivered(String call) {
    engage();
    house.arrives(call, "100");
    house.idle("100");
    assertThat(house.pbx.delivered()).contains(call);
    return house.pbx.last();
  }

  // Intervals

  @ParameterizedTest
  @ValueSource(ints = {-3, 3})
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

  @ParameterizedTest
  @ValueSource(ints = {-3, 3})
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

  @ParameterizedTest
  @ValueSource(ints = {-3, 3})
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
    clockIsSet(hours);
    passes(seconds(20));
    assertThat(house.pbx.delivered()).isEmpty();
    passes(seconds(20));
    assertThat(house.pbx.delivered()).containsOnly("c2");
  }

  @ParameterizedTest
  @ValueSource(ints = {-3, 3})
  void a_phone_that_did_not_answer_is_offered_again_after_the_back_off(int hours) {
    begins(
        list ->
            list.extension("100", anna -> anna.device("PJSIP/100").backOff(seconds(30)))
                .huntGroup("700", all -> all.member("100")));
    RoutingAnswer ring = house.arrives("c1", "700");
    house.ringEnds("c1", House.token(ring), RingOutcome.NO_REPLY);
    clockIsSet(hours);
    passes(seconds(20));
    assertThat(house.pbx.delivered()).isEmpty();
    passes(seconds(20));
    assertThat(house.pbx.delivered()).containsOnly("c1");
  }

  @ParameterizedTest
  @ValueSource(ints = {-3, 3})
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
    clockIsSet(hours);
    passes(seconds(50));
    assertThat(house.pbx.delivered()).isEmpty();
    passes(seconds(25));
    assertThat(house.pbx.delivered()).containsOnly("c1");
  }

  @ParameterizedTest
  @ValueSource(ints = {-3, 3})
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

  @ParameterizedTest
  @ValueSource(ints = {-3, 3})
  void a_kept_place_is_kept_for_its_time(int hours) {
    begins(
        list ->
            list.extension(
                "100",
                anna -> anna.device("PJSIP/100").keepPlaceFor(Duration.ofMinutes(5), false)));
    engage();
    house.arrives("c1", "100");
    passes(seconds(60));
    house.arrives("c2", "100");
    house.hangsUp("c1");
    clockIsSet(hours);
    passes(seconds(120));
    RememberedCall again = house.remembers("c3", "100");
    house.router.callArrived(House.inbound(again).returningFrom(CallId.of("c1")));
    assertThat(house.queue()).containsExactly("c3", "c2");
  }

  @ParameterizedTest
  @ValueSource(ints = {-3, 3})
  void priorities_open_after_their_time(int hours) {
    begins(
        list ->
            list.extension("100", anna -> anna.device("PJSIP/100"))
                .extension("101", ben -> ben.device("PJSIP/101"))
                .huntGroup(
                    "700", all -> all.member("100").member("101", 2).openPriority(2, seconds(30))));
    engage();
    house.arrives("c1", "700");
    clockIsSet(hours);
    passes(seconds(20));
    assertThat(house.pbx.delivered()).isEmpty();
    passes(seconds(20));
    assertThat(house.pbx.delivered()).containsOnly("c1");
  }

  @ParameterizedTest
  @ValueSource(ints = {-3, 3})
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

  @ParameterizedTest
  @ValueSource(ints = {-3, 3})
  void the_first_snapshot_is_awaited_for_its_time(int hours) {
    house = House.unlinked(list -> list.extension("100", anna -> anna.device("PJSIP/100")));
    starts();
    house.expects();
    assertThat(House.waits(house.arrives("c1", "100"))).isTrue();
    clockIsSet(hours);
    passes(seconds(4));
    assertThat(house.beats("c1").nextSign()).as("awaited").isPresent();
    passes(seconds(2));
    assertThat(House.rings(house.beats("c1"))).isEqualTo("100");
  }

  @ParameterizedTest
  @ValueSource(ints = {-3, 3})
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
  }

  @ParameterizedTest
  @ValueSource(ints = {-3, 3})
  void the_order_of_callers_and_what_they_waited_do_not_change(int hours) {
    onePhone();
    engage();
    house.arrives("c1", "100");
    passes(seconds(60));
    clockIsSet(hours);
    house.arrives("c2", "100");
    assertThat(house.queue()).containsExactly("c1", "c2");
    Instant first = house.router.waitingCalls().get(0).place().since();
    assertThat(Duration.between(first, house.router.engineTime()))
        .isBetween(seconds(59), seconds(61));
  }

  // Opening hours

  private void withHours() {
    Schedule day =
        Schedule.weekly(
            ZoneId.of("UTC"),
            new Schedule.WeeklyHours(
                Set.of(DayOfWeek.MONDAY),
                new Schedule.Hours(LocalTime.of(8, 0), LocalTime.of(18, 0))));
    begins(
        list ->
            list.extension(
                    "100",
                    anna ->
                        anna.device("PJSIP/100")
                            .forward(Kind.UNCONDITIONAL, "101", new Condition.During(day)))
                .extension("101", ben -> ben.device("PJSIP/101"))
                .huntGroup("700", all -> all.member("100")));
  }

  @ParameterizedTest
  @ValueSource(ints = {-3, 10})
  void opening_hours_follow_the_step_for_newcomers(int hours) {
    withHours();
    assertThat(House.rings(house.arrives("c1", "100"))).isEqualTo("101");
    clockIsSet(hours);
    assertThat(House.rings(house.arrives("c2", "100"))).isEqualTo("100");
  }

  @ParameterizedTest
  @ValueSource(ints = {-3, 10})
  void opening_hours_follow_the_step_for_those_who_wait(int hours) {
    withHours();
    house.reports("101", DeviceState.IN_USE, "other");
    house.arrives("c1", "700");
    assertThat(house.pbx.delivered()).isEmpty();
    clockIsSet(hours);
    passes(seconds(1));
    assertThat(house.pbx.delivered()).as("100 forwards no more").containsExactly("c1");
  }

  // What channels remember

  @ParameterizedTest
  @ValueSource(ints = {-3, 3})
  void callers_of_an_engine_that_forgot_all_keep_their_order_and_come_before_newcomers(int hours) {
    onePhone();
    engage();
    house.arrives("first", "100");
    passes(seconds(120));
    house.arrives("second", "100");
    passes(seconds(120));
    clockIsSet(hours);
    starts();
    house.expects();
    house.arrives("new", "100");
    tells();
    house.connectsSeeing(
        List.of(House.report("100", DeviceState.IN_USE, "other")),
        Map.of(
            "second", Whereabouts.WAITING,
            "first", Whereabouts.WAITING,
            "new", Whereabouts.WAITING));
    assertThat(house.queue()).containsExactly("first", "second", "new");
    passes(seconds(60));
    assertThat(house.queue()).as("nobody has waited too long").hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {-3, 3})
  void the_same_by_signs_of_life(int hours) {
    onePhone();
    engage();
    house.arrives("first", "100");
    passes(seconds(120));
    house.arrives("second", "100");
    passes(seconds(120));
    clockIsSet(hours);
    starts();
    engage();
    house.arrives("new", "100");
    house.beats("second");
    house.beats("first");
    assertThat(house.queue()).containsExactly("first", "second", "new");
    passes(seconds(60));
    assertThat(house.queue()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {-3, 3})
  void an_engine_that_goes_on_from_its_journal_sends_nobody_away_because_of_the_step(int hours) {
    house = House.unlinked(list -> list.extension("100", anna -> anna.device("PJSIP/100")));
    startsWithJournal();
    connects();
    engage();
    house.arrives("first", "100");
    passes(seconds(120));
    house.arrives("second", "100");
    clockIsSet(hours);
    startsWithJournal();
    house.arrives("new", "100");
    passes(seconds(60));
    assertThat(house.queue()).containsExactly("first", "second", "new");
    assertThat(house.ear.outcomesOf("first")).isEmpty();
  }

  private void startsWithJournal() {
    house.router =
        CallRouter.builder(house.directory, house.pbx)
            .journal(house.kept.journal())
            .clocks(() -> wall, () -> nanos)
            .listener(house.ear)
            .singleThreaded()
            .build();
    tells();
  }
}
