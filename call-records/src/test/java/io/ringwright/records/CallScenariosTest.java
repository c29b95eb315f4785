package io.ringwright.records;

import static io.ringwright.records.Office.second;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.Attendance;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import io.ringwright.records.Stay.How;
import io.ringwright.telling.RingStopped.Why;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls through a switch in memory: the record and the lines of the queue log, whole. */
class CallScenariosTest {

  private static final PhoneList PHONES =
      PhoneList.builder()
          .allowCallBack("030")
          .extension(
              "100", anna -> anna.device("PJSIP/100").wrapUp(ofSeconds(10)).ringTime(ofSeconds(4)))
          .extension("101", ben -> ben.device("PJSIP/101").ringTime(ofSeconds(15)))
          .huntGroup(
              "700",
              sales ->
                  sales
                      .strategy(StandardStrategy.LINEAR)
                      .member("100")
                      .member("101")
                      .longestWait(ofSeconds(60))
                      .overflow("701")
                      .leaveByKey("1", "701")
                      .callBackByKey("#"))
          .huntGroup("701", support -> support.member("101"))
          .huntGroup(
              "702", all -> all.strategy(StandardStrategy.SIMULTANEOUS).member("100").member("101"))
          .build();

  private final Office office = new Office(PHONES);

  @AfterEach
  void nothing_failed() {
    assertThat(office.failures).isEmpty();
  }

  private void assertLines(String... expected) {
    String first = office.lines.get(0).split("\\|")[1];
    assertThat(office.lines)
        .extracting(line -> line.replace(first, "ID").replaceFirst("^\\d{7}", ""))
        .containsExactly(expected);
  }

  private CallRecord call(int number) {
    return office.kept.calls.get(number);
  }

  private void assertStay(CallRecord call, int number, String text) {
    Stay stay = call.stays().get(number);
    assertThat(
            "%s %s %d s at %d of %d %s"
                .formatted(
                    stay.at().digits(),
                    stay.end().how(),
                    stay.length().toSeconds(),
                    stay.position().last(),
                    stay.position().first(),
                    stay.end().word())
                .strip())
        .isEqualTo(text);
  }

  private void assertLegs(String... expected) {
    assertThat(office.kept.legs)
        .extracting(
            leg ->
                "%d %s for %s rang %d s %s talked %d s wrapped up %d s"
                    .formatted(
                        leg.number(),
                        leg.phone().party().extension().orElseThrow(),
                        leg.phone().standing().map(at -> at.digits()).orElse("nothing"),
                        leg.ring().rang().toSeconds(),
                        leg.ring().end().map(Why::name).orElse("NO_RING"),
                        leg.talk().talked().toSeconds(),
                        leg.talk().wrapUp().toSeconds()))
        .containsExactly(expected);
  }

  @Test
  void a_call_that_is_answered_at_once() {
    office.answers("100", 3);
    office.call("0301", "700");
    office.after(25);
    office.hangUp("100");
    office.after(10);
    CallRecord call = office.onlyCall();
    assertThat(call.origin().arrived()).isEqualTo(second(0));
    assertThat(call.origin().seen()).isTrue();
    assertThat(call.origin().caller().number()).isEqualTo("0301");
    assertThat(call.origin().called().orElseThrow().digits()).isEqualTo("700");
    assertThat(call.path()).isEqualTo("700");
    assertStay(call, 0, "700 ANSWERED 3 s at 1 of 1");
    CallRecord.Answer answer = call.answer().orElseThrow();
    assertThat(answer)
        .isEqualTo(
            new CallRecord.Answer(
                second(3), Office.at("100"), answer.agent(), ofSeconds(3), ofSeconds(22), 0));
    assertThat(call.ending().at()).isEqualTo(second(25));
    assertThat(call.ending().outcome()).isEqualTo(CallOutcome.ANSWERED);
    assertThat(call.ending().waited()).isEqualTo(ofSeconds(3));
    assertThat(call.ending().reason()).isEmpty();
    assertThat(call.ending().explanation()).matches("[0-9a-f]{32}");
    assertLegs("0 100 for 700 rang 3 s ANSWERED talked 22 s wrapped up 10 s");
    assertLines(
        "600|ID|700|NONE|ENTERQUEUE||0301|1",
        "603|ID|700|100|CONNECT|3||3",
        "625|ID|700|100|COMPLETEAGENT|3|22|1");
  }

  @Test
  void a_call_that_waits_and_is_answered() {
    office.engaged("100").engaged("101").answers("100", 2);
    office.call("0301", "700");
    office.after(1);
    office.call("0302", "700");
    office.after(9);
    office.hangUp("100");
    office.after(12);
    office.hangUp("100");
    office.after(11);
    assertStay(call(0), 0, "700 ANSWERED 12 s at 1 of 1");
    assertThat(call(0).ending().waited()).isEqualTo(ofSeconds(12));
    assertThat(office.lines.get(1)).endsWith("|700|NONE|ENTERQUEUE||0302|2");
    assertThat(office.lines.get(2)).endsWith("|700|100|CONNECT|12||2");
    assertThat(office.lines.get(3)).endsWith("|700|100|COMPLETEAGENT|12|10|1");
  }

  @Test
  void a_caller_who_hangs_up_while_a_phone_rings() {
    Caller caller = office.call("0301", "700");
    office.after(3);
    office.hangUp(caller);
    office.after(1);
    CallRecord call = office.onlyCall();
    assertThat(call.answer()).isEmpty();
    assertThat(call.ending().outcome()).isEqualTo(CallOutcome.ABANDONED);
    assertStay(call, 0, "700 ABANDONED 3 s at 1 of 1");
    assertLegs("0 100 for 700 rang 3 s CALLER_GONE talked 0 s wrapped up 0 s");
    assertLines(
        "600|ID|700|NONE|ENTERQUEUE||0301|1",
        "603|ID|700|100|RINGCANCELED|3000",
        "603|ID|700|NONE|ABANDON|1|1|3");
  }

  @Test
  void nobody_answers_and_the_next_phone_is_answered() {
    office.answers("101", 2);
    office.call("0301", "700");
    office.after(10);
    office.hangUp("101");
    assertStay(office.onlyCall(), 0, "700 ANSWERED 6 s at 1 of 1");
    assertLegs(
        "0 100 for 700 rang 4 s NO_REPLY talked 0 s wrapped up 0 s",
        "1 101 for 700 rang 2 s ANSWERED talked 4 s wrapped up 0 s");
    assertLines(
        "600|ID|700|NONE|ENTERQUEUE||0301|1",
        "604|ID|700|100|RINGNOANSWER|4000",
        "606|ID|700|101|CONNECT|6||2",
        "610|ID|700|101|COMPLETEAGENT|6|4|1");
  }

  @Test
  void a_busy_phone_has_a_line_and_whoever_loses_to_another_answer_has_none() {
    office.phone("100", PhoneBehaviour.busy()).answers("101", 3);
    office.call("0301", "702");
    office.after(5);
    office.hangUp("101");
    office.after(1);
    office.answers("100", 5);
    office.call("0302", "702");
    office.after(4);
    assertThat(office.lines.get(1)).endsWith("|702|101|CONNECT|3||3");
    assertThat(office.lines).filteredOn(line -> line.contains("|100|")).isEmpty();
    assertThat(office.lines.get(office.lines.size() - 1)).endsWith("|702|101|CONNECT|3||3");
    assertThat(office.kept.legs)
        .extracting(leg -> leg.ring().end().orElseThrow())
        .containsExactly(Why.ANSWERED_ELSEWHERE, Why.ANSWERED, Why.ANSWERED_ELSEWHERE);
  }

  @Test
  void a_call_that_waits_too_long_overflows() {
    office.engaged("100").engaged("101");
    Caller caller = office.call("0301", "700");
    office.after(90);
    office.hangUp(caller);
    office.after(1);
    CallRecord call = office.onlyCall();
    assertThat(call.path()).isEqualTo("700>701");
    assertStay(call, 0, "700 WAITED_TOO_LONG 60 s at 1 of 1 waited-too-long");
    assertStay(call, 1, "701 ABANDONED 30 s at 1 of 1");
    assertThat(call.ending().waited()).isEqualTo(ofSeconds(90));
    assertLines(
        "600|ID|700|NONE|ENTERQUEUE||0301|1",
        "660|ID|700|NONE|EXITWITHTIMEOUT|1|1|60",
        "660|ID|701|NONE|ENTERQUEUE||0301|1",
        "690|ID|701|NONE|ABANDON|1|1|30");
  }

  @Test
  void a_key_leads_a_waiting_caller_to_another_group() {
    office.engaged("100").engaged("101");
    Caller caller = office.call("0302", "700");
    office.after(3);
    caller.press('1');
    office.after(2);
    office.hangUp(caller);
    office.after(1);
    assertStay(office.onlyCall(), 0, "700 LEFT_BY_KEY 3 s at 1 of 1 1");
    assertStay(office.onlyCall(), 1, "701 ABANDONED 2 s at 1 of 1");
    assertLines(
        "600|ID|700|NONE|ENTERQUEUE||0302|1",
        "603|ID|700|NONE|EXITWITHKEY|1|1|1|3",
        "603|ID|701|NONE|ENTERQUEUE||0302|1",
        "605|ID|701|NONE|ABANDON|1|1|2");
  }

  @Test
  void a_caller_who_is_called_back_stays_in_the_queue_until_then() {
    office.engaged("100").engaged("101").answers("100", 2);
    office.phone("0301", PhoneBehaviour.answers(ofSeconds(5), ofSeconds(60)));
    Caller caller = office.call("0301", "700");
    office.after(3);
    caller.press('#');
    office.after(17);
    office.hangUp("100");
    office.after(10);
    office.hangUp("100");
    office.after(20);
    assertStay(office.onlyCall(), 0, "700 ANSWERED 27 s at 1 of 1");
    assertLines(
        "600|ID|700|NONE|ENTERQUEUE||0301|1",
        "627|ID|700|100|CONNECT|27||2",
        "630|ID|700|100|COMPLETEAGENT|27|3|1");
  }

  @Test
  void a_group_that_becomes_empty_sends_its_callers_away() {
    office.engaged("100").engaged("101");
    office.call("0301", "701");
    office.after(5);
    office.attends("101", new Attendance(false, Optional.empty()));
    office.after(5);
    CallRecord call = office.onlyCall();
    assertThat(call.ending().outcome()).isEqualTo(CallOutcome.REJECTED);
    assertThat(call.ending().reason()).isEqualTo("nobody-in-service");
    assertThat(call.stays().get(0).end().how()).isEqualTo(How.NOBODY_THERE);
    assertThat(office.lines.get(office.lines.size() - 1)).endsWith("|701|NONE|EXITEMPTY|1|1|5");
  }

  @Test
  void a_call_that_the_host_withdraws() {
    office.engaged("101");
    Caller caller = office.call("0301", "701");
    office.after(5);
    office.tell(router -> router.withdraw(CallId.of(caller.id())));
    office.after(5);
    assertThat(office.onlyCall().stays().get(0).end().how()).isEqualTo(How.TAKEN_AWAY);
    assertLines("600|ID|701|NONE|ENTERQUEUE||0301|1", "605|ID|701|NONE|WITHDRAW|1|1|5|");
  }

  @Test
  void a_call_that_is_refused_on_arrival_leaves_a_record_and_no_line() {
    office.attends("101", new Attendance(false, Optional.empty()));
    office.lines.clear();
    office.call("0301", "701");
    office.after(5);
    assertThat(office.onlyCall().stays()).isEmpty();
    assertThat(office.onlyCall().ending().outcome()).isEqualTo(CallOutcome.REJECTED);
    assertThat(office.lines).isEmpty();
  }

  @Test
  void a_call_to_an_extension_has_a_record_and_no_line() {
    office.answers("100", 2);
    office.call("0301", "100");
    office.after(5);
    office.hangUp("100");
    office.after(15);
    assertStay(office.onlyCall(), 0, "100 ANSWERED 2 s at 1 of 1");
    assertThat(office.lines).isEmpty();
  }

  @Test
  void a_caller_who_is_sent_on_has_two_records_and_a_blind_transfer() {
    office.answers("100", 2).answers("101", 1);
    Caller caller = office.call("0301", "700");
    office.after(6);
    caller.sendOn("701");
    office.after(9);
    office.hangUp("101");
    office.after(10);
    assertThat(office.kept.calls)
        .extracting(call -> call.ending().outcome())
        .containsExactly(CallOutcome.ANSWERED_THEN_SENT_ON, CallOutcome.ANSWERED);
    assertThat(call(0).visit().call()).isEqualTo(call(1).visit().call());
    assertThat(office.lines)
        .extracting(line -> line.split("\\|", 3)[2])
        .containsExactly(
            "700|NONE|ENTERQUEUE||0301|1",
            "700|100|CONNECT|2||2",
            "700|100|BLINDTRANSFER|701|ringwright-route|2|4|1",
            "701|NONE|ENTERQUEUE||0301|1",
            "701|101|CONNECT|1||1",
            "701|101|COMPLETEAGENT|1|8|1");
  }
}
