package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxUnderTest;

/** {@link CallScenarios} on the fake Asterisk, which has to behave as the real one does. */
class FakeCallScenariosTest extends CallScenarios {

  @Override
  PbxUnderTest boot() {
    return FakeSwitch.boot();
  }
}
