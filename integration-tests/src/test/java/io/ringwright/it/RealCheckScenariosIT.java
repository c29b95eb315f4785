package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxUnderTest;

/** {@link CheckScenarios} on the real Asterisk. */
@OnRealAsterisk
class RealCheckScenariosIT extends CheckScenarios {

  @Override
  PbxUnderTest boot() {
    return RealAsterisk.boot();
  }
}
