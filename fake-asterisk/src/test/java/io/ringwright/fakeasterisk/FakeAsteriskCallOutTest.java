package io.ringwright.fakeasterisk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.fakeasterisk.PbxUnderTest.CallPlan;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import io.ringwright.fakeasterisk.Sighting.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Originate, as an Asterisk 22.10 was seen to carry it out. */
class FakeAsteriskCallOutTest {

  private static final String DIALPLAN =
      """
      [from-trunk]
      exten => 1,1,Answer()
       same => n,Hangup(16)
      exten => 2,1,Wait(60)
      [deliver]
      exten => _X!,1,Set(LANDED=${EXTEN} ${CALL})
       same => n,Wait(60)
      """;

  private FakeAsterisk pbx;
  private AmiClient ami;

  @BeforeEach
  void start() throws IOException {
    pbx = FakeAsterisk.builder().systemName("lab").phones("8260").dialplan(DIALPLAN).start();
    ami = AmiClient.loggedIn(pbx.amiThatCalls(), "call");
  }

  @AfterEach
  void stop() throws IOException {
    ami.close();
    pbx.close();
  }

  /** A caller whose call is over. */
  private Caller past() {
    Caller caller = pbx.call(CallPlan.of("0301555", "1"));
    Awaiting.end(pbx, caller);
    return caller;
  }

  private List<String> callBack(Caller caller, String number) throws IOException {
    ami.ask(
        "Action: Originate",
        "ActionID: 7",
        "Channel: PJSIP/" + number + "@trunk",
        "ChannelId: " + caller.id(),
        "Context: deliver",
        "Exten: 700-17",
        "Priority: 1",
        "Timeout: 200",
        "Variable: CALL=" + caller.id() + ",GROUP=700",
        "Async: true");
    return ami.messagesUpTo("Event: OriginateResponse");
  }

  @Test
  void who_answers_lands_on_a_channel_with_the_identity_that_was_given() throws IOException {
    pbx.phone("0301555", PhoneBehaviour.answers(Duration.ofMillis(20), Duration.ofMillis(100)));
    Caller caller = past();
    List<String> told = callBack(caller, "0301555");
    assertThat(told.get(told.size() - 1))
        .contains("ActionID: 7", "Response: Success", "Reason: 4", "Uniqueid: " + caller.id());
    assertThat(told)
        .anyMatch(message -> message.startsWith("Event: DialBegin"))
        .filteredOn(message -> message.startsWith("Event: Dial"))
        .noneMatch(message -> message.contains("\r\nUniqueid: "));
    Awaiting.seen(pbx, caller, Kind.CONTEXT_ENTERED, "deliver");
    Awaiting.seen(pbx, caller, Kind.VARIABLE_SET, "LANDED");
    assertThat(Awaiting.variable(pbx, caller, "LANDED")).isEqualTo("700-17 " + caller.id());
    Awaiting.seen(pbx, caller, Kind.PHONE_ENDS, "0301555");
    assertThat(pbx.sightings())
        .filteredOn(seen -> seen.caller().equals(caller.id()))
        .filteredOn(seen -> seen.kind().name().startsWith("CALLER"))
        .extracting(Sighting::kind)
        .containsExactly(Kind.CALLER_ARRIVED, Kind.CALLER_ENDED);
  }

  @Test
  void the_response_comes_before_the_end_of_a_channel_that_nobody_answered() throws IOException {
    pbx.phone("0301555", PhoneBehaviour.busy());
    Caller caller = past();
    List<String> busy = callBack(caller, "0301555");
    assertThat(busy.get(busy.size() - 1)).contains("Response: Failure", "Reason: 0");
    assertThat(ami.message("Event: ")).startsWith("Event: Hangup").contains("Cause: 17");
    List<String> rungOut = callBack(caller, "0301556");
    assertThat(rungOut.get(rungOut.size() - 1)).contains("Response: Failure", "Reason: 3");
    assertThat(ami.message("Event: ")).startsWith("Event: Hangup").contains("Cause: 19");
  }

  @Test
  void of_one_identity_there_is_one_channel() throws IOException {
    Caller caller = pbx.call(CallPlan.of("0301555", "2"));
    Awaiting.seen(pbx, caller, Kind.CONTEXT_ENTERED, "from-trunk");
    List<String> told = callBack(caller, "0301555");
    assertThat(told.get(told.size() - 1)).contains("Response: Failure", "Reason: 0");
    assertThat(told).noneMatch(message -> message.startsWith("Event: DialBegin"));
    assertThat(ami.ask("Action: Status", "Channel: " + caller.id())).contains("will follow");
  }

  @Test
  void what_cannot_be_is_refused_at_once() throws IOException {
    assertThat(ami.ask("Action: Originate", "Context: deliver", "Exten: 7", "Priority: 1"))
        .contains("Channel not specified");
    assertThat(
            ami.ask(
                "Action: Originate",
                "Channel: PJSIP/8260",
                "Context: nowhere",
                "Exten: 7",
                "Priority: 1",
                "Async: true"))
        .contains("Extension does not exist.");
    try (AmiClient router = AmiClient.loggedIn(pbx.ami(), "off")) {
      assertThat(router.ask("Action: Originate", "Channel: PJSIP/8260"))
          .contains("Permission denied");
    }
  }
}
