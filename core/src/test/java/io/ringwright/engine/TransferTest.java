package io.ringwright.engine;

import static io.ringwright.engine.House.rings;
import static io.ringwright.engine.House.waits;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.Availability;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.Channel;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.view.ExtensionView;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Who has the caller after a transfer. A caller is c1; the consultation of the agent who transfers
 * is x.
 */
class TransferTest {

  private final House house =
      House.of(
          list ->
              list.extension("100", anna -> anna.device("PJSIP/100").wrapUp(Duration.ofSeconds(30)))
                  .extension("101", ben -> ben.device("PJSIP/101").wrapUp(Duration.ofSeconds(30)))
                  .huntGroup("700", all -> all.member("100"))
                  .huntGroup("701", all -> all.member("101")));

  private static final Channel CALLER = new Channel(House.PBX, "PJSIP/trunk-c1");

  private void handedOver(String call, String extension) {
    house.router.callHandedOver(CallId.of(call), List.of(House.device(extension)));
  }

  private void takenOver(String consultation, String by) {
    house.router.callTakenOver(CallId.of(consultation), CALLER, CallId.of(by));
  }

  private void firstAgentTalks() {
    house.arrives("c1", "700");
    house.answers("c1", "100");
    house.passes(Duration.ofSeconds(60));
  }

  private ExtensionView extension(String number) {
    return house.router.view().extensions().stream()
        .filter(each -> each.number().equals(DirectoryNumber.of(number)))
        .findFirst()
        .orElseThrow();
  }

  private void consultationIsAnswered() {
    house.arrives("x", "701");
    house.answers("x", "101");
    house.reports("100", DeviceState.IN_USE, "c1", "x");
    house.passes(Duration.ofSeconds(10));
  }

  @Test
  void the_second_agent_has_the_caller_and_the_listener_is_told_from_whom() {
    firstAgentTalks();
    handedOver("c1", "101");
    assertThat(house.ear.transfers).containsExactly("c1 from 100 at PJSIP/100 to 101 at PJSIP/101");
    assertThat(house.ear.answers).hasSize(1);
    house.hangsUp("c1");
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.ANSWERED);
  }

  @Test
  void each_agent_has_the_talk_time_and_the_wrap_up_of_the_own_part() {
    firstAgentTalks();
    house.reports("101", DeviceState.IN_USE, "c1");
    handedOver("c1", "101");
    house.idle("100");
    house.passes(Duration.ofSeconds(20));
    assertThat(waits(house.arrives("c2", "700"))).as("100 is in wrap-up").isTrue();
    house.passes(Duration.ofSeconds(10));
    assertThat(house.pbx.delivered()).containsExactly("c2");
    house.passes(Duration.ofSeconds(10));
    house.hangsUp("c1");
    house.idle("101");
    assertThat(extension("100").workload().talkTime()).hasSeconds(60);
    assertThat(extension("101").workload().talkTime()).hasSeconds(40);
    assertThat(waits(house.arrives("c3", "701"))).as("101 is in wrap-up").isTrue();
    house.passes(Duration.ofSeconds(30));
    assertThat(house.pbx.delivered()).contains("c3");
  }

  @Test
  void a_consultation_that_was_answered_ends_and_its_agent_goes_on_without_a_wrap_up() {
    firstAgentTalks();
    consultationIsAnswered();
    takenOver("x", "c1");
    house.reports("101", DeviceState.IN_USE, "c1");
    house.idle("100");
    assertThat(house.ear.transfers).containsExactly("c1 from 100 at PJSIP/100 to 101 at PJSIP/101");
    assertThat(house.ear.outcomesOf("x")).containsExactly(CallOutcome.ANSWERED);
    assertThat(extension("101").availability()).isEqualTo(Availability.ENGAGED);
    house.passes(Duration.ofSeconds(40));
    house.hangsUp("c1");
    house.idle("101");
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.ANSWERED);
    assertThat(extension("101").workload().talkTime()).hasSeconds(50);
    assertThat(extension("101").workload().calls()).isOne();
    assertThat(waits(house.arrives("c2", "701"))).as("101 is in wrap-up").isTrue();
  }

  @Test
  void it_makes_no_difference_whether_the_bridge_or_the_transfer_is_told_first() {
    firstAgentTalks();
    consultationIsAnswered();
    house.reports("101", DeviceState.IN_USE, "c1", "x");
    handedOver("c1", "101");
    takenOver("x", "c1");
    house.reports("101", DeviceState.IN_USE, "c1");
    house.idle("100");
    house.passes(Duration.ofSeconds(40));
    house.hangsUp("c1");
    house.idle("101");
    assertThat(house.ear.transfers).hasSize(1);
    assertThat(house.ear.outcomesOf("x")).containsExactly(CallOutcome.ANSWERED);
    assertThat(extension("101").workload().talkTime()).hasSeconds(50);
    assertThat(extension("101").workload().calls()).isOne();
  }

  @Test
  void a_caller_who_takes_over_a_waiting_consultation_goes_on_at_its_place() {
    firstAgentTalks();
    house.reports("101", DeviceState.IN_USE, "y");
    house.arrives("x", "701");
    house.passes(Duration.ofSeconds(5));
    house.arrives("c2", "701");
    takenOver("x", "c1");
    house.idle("100");
    assertThat(house.ear.transfers).containsExactly("x taken over by c1");
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.ANSWERED);
    assertThat(house.queue()).containsExactly("x", "c2");
    house.idle("101");
    assertThat(house.pbx.last().call()).isEqualTo(CallId.of("x"));
    assertThat(house.pbx.last().channel()).isEqualTo(CALLER);
    house.hangsUp("c1"); // The channel, which carries the call x now, ends later.
    house.lands(house.pbx.last());
    house.answers("x", "101");
    house.hangsUp("x");
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.ANSWERED);
    assertThat(house.ear.outcomesOf("x")).containsExactly(CallOutcome.ANSWERED);
  }

  @Test
  void the_agent_who_transferred_to_a_queue_is_free_after_the_wrap_up() {
    firstAgentTalks();
    house.reports("101", DeviceState.IN_USE, "y");
    house.arrives("x", "701");
    takenOver("x", "c1");
    house.idle("100");
    assertThat(waits(house.arrives("c2", "700"))).isTrue();
    house.passes(Duration.ofSeconds(30));
    assertThat(house.pbx.delivered()).containsExactly("c2");
  }

  @Test
  void a_caller_who_takes_over_a_consultation_that_rings_is_answered_by_whoever_is_rung() {
    firstAgentTalks();
    assertThat(rings(house.arrives("x", "701"))).isEqualTo("101");
    takenOver("x", "c1");
    house.idle("100");
    house.answers("x", "101");
    assertThat(house.ear.answers).last().isEqualTo("x by 101 after 0 s");
    house.hangsUp("x");
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.ANSWERED);
    assertThat(house.ear.outcomesOf("x")).containsExactly(CallOutcome.ANSWERED);
  }

  @Test
  void a_caller_on_the_way_is_moved_again_on_the_channel_of_whoever_took_the_call_over() {
    firstAgentTalks();
    house.reports("101", DeviceState.IN_USE, "y");
    house.arrives("x", "701");
    house.idle("101");
    takenOver("x", "c1");
    assertThat(house.pbx.deliveries).hasSize(2);
    assertThat(house.pbx.deliveries.get(1).token()).isEqualTo(house.pbx.deliveries.get(0).token());
    assertThat(house.pbx.last().channel()).isEqualTo(CALLER);
  }

  @Test
  void a_caller_whose_own_call_is_not_known_takes_over_a_consultation_as_well() {
    house.reports("101", DeviceState.IN_USE, "y");
    house.arrives("x", "701");
    takenOver("x", "unheard");
    assertThat(house.queue()).containsExactly("x");
    assertThat(house.router.waitingCalls().get(0).channel()).isEqualTo(CALLER);
    assertThat(house.ear.transfers).isEmpty();
  }

  @Test
  void after_a_blind_transfer_the_next_answer_is_a_transfer_and_no_second_answer() {
    firstAgentTalks();
    house.idle("100");
    house.passes(Duration.ofSeconds(5));
    house.answers("c1", "101");
    assertThat(house.ear.answers).hasSize(1);
    assertThat(house.ear.transfers).containsExactly("c1 from 100 at PJSIP/100 to 101 at PJSIP/101");
    house.passes(Duration.ofSeconds(7));
    house.idle("101");
    assertThat(extension("101").workload().talkTime()).hasSeconds(7);
  }

  @Test
  void a_caller_who_is_transferred_to_an_outsider_talks_to_nobody_of_the_house() {
    firstAgentTalks();
    house.router.callHandedOver(CallId.of("c1"), List.of(Device.of("PJSIP/trunk")));
    house.idle("100");
    house.passes(Duration.ofSeconds(30));
    assertThat(rings(house.arrives("c2", "700"))).isEqualTo("100");
    assertThat(house.ear.transfers)
        .containsExactly("c1 from 100 at PJSIP/100 to an outsider at PJSIP/trunk");
  }
}
