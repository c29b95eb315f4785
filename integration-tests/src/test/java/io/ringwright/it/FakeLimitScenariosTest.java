package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxUnderTest;

/** {@link LimitScenarios} on the fake Asterisk. */
class FakeLimitScenariosTest extends LimitScenarios {

  @Override
  PbxUnderTest boot() {
    return FakeSwitch.boot();
  }
}
