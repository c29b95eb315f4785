package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxWithDesks;

/** {@link OutsideAgentScenarios} on the real Asterisk. */
@OnRealAsterisk
class RealOutsideAgentScenariosIT extends OutsideAgentScenarios {

  @Override
  PbxWithDesks boot() {
    return RealAsterisk.boot();
  }
}
