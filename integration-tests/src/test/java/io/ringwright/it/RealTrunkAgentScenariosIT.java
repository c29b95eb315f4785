package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxWithDesks;

/** {@link TrunkAgentScenarios} on the real Asterisk. */
@OnRealAsterisk
class RealTrunkAgentScenariosIT extends TrunkAgentScenarios {

  @Override
  PbxWithDesks boot() {
    return RealAsterisk.boot();
  }
}
