package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxUnderTest;

/** {@link OrderScenarios} on the real Asterisk. */
@OnRealAsterisk
class RealOrderScenariosIT extends OrderScenarios {

  @Override
  PbxUnderTest boot() {
    return RealAsterisk.boot();
  }
}
