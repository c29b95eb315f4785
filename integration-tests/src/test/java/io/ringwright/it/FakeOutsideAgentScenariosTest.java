package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxWithDesks;

/** {@link OutsideAgentScenarios} on the fake Asterisk. */
class FakeOutsideAgentScenariosTest extends OutsideAgentScenarios {

  @Override
  PbxWithDesks boot() {
    return FakeSwitch.bootWithDesks();
  }
}
