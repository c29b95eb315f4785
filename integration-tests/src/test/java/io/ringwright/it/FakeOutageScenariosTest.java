package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxUnderTest;

/** {@link OutageScenarios} on the fake Asterisk, which has to behave as the real one does. */
class FakeOutageScenariosTest extends OutageScenarios {

  @Override
  PbxUnderTest boot() {
    return FakeSwitch.boot();
  }
}
