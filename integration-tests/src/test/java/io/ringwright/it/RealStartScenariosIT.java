package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxUnderTest;

/** {@link StartScenarios} on the real Asterisk. */
@OnRealAsterisk
class RealStartScenariosIT extends StartScenarios {

  @Override
  PbxUnderTest boot() {
    return RealAsterisk.boot();
  }
}
