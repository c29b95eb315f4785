package io.ringwright.engine;

import static io.ringwright.engine.House.rings;
import static io.ringwright.engine.House.waits;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.CallerId;
import io.ringwright.call.Channel;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.Priority;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Condition;
import io.ringwright.port.PbxSnapshot;
import io.ringwright.port.PbxSnapshot.SeenCaller;
import io.ringwright.port.Telephony.Whereabouts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SnapshotTest {

  private final House house =
      House.of(
          list ->
              list.extension("100", anna -> anna.device("PJSIP/100"))
                  .extension("101", ben -> ben.device("PJSIP/101"))
                  .huntGroup("700", all -> all.member("100").member("101")));

  private void bothTalk() {
    house.reports("100", DeviceState.IN_USE, "x");
    house.reports("101", DeviceState.IN_USE, "y");
  }

  @Test
  void nothing_is_delivered_before_the_first_snapshot() {
    House dark = House.unlinked(list -> list.extension("100", anna -> anna.device("PJSIP/100")));
    dark.reports("100", DeviceState.IN_USE);
    dark.arrives("c1", "100");
    dark.idle("100");
    assertThat(dark.pbx.deliveries).isEmpty();
    dark.connectsSeeing(List.of(), Map.of("c1", Whereabouts.WAITING));
    assertThat(dark.pbx.delivered()).containsExactly("c1");
  }

  @Test
  void a_waiting_caller_whom_the_engine_forgot_is_in_the_queue_at_the_old_place() {
    bothTalk();
    house.arrives("c1", "700");
    house.passes(Duration.ofSeconds(1));
    house.arrives("c2", "700");
    house.engineForgets();
    house.connectsSeeing(
        List.of(
            House.report("100", DeviceState.IN_USE, "x"),
            House.report("101", DeviceState.IN_USE, "y")),
        Map.of("c2", Whereabouts.WAITING, "c1", Whereabouts.WAITING));
    assertThat(house.queue()).containsExactly("c1", "c2");
    house.idle("101");
    assertThat(house.pbx.delivered()).containsExactly("c1");
  }

  @Test
  void callers_who_hung_up_while_the_link_was_away_are_ended() {
    bothTalk();
    house.arrives("c1", "700");
    house.arrives("c2", "700");
    house.linkBreaks();
    house.passes(Duration.ofSeconds(20));
    house.connectsSeeing(List.of(), Map.of("c2", Whereabouts.WAITING));
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.ABANDONED);
    assertThat(house.pbx.delivered()).containsExactly("c2");
  }

  @Test
  void a_caller_who_just_arrived_is_not_ended_by_an_older_list() {
    bothTalk();
    house.arrives("c1", "700");
    house.connectsSeeing(List.of(), Map.of());
    assertThat(house.ear.outcomesOf("c1")).isEmpty();
  }

  @Test
  void an_answer_that_was_missed_is_found_on_the_phone_that_the_switch_names() {
    RoutingAnswer first = house.arrives("c1", "700");
    assertThat(rings(first)).isEqualTo("100");
    house.linkBreaks();
    house.passes(Duration.ofSeconds(15));
    house.connectsSeeing(
        List.of(House.report("100", DeviceState.IN_USE, "c1")), Map.of("c1", Whereabouts.TALKING));
    assertThat(house.ear.answers).containsExactly("c1 by 100 after 15 s");
    house.idle("100");
    assertThat(rings(house.arrives("c2", "100"))).isEqualTo("100");
  }

  @Test
  void the_states_of_phones_are_replaced_and_a_phone_that_is_not_listed_counts_as_unheard() {
    bothTalk();
    house.arrives("c1", "700");
    house.passes(Duration.ofSeconds(10));
    house.connectsSeeing(
        List.of(House.report("101", DeviceState.IN_USE, "y")), Map.of("c1", Whereabouts.WAITING));
    assertThat(House.targets(house.pbx.last().targets())).isEqualTo("100");
  }

  @Test
  void a_talk_that_ended_while_the_link_was_away_frees_the_phone() {
    house.arrives("c1", "100");
    house.answers("c1", "100");
    house.linkBreaks();
    house.passes(Duration.ofMinutes(2));
    house.connectsSeeing(List.of(House.report("100", DeviceState.NOT_IN_USE)), Map.of());
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.ANSWERED);
    assertThat(rings(house.arrives("c2", "100"))).isEqualTo("100");
  }

  @Test
  void a_caller_who_waits_again_though_the_engine_thinks_a_phone_rings_is_in_the_queue() {
    house.arrives("c1", "100");
    house.linkBreaks();
    house.passes(Duration.ofSeconds(15));
    house.reports("100", DeviceState.IN_USE, "x");
    house.connectsSeeing(
        List.of(House.report("100", DeviceState.IN_USE, "x")), Map.of("c1", Whereabouts.WAITING));
    assertThat(house.queue()).containsExactly("c1");
  }

  @Test
  void a_waiting_caller_who_in_truth_talks_is_not_torn_away() {
    bothTalk();
    house.arrives("c1", "700");
    house.passes(Duration.ofSeconds(10));
    house.connectsSeeing(
        List.of(
            House.report("100", DeviceState.IN_USE, "c1"),
            House.report("101", DeviceState.NOT_IN_USE)),
        Map.of("c1", Whereabouts.TALKING));
    assertThat(house.pbx.deliveries).isEmpty();
    assertThat(house.queue()).isEmpty();
    house.hangsUp("c1");
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.ANSWERED);
  }

  @Test
  void a_waiting_caller_for_whom_in_truth_a_phone_rings_is_left_there_until_the_ring_ends() {
    bothTalk();
    RoutingAnswer waiting = house.arrives("c1", "700");
    assertThat(waits(waiting)).isTrue();
    house.passes(Duration.ofSeconds(10));
    house.connectsSeeing(
        List.of(House.report("101", DeviceState.RINGING, "c1")), Map.of("c1", Whereabouts.RINGING));
    assertThat(house.pbx.deliveries).isEmpty();
    house.idle("101");
    house.ringEnds("c1", new io.ringwright.call.Token(7), RingOutcome.NO_REPLY);
    assertThat(house.pbx.delivered()).containsExactly("c1");
  }

  @Test
  void a_call_that_is_known_to_be_over_is_not_taken_in_again_and_nothing_is_told_twice() {
    bothTalk();
    house.arrives("c1", "700");
    house.hangsUp("c1");
    house.passes(Duration.ofSeconds(10));
    house.connectsSeeing(
        List.of(House.report("100", DeviceState.NOT_IN_USE)), Map.of("c1", Whereabouts.WAITING));
    assertThat(house.queue()).isEmpty();
    assertThat(house.pbx.deliveries).isEmpty();
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.ABANDONED);
    assertThat(rings(house.arrives("c2", "100"))).as("no phone is kept for it").isEqualTo("100");
  }

  @Test
  void the_same_snapshot_twice_changes_nothing() {
    bothTalk();
    house.arrives("c1", "700");
    for (int i = 0; i < 2; i++) {
      house.passes(Duration.ofSeconds(60));
      house.connectsSeeing(
          List.of(
              House.report("100", DeviceState.IN_USE, "x"),
              House.report("101", DeviceState.IN_USE, "y")),
          Map.of("c1", Whereabouts.WAITING));
    }
    assertThat(house.queue()).containsExactly("c1");
    assertThat(house.pbx.deliveries).isEmpty();
  }

  @Test
  void predicates_are_asked_about_the_callers_of_every_part_of_a_snapshot() {
    Set<CallerId> asked = new HashSet<>();
    Condition vip = new Condition.Host("vip", it -> asked.add(it.caller()));
    House dark =
        House.unlinked(
            list ->
                list.extension(
                        "100", anna -> anna.device("PJSIP/100").forward(Kind.ON_BUSY, "101", vip))
                    .extension("101", ben -> ben.device("PJSIP/101")));
    List<SeenCaller> seen = new ArrayList<>();
    for (int caller = 0; caller < 450; caller++) {
      RememberedCall channel =
          new RememberedCall(
              CallId.of("c" + caller),
              new Channel(House.PBX, "PJSIP/trunk-" + caller),
              CallerId.of("0301" + caller),
              DirectoryNumber.of("100"),
              Priority.NORMAL,
              House.START);
      seen.add(new SeenCaller(channel, Whereabouts.WAITING));
    }
    dark.router.pbxConnected(new PbxSnapshot(House.PBX, House.START, List.of(), Set.of(), seen));
    assertThat(asked).hasSize(450);
  }
}
