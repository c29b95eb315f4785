package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxUnderTest;

/** {@link NobodyThereScenarios} on the fake Asterisk. */
class FakeNobodyThereScenariosTest extends NobodyThereScenarios {

  @Override
  PbxUnderTest boot() {
    return FakeSwitch.boot();
  }
}
