package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.directory.PhoneList;
import io.ringwright.fakeasterisk.DeskCall;
import io.ringwright.fakeasterisk.DeskPhone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Extensions whose devices are not simply one phone: 8303 is a Local channel, and 8302 rings beside
 * an account without any phone. Written once, run on the real Asterisk and on the fake one.
 */
abstract class LocalDeviceScenarios extends DeskScenarios {

  private DeskPhone berta;
  private DeskPhone cleo;

  @BeforeEach
  void begin() {
    berta = desk("8302");
    cleo = desk("8303");
    start();
  }

  @Test
  void an_account_without_a_phone_does_not_keep_the_other_device_from_ringing() {
    DeskCall caller = outside().callAs("0301", "702");
    DeskCall there = answered(berta);
    application().awaitAnswers(1);
    there.hangUp();
    caller.awaitOver();
    everyCallEndedAnswered();
  }

  @Test
  void behind_a_local_channel_the_phone_is_engaged_while_it_talks() {
    DeskCall first = outside().callAs("0301", "703");
    DeskCall there = answered(cleo);
    application().awaitAnswers(1);
    application().awaitInCall("8303", 1);
    DeskCall second = outside().callAs("0302", "703");
    second.awaitTalking();
    assertThat(application().router().waitingCalls()).hasSize(1);
    there.hangUp();
    first.awaitOver();
    DeskCall next = answered(cleo);
    assertThat(next.number()).isEqualTo("0302");
    next.hangUp();
    second.awaitOver();
    everyCallEndedAnswered();
    application().awaitAnswers(2);
  }

  @Override
  PhoneList phones() {
    return PhoneList.builder()
        .extension("8302", berta -> berta.allContacts("8304").device("PJSIP/8302"))
        .extension("8303", cleo -> cleo.device("Local/8303@agents/n", "PJSIP/8303"))
        .huntGroup("702", group -> group.member("8302"))
        .huntGroup("703", group -> group.member("8303"))
        .build();
  }
}
