package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.directory.PhoneList;
import io.ringwright.fakeasterisk.DeskCall;
import io.ringwright.fakeasterisk.DeskPhone;
import io.ringwright.fakeasterisk.PbxWithDesks;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An extension whose account has two phones: 8301. */
@OnRealAsterisk
class DeskDeviceScenariosIT extends DeskScenarios {

  private DeskPhone desk;
  private DeskPhone softphone;

  @BeforeEach
  void begin() {
    desk = desk("8301");
    softphone = desk("8301");
    start();
  }

  @Test
  void all_phones_of_one_account_ring_and_while_one_talks_callers_wait() {
    DeskCall first = outside().callAs("0301", "701");
    DeskCall ringing = desk.awaitCall();
    DeskCall there = answered(softphone);
    ringing.awaitOver();
    application().awaitAnswers(1);
    application().awaitInCall("8301", 1);
    DeskCall second = outside().callAs("0302", "701");
    second.awaitTalking();
    assertThat(application().router().waitingCalls()).hasSize(1);
    there.hangUp();
    first.awaitOver();
    DeskCall next = answered(desk);
    assertThat(next.number()).isEqualTo("0302");
    next.hangUp();
    second.awaitOver();
    everyCallEndedAnswered();
  }

  @Override
  PbxWithDesks boot() {
    return RealAsterisk.boot();
  }

  @Override
  PhoneList phones() {
    return PhoneList.builder()
        .extension("8301", anna -> anna.allContacts("8301").wrapUp(Duration.ZERO))
        .huntGroup("701", group -> group.member("8301"))
        .build();
  }
}
