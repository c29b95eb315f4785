package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxUnderTest;

/** {@link StartScenarios} on the fake Asterisk. */
class FakeStartScenariosTest extends StartScenarios {

  @Override
  PbxUnderTest boot() {
    return FakeSwitch.boot();
  }
}
