package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxWithDesks;

/** {@link TrunkAgentScenarios} on the fake Asterisk. */
class FakeTrunkAgentScenariosTest extends TrunkAgentScenarios {

  @Override
  PbxWithDesks boot() {
    return FakeSwitch.bootWithDesks();
  }
}
