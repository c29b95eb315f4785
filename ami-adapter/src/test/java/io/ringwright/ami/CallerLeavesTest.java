package io.ringwright.ami;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.CallId;
import io.ringwright.call.HangUpSide;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A caller leaves a call to whoever answered it: what the table keeps of that call. */
class CallerLeavesTest {

  private static final String CALLER = "lab-1.1";
  private static final String PHONE = "lab-1.2";
  private static final String CALLER_NAME = "PJSIP/8302-00000001";
  private static final String PHONE_NAME = "PJSIP/8301-00000002";
  private static final CallId CALL = CallId.of(Settings.LAB, CALLER);

  private final ChannelTable table = new ChannelTable(Settings.LAB, Settings.CONTEXTS);

  @BeforeEach
  void a_talk() {
    table.apply(Messages.newchannel(CALLER_NAME, CALLER, CALLER));
    table.apply(Messages.dialBegin(CALLER, CALLER, PHONE_NAME, PHONE));
    table.apply(Messages.dialEnd(CALLER, CALLER, PHONE_NAME, PHONE, "ANSWER"));
  }

  /** A table that begins anew, after a start of the application. */
  private static ChannelTable newTable(AmiMessage... channels) {
    ChannelTable table = new ChannelTable(Settings.LAB, Settings.CONTEXTS);
    for (AmiMessage each : channels) {
      table.seenChannel(each, Optional.empty());
    }
    return table;
  }

  private static AmiMessage event(String name, String... headers) {
    List<String> lines = new ArrayList<>(List.of("Event: " + name));
    lines.addAll(List.of(headers));
    return AmiMessage.of(lines);
  }

  private void callerHangsUp() {
    assertThat(table.apply(Messages.hangup(CALLER_NAME, CALLER, CALLER)))
        .doesNotContain(new Fact.Ended(CALL, HangUpSide.UNKNOWN));
  }

  private void phoneHangsUpAndThatIsTheEnd() {
    assertThat(table.apply(Messages.hangup(PHONE_NAME, PHONE, CALLER)))
        .contains(new Fact.Ended(CALL, HangUpSide.UNKNOWN));
  }

  @Test
  void who_is_parked_by_the_caller_is_in_the_call_until_hanging_up() {
    table.apply(event("ParkedCall", "ParkeeUniqueid: " + PHONE));
    callerHangsUp();
    phoneHangsUpAndThatIsTheEnd();
  }

  @Test
  void who_is_connected_by_the_callers_keys_is_in_the_call_until_hanging_up() {
    table.apply(
        event(
            "AttendedTransfer",
            "Result: Success",
            "OrigTransfererUniqueid: " + CALLER,
            "SecondTransfererUniqueid: " + CALLER,
            "TransfereeUniqueid: " + PHONE,
            "DestType: Bridge"));
    callerHangsUp();
    phoneHangsUpAndThatIsTheEnd();
  }

  @Test
  void the_phone_is_told_to_remember_the_call_and_a_table_that_begins_anew_learns_it_there() {
    assertThat(table.apply(event("ParkedCall", "ParkeeUniqueid: " + PHONE)))
        .contains(new Fact.Left(PHONE_NAME, List.of(CALL)));
    ChannelTable anew =
        newTable(Messages.status(PHONE_NAME, PHONE, CALLER, "Variable: RW_LEFT=" + CALL));
    assertThat(anew.alive()).contains(CALL);
    assertThat(anew.reports())
        .anySatisfy(report -> assertThat(report.calls()).containsExactly(CALL));
    assertThat(anew.apply(Messages.hangup(PHONE_NAME, PHONE, CALLER)))
        .contains(new Fact.Ended(CALL, HangUpSide.UNKNOWN));
  }

  @Test
  void a_phone_remembers_several_calls_and_passes_over_what_is_none() {
    AmiMessage phone =
        Messages.status(PHONE_NAME, PHONE, CALLER, "Variable: RW_LEFT=lab-1.8@lab,!,lab-1.9@lab");
    assertThat(newTable(phone).alive())
        .containsExactlyInAnyOrder(
            CallId.of("lab-1.8@lab"), CallId.of("lab-1.9@lab"), CallId.of(Settings.LAB, PHONE));
  }

  @Test
  void whoever_takes_over_a_call_that_waits_has_no_such_call_any_more() {
    table.apply(event("ParkedCall", "ParkeeUniqueid: " + PHONE));
    callerHangsUp();
    table.apply(Messages.newchannel("PJSIP/8302-00000007", "lab-1.7", "lab-1.7"));
    table.apply(
        event("Newstate", "Uniqueid: lab-1.7", "Context: ringwright-wait", "ChannelState: 6"));
    assertThat(
            table.apply(
                event(
                    "AttendedTransfer",
                    "Result: Success",
                    "SecondTransfererUniqueid: lab-1.7",
                    "TransfereeUniqueid: " + PHONE,
                    "DestType: App")))
        .contains(new Fact.Left(PHONE_NAME, List.of()));
  }

  @Test
  void a_transfer_that_failed_changes_nothing() {
    table.apply(
        event(
            "BlindTransfer",
            "Result: Fail",
            "TransfererUniqueid: " + CALLER,
            "TransfereeUniqueid: " + PHONE));
    assertThat(table.apply(Messages.hangup(CALLER_NAME, CALLER, CALLER)))
        .contains(new Fact.Ended(CALL, HangUpSide.UNKNOWN));
  }

  @Test
  void a_call_without_its_caller_is_alive_in_a_look_at_everything() {
    table.apply(event("ParkedCall", "ParkeeUniqueid: " + PHONE));
    callerHangsUp();
    ChannelTable later = new ChannelTable(Settings.LAB, Settings.CONTEXTS);
    later.seenChannel(Messages.status(PHONE_NAME, PHONE, CALLER), Optional.empty());
    assertThat(later.alive()).doesNotContain(CALL);
    later.learnFrom(table);
    assertThat(later.alive()).contains(CALL);
  }
}
