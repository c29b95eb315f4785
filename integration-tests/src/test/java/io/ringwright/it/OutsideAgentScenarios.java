package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.RingOutcome;
import io.ringwright.directory.Confirmation;
import io.ringwright.directory.PhoneList;
import io.ringwright.fakeasterisk.DeskCall;
import io.ringwright.fakeasterisk.DeskPhone;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An agent at a mobile, extension 8310, who has to press a key; 8301 is a phone of the house, rung
 * when the mobile does not take the call. Written once, run on the real Asterisk and on the fake
 * one.
 */
abstract class OutsideAgentScenarios extends DeskScenarios {

  private static final int TO_HEAR = 10;

  private DeskPhone desk;

  @Override
  PhoneList phones() {
    Confirmation quickly =
        Confirmation.STANDARD.prompt("hello-world").within(Duration.ofSeconds(2));
    return PhoneList.builder()
        .allowExternal("0171")
        .extension(
            "8310",
            dora ->
                dora.outside("0171555", quickly)
                    .wrapUp(Duration.ofSeconds(2))
                    .neverLeaveAloneAfter(RingOutcome.REJECTED)
                    .neverLeaveAloneAfter(RingOutcome.NO_REPLY))
        .extension(
            "8311",
            emil -> emil.outside("0171556", Confirmation.STANDARD.within(Duration.ofSeconds(3))))
        .extension("8301", anna -> anna.device("PJSIP/8301"))
        .huntGroup("701", group -> group.member("8310").member("8301", 2))
        .huntGroup("702", group -> group.member("8310"))
        .huntGroup("703", group -> group.member("8311"))
        .build();
  }

  @BeforeEach
  void begin() {
    desk = desk("8301");
    start();
  }

  /** Whoever or whatever is at the mobile picks up, and hears the prompt. */
  private DeskCall pickedUp() {
    DeskCall there = outside().awaitCall();
    there.answer();
    there.awaitTalking();
    return there;
  }

  private void isNotAnswered() {
    assertThat(application().heard().answered()).isEmpty();
    application().awaitExplained("8310", "8310 · availability: ringing");
  }

  @Test
  void who_presses_the_key_has_the_caller_and_is_in_one_call_until_the_wrap_up_is_over() {
    DeskCall caller = outside().callAs("0301", "702");
    DeskCall there = pickedUp();
    isNotAnswered();
    there.press("1");
    application().awaitAnswers(1);
    caller.awaitTalking();
    there.awaitSpeech(TO_HEAR);
    application().awaitInCall("8310", 1);
    DeskCall second = outside().callAs("0302", "702");
    second.awaitTalking();
    assertThat(application().router().waitingCalls()).hasSize(1);
    there.hangUp();
    caller.awaitOver();
    application().awaitExplained("702", "wrap-up");
    DeskCall next = pickedUp();
    next.press("1");
    application().awaitAnswers(2);
    next.hangUp();
    second.awaitOver();
    everyCallEndedAnswered();
  }

  @Test
  void a_voicemail_that_presses_nothing_does_not_take_the_caller() {
    DeskCall caller = outside().callAs("0301", "701");
    DeskCall voicemail = pickedUp();
    isNotAnswered();
    voicemail.awaitOver();
    goesToTheDesk(caller);
    assertThat(outcomeSaid()).contains("no reply, left alone");
  }

  @Test
  void a_wrong_key_refuses_the_call() {
    DeskCall caller = outside().callAs("0301", "701");
    DeskCall there = pickedUp();
    there.press("5");
    there.awaitOver();
    goesToTheDesk(caller);
    assertThat(outcomeSaid()).contains("rejected, left alone");
  }

  @Test
  void who_hangs_up_during_the_prompt_refuses_the_call() {
    DeskCall caller = outside().callAs("0301", "701");
    pickedUp().hangUp();
    goesToTheDesk(caller);
    assertThat(outcomeSaid()).contains("rejected, left alone");
  }

  @Test
  void without_the_sound_the_key_counts_all_the_same() {
    DeskCall caller = outside().callAs("0301", "703");
    DeskCall there = pickedUp();
    there.press("1");
    application().awaitAnswers(1);
    there.hangUp();
    caller.awaitOver();
    everyCallEndedAnswered();
  }

  @Test
  void a_caller_who_hangs_up_during_the_prompt_frees_the_mobile() {
    DeskCall caller = outside().callAs("0301", "702");
    DeskCall there = pickedUp();
    caller.hangUp();
    there.awaitOver();
    application().awaitExplained("8310", "8310 · availability: free");
  }

  private void goesToTheDesk(DeskCall caller) {
    DeskCall here = answered(desk);
    application().awaitAnswers(1);
    application().awaitExplained("8310", "8310 · availability: free");
    here.hangUp();
    caller.awaitOver();
    everyCallEndedAnswered();
  }

  private String outcomeSaid() {
    return application().heard().answers().toString();
  }
}
