package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.directory.PhoneList;
import io.ringwright.fakeasterisk.DeskCall;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Talks on hold. Written once, run on the real Asterisk and on the fake one. */
abstract class HoldScenarios extends ThreeDeskScenarios {

  @Test
  void an_agent_who_holds_a_caller_is_engaged_and_callers_wait() {
    DeskCall caller = outside().callAs("0301", "701");
    DeskCall here = answered(anna);
    here.hold();
    DeskCall second = outside().callAs("0302", "701");
    second.awaitTalking();
    assertThat(application().router().waitingCalls()).hasSize(1);
    here.resume();
    application().awaitInCall("8301", 1);
    here.hangUp();
    caller.awaitOver();
    DeskCall next = answered(anna);
    assertThat(next.number()).isEqualTo("0302");
    next.hangUp();
    second.awaitOver();
    everyCallEndedAnswered();
  }

  @Test
  void an_agent_with_hold_capacity_is_rung_while_the_first_caller_is_on_hold() {
    DeskCall first = outside().callAs("0301", "702");
    DeskCall held = answered(berta);
    held.hold();
    DeskCall second = outside().callAs("0302", "702");
    DeskCall next = answered(berta);
    application().awaitInCall("8302", 2);
    next.hangUp();
    second.awaitOver();
    held.resume();
    held.hangUp();
    first.awaitOver();
    everyCallEndedAnswered();
  }

  @Test
  void an_extension_whose_own_call_is_on_hold_is_engaged() {
    DeskCall call = cleo.call("701");
    DeskCall here = answered(anna);
    here.hold();
    application().awaitInCall("8303", 1);
    DeskCall caller = outside().callAs("0301", "703");
    caller.awaitTalking();
    assertThat(application().router().waitingCalls()).hasSize(1);
    here.hangUp();
    call.awaitOver();
    answered(cleo).hangUp();
    caller.awaitOver();
    everyCallEndedAnswered();
  }

  @Test
  void a_caller_who_hangs_up_on_hold_frees_the_agent() {
    DeskCall caller = outside().callAs("0301", "701");
    DeskCall here = answered(anna);
    here.hold();
    caller.hangUp();
    here.awaitOver();
    isFree("8301");
    everyCallEndedAnswered();
  }

  @Test
  void a_caller_who_is_sent_on_from_hold_engages_the_second_phone_alone() {
    DeskCall caller = outside().callAs("0301", "701");
    DeskCall here = answered(anna);
    application().awaitAnswers(1);
    here.hold();
    here.transfer("703");
    DeskCall there = answered(cleo);
    application().awaitInCall("8303", 1);
    isFree("8301");
    endsWith(there, caller);
  }

  @Override
  PhoneList phones() {
    return PhoneList.builder()
        .extension("8301", anna -> anna.device("PJSIP/8301").wrapUp(Duration.ZERO))
        .extension("8302", berta -> berta.device("PJSIP/8302").holdCapacity(1))
        .extension("8303", cleo -> cleo.device("PJSIP/8303").wrapUp(Duration.ZERO))
        .huntGroup("701", group -> group.member("8301"))
        .huntGroup("702", group -> group.member("8302"))
        .huntGroup("703", group -> group.member("8303"))
        .build();
  }
}
