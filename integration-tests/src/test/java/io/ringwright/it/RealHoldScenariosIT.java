package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxWithDesks;

/** {@link HoldScenarios} on the real Asterisk. */
@OnRealAsterisk
class RealHoldScenariosIT extends HoldScenarios {

  @Override
  PbxWithDesks boot() {
    return RealAsterisk.boot();
  }
}
