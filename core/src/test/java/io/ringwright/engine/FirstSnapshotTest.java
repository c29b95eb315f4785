package io.ringwright.engine;

import static io.ringwright.engine.House.rings;
import static io.ringwright.engine.House.waits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.CallRouter;
import io.ringwright.availability.DeviceReport;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.PbxId;
import io.ringwright.call.RejectReason;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision;
import io.ringwright.port.Telephony.Delivery;
import io.ringwright.port.Telephony.Whereabouts;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** After a start nothing is promised on a switch before its first snapshot. */
class FirstSnapshotTest {

  private static final PbxId OTHER = PbxId.of("pbx2");
  private static final DeviceReport IDLE = House.report("100", DeviceState.NOT_IN_USE);
  private static final DeviceReport ENGAGED = House.report("100", DeviceState.IN_USE, "x");

  private final House house =
      House.unlinked(
          list ->
              list.extension("100", anna -> anna.device("PJSIP/100"))
                  .extension("101", ben -> ben.device("PJSIP/101"))
                  .extension("199", night -> night.device("PJSIP/199"))
                  .huntGroup("700", all -> all.member("100"))
                  .huntGroup("701", all -> all.member("100").queueLimit(0).overflow("199")));

  private static Map<String, Whereabouts> waiting(String... calls) {
    Map<String, Whereabouts> all = new LinkedHashMap<>();
    List.of(calls).forEach(call -> all.put(call, Whereabouts.WAITING));
    return all;
  }

  @Test
  void who_arrives_before_the_first_snapshot_waits_and_no_engaged_phone_is_rung() {
    house.expects();
    assertThat(waits(house.arrives("c1", "100"))).isTrue();
    house.connectsSeeing(List.of(ENGAGED), waiting("c1"));
    assertThat(house.pbx.deliveries).isEmpty();
    assertThat(house.queue()).containsExactly("c1");
    house.idle("100");
    assertThat(house.pbx.delivered()).containsExactly("c1");
  }

  @Test
  void who_arrives_before_the_first_snapshot_is_sent_to_a_phone_that_is_free_in_it() {
    house.expects();
    house.arrives("c1", "100");
    house.connectsSeeing(List.of(IDLE), waiting("c1"));
    assertThat(house.pbx.delivered()).containsExactly("c1");
    assertThat(rings(house.lands(house.pbx.last()))).isEqualTo("100");
  }

  @Test
  void signs_of_life_in_another_order_than_the_arrivals_leave_everybody_at_the_own_place() {
    house.remembers("c1", "700");
    house.passes(Duration.ofMinutes(10));
    house.remembers("c2", "700");
    house.passes(Duration.ofSeconds(1));
    house.expects();
    assertThat(waits(house.beats("c2"))).isTrue();
    assertThat(waits(house.beats("c1"))).isTrue();
    house.connectsSeeing(List.of(IDLE), waiting("c1", "c2"));
    assertThat(house.pbx.delivered()).containsExactly("c1");
  }

  @Test
  void whoever_waited_before_the_start_goes_before_a_newcomer_of_the_meantime() {
    house.remembers("c1", "700");
    house.passes(Duration.ofMinutes(10));
    house.expects();
    house.arrives("c2", "700");
    house.connectsSeeing(List.of(IDLE), waiting("c1", "c2"));
    assertThat(house.pbx.delivered()).containsExactly("c1");
    assertThat(house.queue()).containsExactly("c2");
  }

  @Test
  void newcomers_of_the_meantime_are_decided_by_priority_and_then_in_the_order_of_arrival() {
    house.expects();
    house.arrives("c1", "700");
    house.passes(Duration.ofMillis(100));
    house.arrives("c2", "700", 1);
    house.connectsSeeing(List.of(IDLE), waiting("c1", "c2"));
    assertThat(house.pbx.delivered()).containsExactly("c2");
  }

  @Test
  void a_full_queue_turns_nobody_away_before_the_first_snapshot_and_some_after_it() {
    house.expects();
    assertThat(waits(house.arrives("c1", "701"))).isTrue();
    house.passes(Duration.ofMillis(10));
    assertThat(waits(house.arrives("c2", "701"))).isTrue();
    house.passes(Duration.ofMillis(10));
    house.connectsSeeing(
        List.of(IDLE, House.report("199", DeviceState.NOT_IN_USE)), waiting("c1", "c2"));
    assertThat(house.pbx.delivered()).containsExactly("c1", "c2");
    assertThat(house.pbx.deliveries.stream().map(each -> House.targets(each.targets())).toList())
        .containsExactly("100", "199");
  }

  @Test
  void those_who_wait_to_be_decided_do_not_fill_the_queue_for_one_another() {
    House small =
        House.unlinked(
            list ->
                list.extension("100", anna -> anna.device("PJSIP/100"))
                    .huntGroup("700", all -> all.member("100").queueLimit(1)));
    small.expects();
    small.arrives("c1", "700");
    small.passes(Duration.ofMillis(10));
    small.arrives("c2", "700");
    small.connectsSeeing(List.of(ENGAGED), waiting("c1", "c2"));
    assertThat(small.queue()).containsExactly("c1");
    assertThat(small.pbx.delivered()).as("fetched, to be told").containsExactly("c2");
    assertThat(small.lands(small.pbx.last()).decision())
        .isEqualTo(new RoutingDecision.Reject(RejectReason.QUEUE_FULL));
  }

  @Test
  void a_number_that_nobody_has_is_rejected_at_once() {
    house.expects();
    assertThat(house.arrives("c1", "999").decision())
        .isEqualTo(new RoutingDecision.Reject(RejectReason.UNKNOWN_NUMBER));
  }

  @Test
  void the_explanation_says_that_the_pbx_was_not_seen_yet() {
    house.expects();
    RoutingAnswer arrival = house.arrives("c1", "700");
    assertThat(arrival.explanation().summary())
        .isEqualTo("waits for hunt group 700 at position 1; PBX pbx not seen yet");
    assertThat(arrival.explanation().toString())
        .contains("PBX pbx · PBX seen: not seen yet: no phone is promised before");
    assertThat(house.beats("c1").explanation().summary()).contains("PBX pbx not seen yet");
    assertThat(house.router.explain(House.inbound(house.remembers("c2", "700"))))
        .satisfies(would -> assertThat(waits(would)).isTrue())
        .satisfies(
            would -> assertThat(would.explanation().summary()).endsWith("PBX pbx not seen yet"));
    house.connectsSeeing(List.of(IDLE), waiting("c1"));
    house.idle("101");
    assertThat(house.arrives("c3", "101").explanation().summary()).doesNotContain("not seen");
  }

  @Test
  void when_the_limit_is_over_the_engine_goes_on_with_what_it_knows_and_says_so() {
    house.expects();
    house.arrives("c1", "700");
    house.passes(Duration.ofMillis(4_999));
    assertThat(waits(house.beats("c1"))).isTrue();
    house.passes(Duration.ofMillis(1));
    assertThat(waits(house.arrives("c2", "700"))).as("c1 is ahead").isTrue();
    RoutingAnswer after = house.beats("c1");
    assertThat(rings(after)).isEqualTo("100");
    assertThat(after.explanation().summary()).contains("PBX pbx not seen in time");
  }

  @Test
  void who_waits_for_the_first_snapshot_asks_again_when_the_limit_is_over_and_then_as_usual() {
    house.expects();
    assertThat(house.arrives("c1", "700").nextSign()).contains(Duration.ofSeconds(5));
    house.passes(Duration.ofMillis(1_500));
    assertThat(house.beats("c1").nextSign()).contains(Duration.ofMillis(3_500));
    house.connectsSeeing(List.of(ENGAGED), waiting("c1"));
    assertThat(house.beats("c1").nextSign()).isEmpty();
    assertThat(house.arrives("c2", "100").nextSign()).isEmpty();
  }

  @Test
  void when_the_limit_is_over_a_newcomer_of_the_meantime_may_still_be_turned_away() {
    house.arrives("c0", "100");
    house.expects();
    assertThat(waits(house.arrives("c1", "701"))).isTrue();
    house.passes(Duration.ofSeconds(5));
    assertThat(rings(house.beats("c1"))).as("the overflow").isEqualTo("199");
  }

  @Test
  void a_snapshot_after_the_limit_decides_whoever_is_left() {
    house.expects();
    house.arrives("c1", "700");
    house.passes(Duration.ofSeconds(20));
    house.connectsSeeing(List.of(IDLE), waiting("c1"));
    assertThat(house.pbx.delivered()).containsExactly("c1");
  }

  @Test
  void without_a_link_that_is_expected_everything_is_as_ever() {
    assertThat(rings(house.arrives("c1", "100"))).isEqualTo("100");
    house.remembers("c2", "101");
    assertThat(rings(house.beats("c2"))).isEqualTo("101");
  }

  @Test
  void each_switch_is_awaited_by_itself() {
    house.expects();
    house.router.pbxExpected(OTHER);
    house.connectsSeeing(List.of(IDLE), Map.of());
    assertThat(waits(house.arrivesAt(OTHER, "c1", "101", 5))).isTrue();
    assertThat(rings(house.arrives("c2", "100"))).isEqualTo("100");
  }

  @Test
  void an_engine_that_goes_on_from_its_journal_waits_for_the_switches_it_knew() {
    house.connects();
    house.engineRestarts();
    assertThat(waits(house.arrives("c1", "100"))).isTrue();
    house.connectsSeeing(List.of(ENGAGED), waiting("c1"));
    assertThat(house.pbx.deliveries).isEmpty();
  }

  @Test
  void a_landing_with_a_token_from_before_rings_as_the_phone_was_kept_for_it() {
    house.connects();
    house.reports("100", DeviceState.IN_USE, "x");
    house.arrives("c1", "100");
    house.idle("100");
    Delivery before = house.pbx.last();
    house.engineRestarts();
    assertThat(rings(house.lands(before))).isEqualTo("100");
  }

  @Test
  void after_a_ring_without_an_answer_the_next_phone_waits_for_the_snapshot() {
    House two = House.ofTwo(anna -> anna.forwardOnNoReply("101"));
    RoutingAnswer first = two.arrives("c1", "100");
    two.engineRestarts();
    RoutingAnswer next = two.ringEnds("c1", House.token(first), RingOutcome.NO_REPLY);
    assertThat(waits(next)).isTrue();
    assertThat(next.explanation().summary())
        .startsWith("waits for extension 101")
        .contains("PBX pbx not seen yet");
    two.connectsSeeing(List.of(IDLE, House.report("101", DeviceState.NOT_IN_USE)), waiting("c1"));
    assertThat(House.targets(two.pbx.last().targets())).isEqualTo("101");
  }

  @Test
  void who_hangs_up_before_the_first_snapshot_is_forgotten() {
    house.expects();
    house.arrives("c1", "701");
    house.hangsUp("c1");
    house.connectsSeeing(List.of(ENGAGED), Map.of());
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.ABANDONED);
    assertThat(house.pbx.deliveries).isEmpty();
  }

  @Test
  void a_switch_that_is_linked_is_not_awaited() {
    house.connects();
    house.expects();
    assertThat(rings(house.arrives("c1", "100"))).isEqualTo("100");
    assertThat(house.router.ignoredEvents().of("link")).isEqualTo(1);
  }

  @Test
  void after_the_link_was_lost_the_next_snapshot_is_awaited_as_soon_as_it_is_announced() {
    house.connects();
    house.linkBreaks();
    assertThat(rings(house.arrives("c1", "100"))).isEqualTo("100");
    house.expects();
    assertThat(waits(house.arrives("c2", "101"))).isTrue();
  }

  @Test
  void how_long_a_snapshot_is_awaited_is_a_setting() {
    for (Duration wrong : List.of(Duration.ofMillis(-1), Duration.ofSeconds(61))) {
      assertThatThrownBy(() -> CallRouter.builder(house.directory).snapshotWithin(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(wrong.toString())
          .hasMessageContaining("expected zero to PT1M");
    }
    CallRouter never =
        CallRouter.builder(house.directory)
            .snapshotWithin(Duration.ZERO)
            .clock(house.clock)
            .build();
    never.pbxExpected(House.PBX);
    assertThat(rings(never.callArrived(House.inbound(house.remembers("c1", "100")))))
        .isEqualTo("100");
  }
}
