package io.ringwright.it;

import io.ringwright.testkit.PbxUnderTest;

/** {@link CallScenarios} on the real Asterisk. */
@OnRealAsterisk
class RealCallScenariosIT extends CallScenarios {

  @Override
  PbxUnderTest boot() {
    return RealAsterisk.boot();
  }
}
