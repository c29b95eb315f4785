package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxUnderTest;

/** {@link KilledEngineScenarios} on the fake Asterisk. */
class FakeKilledEngineScenariosTest extends KilledEngineScenarios {

  @Override
  PbxUnderTest boot() {
    return FakeSwitch.boot();
  }
}
