package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.fakeasterisk.DeskCall;
import io.ringwright.fakeasterisk.DeskPhone;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a whole application does when people hand callers over. Written once, run on the real
 * Asterisk and on the fake one.
 */
abstract class DeskPhoneScenarios extends DeskScenarios {

  /** Of a talk that goes on while others are served. */
  private static final int MUCH_SPEECH = 100;

  private DeskPhone anna;
  private DeskPhone berta;

  @BeforeEach
  void begin() {
    anna = desk("8301");
    berta = desk("8302");
    start();
  }

  @Test
  void a_caller_who_is_sent_to_another_queue_is_answered_there() {
    DeskCall caller = outside().callAs("0301", "701");
    DeskCall here = answered(anna);
    application().awaitAnswers(1);
    here.transfer("702");
    DeskCall there = answered(berta);
    assertThat(there.number()).isEqualTo("0301");
    there.hangUp();
    caller.awaitOver();
    everyCallEndedAnswered();
  }

  @Test
  void who_has_sent_a_caller_on_gets_the_next_one() {
    DeskCall first = outside().callAs("0301", "701");
    DeskCall here = answered(anna);
    DeskCall second = outside().callAs("0302", "701");
    second.awaitTalking();
    application().awaitAnswers(1);
    here.transfer("702");
    assertThat(answered(anna).number()).isEqualTo("0302");
    answered(berta).hangUp();
    first.awaitOver();
    second.hangUp();
    everyCallEndedAnswered();
  }

  @Test
  void a_call_that_a_colleague_picks_up_is_answered_and_the_phone_that_rang_is_free() {
    DeskCall caller = outside().callAs("0301", "701");
    DeskCall ringing = anna.awaitCall();
    DeskCall pickUp = berta.call("*8");
    pickUp.awaitTalking();
    ringing.awaitOver();
    application().awaitAnswers(1);
    outside().callAs("0302", "701");
    DeskCall next = answered(anna);
    assertThat(next.number()).isEqualTo("0302");
    next.hangUp();
    caller.hangUp();
    everyCallEndedAnswered();
  }

  @Test
  void a_call_that_a_phone_of_no_extension_picks_up_is_answered_and_its_talk_is_not_cut() {
    DeskPhone stranger = desk("8305");
    DeskCall caller = outside().callAs("0301", "701");
    DeskCall ringing = anna.awaitCall();
    DeskCall pickUp = stranger.call("*8");
    pickUp.awaitTalking();
    ringing.awaitOver();
    outside().callAs("0302", "701");
    DeskCall next = answered(anna);
    assertThat(next.number()).as("the phone that rang is free at once").isEqualTo("0302");
    next.hangUp();
    pickUp.awaitSpeech(MUCH_SPEECH);
    caller.hangUp();
    everyCallEndedAnswered();
  }

  @Test
  void a_caller_who_is_handed_over_after_a_consultation_engages_the_second_phone_alone() {
    DeskCall caller = outside().callAs("0301", "701");
    DeskCall here = answered(anna);
    DeskCall consultation = anna.call("702");
    DeskCall there = answered(berta);
    consultation.awaitTalking();
    here.transferTo(consultation);
    here.awaitOver();
    application().awaitInCall("8302", 1);
    outside().callAs("0302", "701");
    DeskCall next = answered(anna);
    assertThat(next.number()).isEqualTo("0302");
    next.hangUp();
    there.hangUp();
    caller.awaitOver();
    everyCallEndedAnswered();
  }

  @Test
  void a_caller_who_takes_over_a_waiting_consultation_is_served_at_its_place() {
    DeskCall engaging = outside().callAs("0300", "702");
    DeskCall engaged = answered(berta);
    DeskCall caller = outside().callAs("0301", "701");
    DeskCall here = answered(anna);
    DeskCall consultation = anna.call("702");
    consultation.awaitTalking();
    here.transferTo(consultation);
    consultation.awaitOver();
    engaged.hangUp();
    engaging.awaitOver();
    answered(berta).hangUp();
    caller.awaitOver();
    everyCallEndedAnswered();
  }

  @Override
  PhoneList phones() {
    PhoneListBuilder phones = PhoneList.builder();
    for (String number : List.of("8301", "8302")) {
      phones
          .extension(number, phone -> phone.device("PJSIP/" + number).wrapUp(Duration.ZERO))
          .huntGroup("70" + number.charAt(3), group -> group.member(number));
    }
    return phones.build();
  }
}
