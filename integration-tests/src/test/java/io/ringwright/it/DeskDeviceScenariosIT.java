package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.agi.DialSettings;
import io.ringwright.directory.PhoneList;
import io.ringwright.it.phone.SipCall;
import io.ringwright.it.phone.SipPhone;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Extensions with devices that are not simply one phone: 8301 is an account with which two phones
 * are registered, 8303 a Local channel, and 8302 rings beside an account without any phone.
 */
@OnRealAsterisk
class DeskDeviceScenariosIT {

  private static final int SOME_SPEECH = 10;

  private static RealAsterisk pbx;

  private SipPhone desk;
  private SipPhone softphone;
  private SipPhone berta;
  private SipPhone cleo;
  private SipPhone outside;
  private CallCentreUnderTest application;

  @BeforeAll
  static void boot() {
    pbx = RealAsterisk.boot();
  }

  @AfterAll
  static void shutDown() {
    pbx.close();
  }

  @BeforeEach
  void begin() {
    desk = SipPhone.register(pbx.desk("8301"));
    softphone = SipPhone.register(pbx.desk("8301"));
    berta = SipPhone.register(pbx.desk("8302"));
    cleo = SipPhone.register(pbx.desk("8303"));
    outside = SipPhone.register(pbx.outside());
    application = CallCentreUnderTest.start(pbx, phones(), new DialSettings("tT"));
  }

  @AfterEach
  void end() {
    try {
      List.of(outside, desk, softphone, berta, cleo).forEach(SipPhone::close);
    } finally {
      application.close();
    }
  }

  @Test
  void all_phones_of_one_account_ring_and_while_one_talks_callers_wait() {
    SipCall first = outside.callAs("0301", "701");
    SipCall ringing = desk.awaitCall();
    SipCall there = answered(softphone);
    ringing.awaitOver();
    application.awaitAnswers(1);
    application.awaitInCall("8301", 1);
    SipCall second = outside.callAs("0302", "701");
    second.awaitTalking();
    assertThat(application.router().waitingCalls()).hasSize(1);
    there.hangUp();
    first.awaitOver();
    SipCall next = answered(desk);
    assertThat(next.number()).isEqualTo("0302");
    next.hangUp();
    second.awaitOver();
    application.awaitEnds(2);
  }

  @Test
  void an_account_without_a_phone_does_not_keep_the_other_device_from_ringing() {
    SipCall caller = outside.callAs("0301", "702");
    SipCall there = answered(berta);
    application.awaitAnswers(1);
    there.hangUp();
    caller.awaitOver();
    application.awaitEnds(1);
  }

  @Test
  void behind_a_local_channel_the_phone_is_engaged_while_it_talks() {
    SipCall first = outside.callAs("0301", "703");
    SipCall there = answered(cleo);
    application.awaitAnswers(1);
    application.awaitInCall("8303", 1);
    SipCall second = outside.callAs("0302", "703");
    second.awaitTalking();
    assertThat(application.router().waitingCalls()).hasSize(1);
    there.hangUp();
    first.awaitOver();
    SipCall next = answered(cleo);
    assertThat(next.number()).isEqualTo("0302");
    next.hangUp();
    second.awaitOver();
    application.awaitEnds(2);
    application.awaitAnswers(2);
  }

  private static SipCall answered(SipPhone phone) {
    SipCall call = phone.awaitCall();
    call.answer();
    call.awaitSpeech(SOME_SPEECH);
    return call;
  }

  private static PhoneList phones() {
    return PhoneList.builder()
        .extension("8301", anna -> anna.allContacts("8301").wrapUp(Duration.ZERO))
        .extension("8302", berta -> berta.allContacts("8304").device("PJSIP/8302"))
        .extension("8303", cleo -> cleo.device("Local/8303@agents/n", "PJSIP/8303"))
        .huntGroup("701", group -> group.member("8301"))
        .huntGroup("702", group -> group.member("8302"))
        .huntGroup("703", group -> group.member("8303"))
        .build();
  }
}
