package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxUnderTest;

/** {@link CallScenarios} on the real Asterisk. */
@OnRealAsterisk
class RealCallScenariosIT extends CallScenarios {

  @Override
  PbxUnderTest boot() {
    return RealAsterisk.boot();
  }
}
