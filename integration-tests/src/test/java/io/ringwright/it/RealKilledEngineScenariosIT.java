package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxUnderTest;

/** {@link KilledEngineScenarios} on the real Asterisk. */
@OnRealAsterisk
class RealKilledEngineScenariosIT extends KilledEngineScenarios {

  @Override
  PbxUnderTest boot() {
    return RealAsterisk.boot();
  }
}
