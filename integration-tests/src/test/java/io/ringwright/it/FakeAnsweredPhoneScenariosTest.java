package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxUnderTest;
import java.time.Duration;

/** {@link AnsweredPhoneScenarios} on the fake Asterisk. */
class FakeAnsweredPhoneScenariosTest extends AnsweredPhoneScenarios {

  @Override
  PbxUnderTest boot() {
    return FakeSwitch.bootToListen(Duration.ofMillis(100));
  }
}
