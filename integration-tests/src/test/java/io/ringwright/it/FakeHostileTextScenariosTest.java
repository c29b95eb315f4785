package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxUnderTest;

/** {@link HostileTextScenarios} on the fake Asterisk, which has to behave as the real one does. */
class FakeHostileTextScenariosTest extends HostileTextScenarios {

  @Override
  PbxUnderTest boot() {
    return FakeSwitch.boot();
  }
}
