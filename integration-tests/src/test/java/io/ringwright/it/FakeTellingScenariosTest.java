package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxUnderTest;

/** {@link TellingScenarios} on the fake Asterisk, which has to behave as the real one does. */
class FakeTellingScenariosTest extends TellingScenarios {

  @Override
  PbxUnderTest boot() {
    return FakeSwitch.boot();
  }
}
