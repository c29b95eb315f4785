package io.ringwright.ami;

import static io.ringwright.ami.Messages.calledOut;
import static io.ringwright.ami.Messages.deviceState;
import static io.ringwright.ami.Messages.dialBegin;
import static io.ringwright.ami.Messages.dialEnd;
import static io.ringwright.ami.Messages.hangup;
import static io.ringwright.ami.Messages.newchannel;
import static io.ringwright.ami.Messages.rename;
import static io.ringwright.ami.Messages.up;
import static io.ringwright.ami.Messages.waitingCaller;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.DeviceReport;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.Channel;
import io.ringwright.call.Device;
import io.ringwright.call.HangUpSide;
import io.ringwright.call.PbxId;
import io.ringwright.call.TalkingPhone;
import io.ringwright.dialplan.Contexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From events, in the order in which an Asterisk 22 sent them, to what the engine should hear. */
class ChannelTableTest {

  private static final String CALLER = "lab-1.1";
  private static final String PHONE = "lab-1.2";
  private static final String LEG = "PJSIP/8260-00000002";
  private static final Device DEVICE = Device.of("PJSIP/8260");
  private static final CallId CALL = call(CALLER);

  private static final DialplanContexts CONTEXTS = new DialplanContexts(Contexts.standard());

  private final ChannelTable table = new ChannelTable(Settings.LAB, CONTEXTS);

  @BeforeEach
  void a_free_phone() {
    apply(deviceState("PJSIP/8260", "NOT_INUSE"));
  }

  @Test
  void a_call_to_a_phone_is_told_from_ringing_to_hang_up() {
    apply(newchannel("PJSIP/trunk-00000001", CALLER, CALLER));
    apply(newchannel(LEG, PHONE, CALLER));
    assertThat(apply(dialBegin(CALLER, CALLER, LEG, PHONE)))
        .containsExactly(report(DeviceState.RINGING, CALL));
    assertThat(apply(deviceState("PJSIP/8260", "RINGING"))).isEmpty();
    assertThat(apply(up(LEG, PHONE, CALLER))).containsExactly();
    assertThat(apply(deviceState("PJSIP/8260", "INUSE")))
        .containsExactly(report(DeviceState.IN_USE, CALL));
    assertThat(apply(dialEnd(CALLER, CALLER, LEG, PHONE, "ANSWER")))
        .containsExactly(new Fact.Answered(CALL, phone(LEG, DEVICE)));
    assertThat(apply(hangup(LEG, PHONE, CALLER))).containsExactly(report(DeviceState.NOT_IN_USE));
    assertThat(apply(deviceState("PJSIP/8260", "NOT_INUSE"))).isEmpty();
    assertThat(apply(hangup("PJSIP/trunk-00000001", CALLER, CALLER)))
        .contains(new Fact.Ended(CALL, HangUpSide.UNKNOWN));
  }

  @Test
  void a_phone_that_hangs_up_is_free_before_its_change_of_state_comes() {
    talk();
    assertThat(apply(hangup(LEG, PHONE, CALLER))).containsExactly(report(DeviceState.NOT_IN_USE));
  }

  @Test
  void a_phone_in_two_calls_keeps_the_other_when_one_ends() {
    talk();
    apply(dialBegin("lab-1.5", "lab-1.5", "PJSIP/8260-00000006", "lab-1.6"));
    assertThat(apply(hangup(LEG, PHONE, CALLER)))
        .containsExactly(report(DeviceState.IN_USE, call("lab-1.5")));
  }

  @Test
  void do_not_disturb_outlasts_a_call() {
    talk();
    apply(deviceState("PJSIP/8260", "BUSY"));
    assertThat(apply(hangup(LEG, PHONE, CALLER))).containsExactly(report(DeviceState.BUSY));
  }

  @Test
  void the_call_is_the_one_that_dials_whatever_the_linked_id() {
    apply(newchannel("Local/700@from-queue-00000001;2", "lab-1.3", "lab-1.0"));
    apply(newchannel(LEG, PHONE, "lab-1.0"));
    assertThat(apply(dialBegin("lab-1.3", "lab-1.0", LEG, PHONE)))
        .containsExactly(report(DeviceState.RINGING, call("lab-1.3")));
  }

  @Test
  void a_call_that_the_phone_makes_itself_counts() {
    assertThat(apply(newchannel("PJSIP/8260-00000009", "lab-1.9", "lab-1.9")))
        .containsExactly(report(DeviceState.IN_USE, call("lab-1.9")));
    assertThat(apply(hangup("PJSIP/8260-00000009", "lab-1.9", "lab-1.9")))
        .containsExactly(
            report(DeviceState.NOT_IN_USE), new Fact.Ended(call("lab-1.9"), HangUpSide.UNKNOWN));
  }

  @Test
  void who_is_called_back_and_does_not_answer_is_not_over() {
    apply(newchannel("PJSIP/trunk-00000003", CALLER, CALLER));
    apply(calledOut("PJSIP/trunk-00000003", CALLER));
    assertThat(apply(hangup("PJSIP/trunk-00000003", CALLER, CALLER))).isEmpty();
  }

  @Test
  void who_is_called_back_and_answered_is_over_after_the_talk() {
    apply(newchannel("PJSIP/trunk-00000003", CALLER, CALLER));
    apply(calledOut("PJSIP/trunk-00000003", CALLER));
    apply(up("PJSIP/trunk-00000003", CALLER, CALLER));
    assertThat(apply(hangup("PJSIP/trunk-00000003", CALLER, CALLER)))
        .containsExactly(new Fact.Ended(CALL, HangUpSide.UNKNOWN));
  }

  @Test
  void who_was_being_called_back_when_the_application_started_is_not_over_either() {
    AmiMessage rung =
        Messages.message(
            "Event: Status",
            "Channel: PJSIP/trunk-00000003",
            "ChannelState: 5",
            "Uniqueid: " + CALLER,
            "Linkedid: " + CALLER);
    table.seenChannel(rung, Optional.of(CALL));
    assertThat(apply(hangup("PJSIP/trunk-00000003", CALLER, CALLER))).isEmpty();
  }

  @Test
  void a_phone_that_the_switch_itself_calls_rings_and_is_in_no_talk() {
    apply(newchannel(LEG, PHONE, PHONE));
    assertThat(apply(calledOut(LEG, PHONE)))
        .containsExactly(report(DeviceState.RINGING, call(PHONE)));
  }

  @Test
  void only_an_answer_is_an_answer() {
    apply(dialBegin(CALLER, CALLER, LEG, PHONE));
    for (String status : List.of("BUSY", "NOANSWER", "CANCEL", "CONGESTION", "CHANUNAVAIL")) {
      assertThat(apply(dialEnd(CALLER, CALLER, LEG, PHONE, status))).as(status).isEmpty();
    }
  }

  @Test
  void events_that_come_twice_say_nothing_new() {
    apply(dialBegin(CALLER, CALLER, LEG, PHONE));
    assertThat(apply(dialBegin(CALLER, CALLER, LEG, PHONE))).isEmpty();
    apply(deviceState("PJSIP/8260", "INUSE"));
    assertThat(apply(deviceState("PJSIP/8260", "INUSE"))).isEmpty();
    assertThat(apply(newchannel(LEG, PHONE, CALLER))).isEmpty();
  }

  @Test
  void a_state_that_comes_before_its_channel_waits_for_it() {
    assertThat(apply(deviceState("PJSIP/8260", "RINGING")))
        .containsExactly(report(DeviceState.RINGING));
    assertThat(apply(dialBegin(CALLER, CALLER, LEG, PHONE)))
        .containsExactly(report(DeviceState.RINGING, CALL));
  }

  @Test
  void a_late_not_in_use_does_not_hide_the_next_call() {
    talk();
    apply(hangup(LEG, PHONE, CALLER));
    apply(dialBegin("lab-1.5", "lab-1.5", "PJSIP/8260-00000006", "lab-1.6"));
    assertThat(apply(deviceState("PJSIP/8260", "NOT_INUSE"))).isEmpty();
  }

  @Test
  void a_masquerade_moves_the_device_and_ends_no_call() {
    talk();
    apply(rename(LEG, LEG + "<MASQ>", PHONE));
    assertThat(apply(rename(LEG + "<MASQ>", "PJSIP/8261-00000007", PHONE)))
        .containsExactly(
            new Fact.Reported(
                new DeviceReport(Device.of("PJSIP/8261"), DeviceState.IN_USE, Set.of(CALL))));
    assertThat(apply(hangup("PJSIP/trunk-00000001<ZOMBIE>", CALLER, CALLER)))
        .noneMatch(fact -> fact instanceof Fact.Ended);
  }

  @Test
  void a_caller_in_the_fallback_context_fell_back_which_is_told_once() {
    apply(newchannel("PJSIP/trunk-00000001", CALLER, CALLER));
    assertThat(apply(inContext(CALLER, "ringwright-route"))).isEmpty();
    assertThat(apply(inContext(CALLER, "ringwright-fallback")))
        .containsExactly(new Fact.FellBack(CALL));
    assertThat(apply(inContext(CALLER, "ringwright-fallback"))).isEmpty();
    apply(inContext(CALLER, "ringwright-wait"));
    assertThat(apply(inContext(CALLER, "ringwright-fallback")))
        .as("it came back to us, and fell back again")
        .containsExactly(new Fact.FellBack(CALL));
  }

  @Test
  void a_caller_who_hangs_up_in_the_fallback_fell_back_and_then_ended() {
    apply(newchannel("PJSIP/trunk-00000001", CALLER, CALLER));
    AmiMessage hangup =
        Messages.message(
            "Event: Hangup",
            "Channel: PJSIP/trunk-00000001",
            "Context: ringwright-fallback",
            "Uniqueid: " + CALLER,
            "Linkedid: " + CALLER);
    assertThat(apply(hangup))
        .containsExactly(new Fact.FellBack(CALL), new Fact.Ended(CALL, HangUpSide.UNKNOWN));
  }

  @Test
  void a_phone_that_rings_in_the_fallback_did_not_fall_back() {
    apply(newchannel(LEG, PHONE, CALLER));
    assertThat(apply(inContext(PHONE, "ringwright-fallback")))
        .noneMatch(fact -> fact instanceof Fact.FellBack);
  }

  @Test
  void the_same_uniqueid_on_another_pbx_is_another_call() {
    ChannelTable other = new ChannelTable(PbxId.of("pbx2"), CONTEXTS);
    apply(newchannel("PJSIP/trunk-00000001", CALLER, CALLER));
    other.apply(newchannel("PJSIP/trunk-00000001", CALLER, CALLER));
    AmiMessage hangup = hangup("PJSIP/trunk-00000001", CALLER, CALLER);
    assertThat(apply(hangup))
        .containsExactly(new Fact.Ended(CallId.of("lab-1.1@lab"), HangUpSide.UNKNOWN));
    assertThat(other.apply(hangup))
        .contains(new Fact.Ended(CallId.of("lab-1.1@pbx2"), HangUpSide.UNKNOWN));
  }

  @Test
  void a_phone_behind_a_local_channel_has_two_names_in_whichever_order_they_were_dialled() {
    String half = "Local/8260@agents-00000001;";
    apply(newchannel("PJSIP/trunk-00000001", CALLER, CALLER));
    apply(newchannel(half + "1", "lab-1.7", CALLER));
    apply(newchannel(half + "2", "lab-1.8", CALLER));
    apply(newchannel(LEG, PHONE, CALLER));
    apply(dialBegin("lab-1.8", CALLER, LEG, PHONE));
    apply(dialBegin(CALLER, CALLER, half + "1", "lab-1.7"));
    assertThat(apply(dialEnd("lab-1.8", CALLER, LEG, PHONE, "ANSWER")))
        .contains(new Fact.Answered(CALL, phone(LEG, Device.of("Local/8260@agents"), DEVICE)));
    assertThat(apply(dialEnd(CALLER, CALLER, half + "1", "lab-1.7", "ANSWER")))
        .noneMatch(fact -> fact instanceof Fact.Answered || fact instanceof Fact.HandedOver);
  }

  @Test
  void an_agent_who_asks_somebody_else_still_has_the_caller() {
    talk();
    apply(dialEnd(CALLER, CALLER, LEG, PHONE, "ANSWER"));
    for (String each : List.of(CALLER, PHONE)) {
      apply(bridge("BridgeEnter", each, "b1"));
    }
    apply(newchannel("PJSIP/8261-00000003", "lab-1.4", PHONE));
    apply(bridge("BridgeLeave", PHONE, "b1"));
    apply(bridge("BridgeEnter", PHONE, "b2"));
    assertThat(apply(bridge("BridgeEnter", "lab-1.4", "b2")))
        .as("the caller is alone, on hold")
        .isEmpty();
    apply(bridge("BridgeLeave", PHONE, "b2"));
    assertThat(apply(bridge("BridgeEnter", "lab-1.4", "b1")))
        .contains(new Fact.HandedOver(CALL, phone("PJSIP/8261-00000003", Device.of("PJSIP/8261"))));
  }

  private static TalkingPhone phone(String channel, Device... names) {
    return new TalkingPhone(List.of(names), Optional.of(new Channel(Settings.LAB, channel)));
  }

  @ParameterizedTest
  @CsvSource({"lab-1.2, lab-1.1, AGENT", "lab-1.1, lab-1.2, CALLER", "lab-1.8, lab-1.9, UNKNOWN"})
  void whoever_asks_to_hang_up_first_hung_up(String first, String second, HangUpSide side) {
    talk();
    apply(dialEnd(CALLER, CALLER, LEG, PHONE, "ANSWER"));
    apply(hangUpAsked(first));
    apply(hangUpAsked(second));
    apply(hangup(LEG, PHONE, CALLER));
    assertThat(apply(hangup("PJSIP/trunk-00000001", CALLER, CALLER)))
        .contains(new Fact.Ended(CALL, side));
  }

  @Test
  void who_hung_up_before_a_hand_over_did_not_end_the_call() {
    talk();
    apply(dialEnd(CALLER, CALLER, LEG, PHONE, "ANSWER"));
    apply(hangUpAsked(PHONE));
    apply(newchannel("PJSIP/8261-00000003", "lab-1.4", PHONE));
    apply(bridge("BridgeEnter", CALLER, "b1"));
    apply(hangup(LEG, PHONE, CALLER));
    apply(bridge("BridgeEnter", "lab-1.4", "b1"));
    apply(hangUpAsked("lab-1.9"));
    assertThat(apply(hangup("PJSIP/trunk-00000001", CALLER, CALLER)))
        .contains(new Fact.Ended(CALL, HangUpSide.UNKNOWN));
  }

  private static AmiMessage hangUpAsked(String uniqueId) {
    return Messages.message("Event: HangupRequest", "Uniqueid: " + uniqueId);
  }

  @Test
  void a_hint_is_in_the_calls_of_the_devices_for_which_it_stands() {
    Device hint = Device.of("hint:8260@house");
    assertThat(apply(Messages.hint("8260", "house", "PJSIP/8260&PJSIP/8261", "0")))
        .containsExactly(reportOf(hint, DeviceState.NOT_IN_USE));
    apply(newchannel("PJSIP/trunk-00000001", CALLER, CALLER));
    apply(newchannel(LEG, PHONE, CALLER));
    assertThat(apply(dialBegin(CALLER, CALLER, LEG, PHONE)))
        .contains(reportOf(hint, DeviceState.RINGING, CALL));
    assertThat(apply(Messages.hint("8260", "house", "PJSIP/8260&PJSIP/8261", "8"))).isEmpty();
    apply(up(LEG, PHONE, CALLER));
    assertThat(apply(Messages.hint("8260", "house", "PJSIP/8260&PJSIP/8261", "1")))
        .containsExactly(reportOf(hint, DeviceState.IN_USE, CALL));
    assertThat(apply(dialEnd(CALLER, CALLER, LEG, PHONE, "ANSWER")))
        .contains(new Fact.Answered(CALL, phone(LEG, hint, DEVICE)));
    assertThat(apply(hangup(LEG, PHONE, CALLER)))
        .as("free before its change of state comes")
        .contains(reportOf(hint, DeviceState.NOT_IN_USE));
  }

  @Test
  void a_hint_of_more_than_devices_is_what_asterisk_says() {
    Device hint = Device.of("hint:8260@house");
    apply(Messages.hint("8260", "house", "PJSIP/8260&Custom:night", "1"));
    talk();
    assertThat(apply(hangup(LEG, PHONE, CALLER))).contains(reportOf(hint, DeviceState.IN_USE));
    assertThat(apply(Messages.hint("8260", "house", "PJSIP/8260&Custom:night", "0")))
        .containsExactly(reportOf(hint, DeviceState.NOT_IN_USE));
  }

  @Test
  void what_is_no_device_is_passed_over() {
    assertThat(apply(deviceState("Queue:support_avail", "INUSE"))).isEmpty();
    assertThat(apply(newchannel("Message/ast_msg_queue", "lab-1.8", "lab-1.8"))).isEmpty();
  }

  @Test
  void after_a_restart_of_the_application_a_phones_call_is_found_by_its_linked_id() {
    AmiMessage caller =
        Messages.status(
            "Local/700@x-00000001;2", "lab-1.3", "lab-1.0", "Variable: RW_CALL=lab-1.3");
    table.seenChannel(caller, Optional.of(call("lab-1.3")));
    table.seenChannel(Messages.status(LEG, PHONE, "lab-1.0"), Optional.empty());
    assertThat(table.reports())
        .contains(new DeviceReport(DEVICE, DeviceState.IN_USE, Set.of(call("lab-1.3"))));
  }

  @Test
  void a_later_look_keeps_what_no_list_says() {
    apply(newchannel(LEG, PHONE, "lab-1.0"));
    apply(dialBegin("lab-1.3", "lab-1.0", LEG, PHONE));
    ChannelTable later = new ChannelTable(Settings.LAB, CONTEXTS);
    later.seenChannel(Messages.status(LEG, PHONE, "lab-1.0"), Optional.empty());
    later.learnFrom(table);
    assertThat(later.reports())
        .containsExactly(new DeviceReport(DEVICE, DeviceState.IN_USE, Set.of(call("lab-1.3"))));
  }

  @Test
  void a_hang_up_costs_the_same_among_many_channels() {
    for (int i = 0; i < 100_000; i++) {
      table.seenChannel(waitingCaller("PJSIP/trunk-" + i, "lab-9." + i), Optional.empty());
    }
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      apply(dialBegin(CALLER, CALLER, LEG, "lab-8." + i));
      facts.addAll(apply(hangup(LEG, "lab-8." + i, CALLER)));
    }
    assertThat(facts).hasSize(20_000).containsOnly(report(DeviceState.NOT_IN_USE));
  }

  private void talk() {
    apply(newchannel("PJSIP/trunk-00000001", CALLER, CALLER));
    apply(newchannel(LEG, PHONE, CALLER));
    apply(dialBegin(CALLER, CALLER, LEG, PHONE));
    apply(up(LEG, PHONE, CALLER));
    apply(deviceState("PJSIP/8260", "INUSE"));
  }

  /** What is said of the phone, or of calls; the trunk is a device like any other. */
  private List<Fact> apply(AmiMessage event) {
    List<Fact> facts = new ArrayList<>(table.apply(event));
    facts.removeIf(
        fact ->
            fact instanceof Fact.Reported reported
                && reported.report().device().name().equals("PJSIP/trunk"));
    return facts;
  }

  private static AmiMessage inContext(String uniqueId, String context) {
    return Messages.message(
        "Event: Newstate",
        "ChannelState: 6",
        "Context: " + context,
        "Uniqueid: " + uniqueId,
        "Linkedid: " + CALLER);
  }

  private static AmiMessage bridge(String event, String uniqueId, String bridge) {
    return Messages.message(
        "Event: " + event, "BridgeUniqueid: " + bridge, "Uniqueid: " + uniqueId);
  }

  private static CallId call(String uniqueId) {
    return CallId.of(Settings.LAB, uniqueId);
  }

  private static Fact report(DeviceState state, CallId... calls) {
    return reportOf(DEVICE, state, calls);
  }

  private static Fact reportOf(Device device, DeviceState state, CallId... calls) {
    return new Fact.Reported(new DeviceReport(device, state, Set.of(calls)));
  }
}
