package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxWithDesks;

/** {@link KeyTransferScenarios} on the fake Asterisk. */
class FakeKeyTransferScenariosTest extends KeyTransferScenarios {

  @Override
  PbxWithDesks boot() {
    return FakeSwitch.bootWithDesks();
  }
}
