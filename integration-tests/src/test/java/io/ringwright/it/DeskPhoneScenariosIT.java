package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.it.phone.SipCall;
import io.ringwright.it.phone.SipPhone;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a whole application does when people at real phones hand callers over. */
@OnRealAsterisk
class DeskPhoneScenariosIT extends DeskScenarios {

  private SipPhone anna;
  private SipPhone berta;

  @BeforeEach
  void begin() {
    anna = desk("8301");
    berta = desk("8302");
    start();
  }

  @Test
  void a_caller_who_is_sent_to_another_queue_is_answered_there() {
    SipCall caller = outside().callAs("0301", "701");
    answered(anna).transfer("702");
    SipCall there = answered(berta);
    assertThat(there.number()).isEqualTo("0301");
    there.hangUp();
    caller.awaitOver();
    everyCallEndedAnswered();
  }

  @Test
  void who_has_sent_a_caller_on_gets_the_next_one() {
    SipCall first = outside().callAs("0301", "701");
    SipCall here = answered(anna);
    SipCall second = outside().callAs("0302", "701");
    second.awaitTalking();
    here.transfer("702");
    assertThat(answered(anna).number()).isEqualTo("0302");
    answered(berta).hangUp();
    first.awaitOver();
    second.hangUp();
    everyCallEndedAnswered();
  }

  @Test
  void a_call_that_a_colleague_picks_up_is_answered_and_the_phone_that_rang_is_free() {
    SipCall caller = outside().callAs("0301", "701");
    SipCall ringing = anna.awaitCall();
    SipCall pickUp = berta.call("*8");
    pickUp.awaitTalking();
    ringing.awaitOver();
    application().awaitAnswers(1);
    outside().callAs("0302", "701");
    SipCall next = answered(anna);
    assertThat(next.number()).isEqualTo("0302");
    next.hangUp();
    caller.hangUp();
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
