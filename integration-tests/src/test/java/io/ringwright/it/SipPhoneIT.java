package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.it.phone.SipCall;
import io.ringwright.it.phone.SipPhone;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That the phones of the tests do what a desk phone does. */
@OnRealAsterisk
class SipPhoneIT {

  /** A fifth of a second. */
  private static final int SOME_SPEECH = 10;

  private static RealAsterisk pbx;

  private SipPhone anna;
  private SipPhone berta;
  private SipPhone clara;
  private SipPhone caller;

  @BeforeAll
  static void boot() {
    pbx = RealAsterisk.boot();
  }

  @AfterAll
  static void shutDown() {
    pbx.close();
  }

  @BeforeEach
  void plugIn() {
    anna = SipPhone.register(pbx.desk("8301"));
    berta = SipPhone.register(pbx.desk("8302"));
    clara = SipPhone.register(pbx.desk("8303"));
    caller = SipPhone.register(pbx.outside());
  }

  @AfterEach
  void unplug() {
    List.of(caller, anna, berta, clara).forEach(SipPhone::close);
  }

  @Test
  void a_phone_answers_and_both_sides_hear_each_other_until_one_hangs_up() {
    SipCall call = caller.callAs("0301", "8301");
    SipCall here = anna.awaitCall();
    call.awaitRinging();
    assertThat(here.number()).isEqualTo("0301");
    here.answer();
    call.awaitTalking();
    call.awaitSpeech(SOME_SPEECH);
    here.awaitSpeech(SOME_SPEECH);
    here.hangUp();
    call.awaitOver();
  }

  @Test
  void a_phone_refuses_with_the_status_that_it_is_told() {
    SipCall busy = caller.callAs("0301", "8301");
    anna.awaitCall().refuse(486);
    assertThat(busy.awaitRefusal()).isEqualTo(486);
    SipCall declined = caller.callAs("0301", "8301");
    anna.awaitCall().refuse(603);
    assertThat(declined.awaitRefusal()).as("603, as Asterisk passes it on").isEqualTo(403);
  }

  @Test
  void a_phone_rings_until_the_caller_gives_up() {
    SipCall call = caller.callAs("0301", "8301");
    SipCall here = anna.awaitCall();
    call.awaitRinging();
    call.hangUp();
    here.awaitOver();
    assertThat(call.awaitRefusal()).isEqualTo(487);
  }

  @Test
  void two_phones_of_one_account_ring_together_and_one_answers() {
    try (SipPhone second = SipPhone.register(pbx.desk("8301"))) {
      SipCall call = caller.callAs("0301", "every-8301");
      SipCall here = anna.awaitCall();
      second.awaitCall().answer();
      call.awaitTalking();
      here.awaitOver();
    }
  }

  @Test
  void a_held_caller_gets_music_and_comes_back() {
    SipCall call = caller.callAs("0301", "8301");
    SipCall here = answered(anna);
    here.hold();
    call.awaitSpeech(SOME_SPEECH);
    here.resume();
    here.awaitSpeech(SOME_SPEECH);
  }

  @Test
  void a_caller_is_sent_to_another_phone_without_a_word() {
    SipCall call = caller.callAs("0301", "8301");
    SipCall here = answered(anna);
    here.transfer("8302");
    here.awaitOver();
    talks(call, berta.awaitCall());
  }

  @Test
  void a_caller_is_handed_over_after_a_word_by_refer_with_replaces() {
    SipCall call = caller.callAs("0301", "8301");
    SipCall here = answered(anna);
    SipCall consultation = anna.call("8302");
    SipCall there = berta.awaitCall();
    there.answer();
    consultation.awaitTalking();
    assertThat(here.transferStatus(consultation)).isEqualTo(200);
    consultation.awaitOver();
    there.awaitSpeech(SOME_SPEECH);
    there.hangUp();
    call.awaitOver();
  }

  @Test
  void a_caller_is_handed_over_while_the_other_phone_still_rings() {
    SipCall call = caller.callAs("0301", "8301");
    SipCall here = answered(anna);
    SipCall consultation = anna.call("8302");
    SipCall there = berta.awaitCall();
    consultation.awaitRinging();
    here.transferTo(consultation);
    here.awaitOver();
    talks(call, there);
  }

  @Test
  void a_caller_is_handed_over_by_keys() {
    SipCall call = caller.callAs("0301", "8301");
    SipCall here = answered(anna);
    here.press("*28302");
    SipCall there = berta.awaitCall();
    there.answer();
    there.awaitSpeech(SOME_SPEECH);
    here.hangUp();
    call.awaitSpeech(SOME_SPEECH);
    there.hangUp();
    call.awaitOver();
  }

  @Test
  void a_caller_is_sent_on_by_keys() {
    SipCall call = caller.callAs("0301", "8301");
    SipCall here = answered(anna);
    here.press("#18302");
    talks(call, berta.awaitCall());
  }

  @Test
  void a_ringing_call_is_picked_up_by_another_phone_of_the_group() {
    SipCall call = caller.callAs("0301", "8301");
    SipCall here = anna.awaitCall();
    SipCall pickUp = clara.call("*8");
    pickUp.awaitTalking();
    here.awaitOver();
    call.awaitSpeech(SOME_SPEECH);
    call.hangUp();
    pickUp.awaitOver();
  }

  /** The call at a phone, in a talk: a transfer before the two are connected is refused. */
  private static SipCall answered(SipPhone phone) {
    SipCall call = phone.awaitCall();
    call.answer();
    call.awaitSpeech(SOME_SPEECH);
    return call;
  }

  private static void talks(SipCall call, SipCall there) {
    there.answer();
    there.awaitSpeech(SOME_SPEECH);
    call.hangUp();
    there.awaitOver();
  }
}
