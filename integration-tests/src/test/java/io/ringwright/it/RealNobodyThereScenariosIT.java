package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxUnderTest;

/** {@link NobodyThereScenarios} on the real Asterisk. */
@OnRealAsterisk
class RealNobodyThereScenariosIT extends NobodyThereScenarios {

  @Override
  PbxUnderTest boot() {
    return RealAsterisk.boot();
  }
}
