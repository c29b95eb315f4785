package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxWithDesks;

/** {@link HoldScenarios} on the fake Asterisk. */
class FakeHoldScenariosTest extends HoldScenarios {

  @Override
  PbxWithDesks boot() {
    return FakeSwitch.bootWithDesks();
  }
}
