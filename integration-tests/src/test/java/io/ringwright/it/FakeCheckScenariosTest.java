package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxUnderTest;

/** {@link CheckScenarios} on the fake Asterisk. */
class FakeCheckScenariosTest extends CheckScenarios {

  @Override
  PbxUnderTest boot() {
    return FakeSwitch.boot();
  }
}
