package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.directory.PhoneList;
import io.ringwright.fakeasterisk.DeskCall;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A caller who is an extension of the house transfers whoever answered. Written once, run on the
 * real Asterisk and on the fake one.
 */
abstract class CallerTransferScenarios extends ThreeDeskScenarios {

  /** Berta calls 701, where Anna answers. */
  private DeskCall callToAnna() {
    return berta.call("701");
  }

  /** Anna talks to Cleo: whoever calls 701 waits until she has hung up and her wrap-up is over. */
  private void annaIsEngagedUntilSheHangsUp(DeskCall anna, DeskCall cleo) {
    cleo.awaitSpeech(10);
    application().awaitInCall("8301", 1);
    DeskCall next = outside().callAs("0302", "701");
    next.awaitTalking();
    assertThat(application().router().waitingCalls()).hasSize(1);
    assertThat(application().heard().outcomes()).as("the talk goes on").isEmpty();
    cleo.hangUp();
    anna.awaitOver();
    application().awaitExplained("701", "in wrap-up");
    DeskCall rings = answered(this.anna);
    assertThat(rings.number()).isEqualTo("0302");
    rings.hangUp();
    next.awaitOver();
    everyCallEndedAnswered();
  }

  @Test
  void an_agent_whom_the_caller_sends_to_another_phone_is_in_the_call_until_hanging_up() {
    DeskCall caller = callToAnna();
    DeskCall here = answered(anna);
    caller.transfer("8303");
    caller.awaitOver();
    annaIsEngagedUntilSheHangsUp(here, answered(cleo));
  }

  @Test
  void
      an_agent_whom_the_caller_sends_to_another_queue_is_answered_there_and_ends_both_calls_once() {
    DeskCall caller = callToAnna();
    DeskCall here = answered(anna);
    caller.transfer("703");
    caller.awaitOver();
    DeskCall there = answered(cleo);
    assertThat(there.number()).as("who calls Cleo").isNotEqualTo("8302");
    annaIsEngagedUntilSheHangsUp(here, there);
  }

  @Test
  void an_agent_whom_the_caller_connects_with_another_phone_is_in_the_call_until_hanging_up() {
    DeskCall caller = callToAnna();
    DeskCall here = answered(anna);
    DeskCall consultation = berta.call("8303");
    DeskCall there = answered(cleo);
    consultation.awaitTalking();
    caller.transferTo(consultation);
    caller.awaitOver();
    annaIsEngagedUntilSheHangsUp(here, there);
  }

  @Test
  void an_agent_who_was_called_second_and_is_connected_with_the_first_is_in_the_call() {
    DeskCall first = berta.call("8303");
    DeskCall there = answered(cleo);
    DeskCall second = callToAnna();
    DeskCall here = answered(anna);
    second.awaitTalking();
    first.transferTo(second);
    first.awaitOver();
    annaIsEngagedUntilSheHangsUp(here, there);
  }

  /** Anna is left with Cleo, the application starts anew, and Anna hangs up after that. */
  private void theTalkGoesOnOverARestart(Path file, DeskCall here, DeskCall there) {
    there.awaitSpeech(10);
    application().awaitInCall("8301", 1);
    awaitLeftCall();
    CallId call = application().heard().arrivals().get(0).id();
    restartFrom(file);
    application().awaitInCall("8301", 1);
    assertThat(application().heard().outcomes()).as("the talk goes on").isEmpty();
    there.hangUp();
    here.awaitOver();
    application().awaitExplained("701", "in wrap-up");
    application().awaitEnds(Map.of(call, 1L));
    assertThat(application().heard().outcomes())
        .containsExactly(Map.entry(call, List.of(CallOutcome.ANSWERED)));
    assertThat(application().heard().failures()).isEmpty();
  }

  @Test
  void an_agent_whom_the_caller_has_sent_on_is_in_the_call_after_a_restart(@TempDir Path files) {
    Path file = files.resolve("journal.db");
    keepIn(file);
    DeskCall caller = callToAnna();
    DeskCall here = answered(anna);
    caller.transfer("8303");
    caller.awaitOver();
    theTalkGoesOnOverARestart(file, here, answered(cleo));
  }

  @Test
  void an_agent_who_was_called_second_and_connected_is_in_the_call_after_a_restart(
      @TempDir Path files) {
    Path file = files.resolve("journal.db");
    keepIn(file);
    DeskCall first = berta.call("8303");
    DeskCall there = answered(cleo);
    DeskCall second = callToAnna();
    DeskCall here = answered(anna);
    second.awaitTalking();
    first.transferTo(second);
    first.awaitOver();
    theTalkGoesOnOverARestart(file, here, there);
  }

  @Override
  PhoneList phones() {
    return PhoneList.builder()
        .extension("8301", anna -> anna.device("PJSIP/8301").wrapUp(Duration.ofSeconds(2)))
        .extension("8302", berta -> berta.device("PJSIP/8302"))
        .extension("8303", cleo -> cleo.device("PJSIP/8303"))
        .huntGroup("701", group -> group.member("8301"))
        .huntGroup("703", group -> group.member("8303"))
        .build();
  }
}
