package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxUnderTest;
import java.time.Duration;

/** {@link TreatmentScenarios} on the fake Asterisk. */
class FakeTreatmentScenariosTest extends TreatmentScenarios {

  @Override
  PbxUnderTest boot() {
    return FakeSwitch.bootToListen(Duration.ofMillis(100));
  }
}
