package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxWithDesks;

/** {@link CallerTransferScenarios} on the fake Asterisk. */
class FakeCallerTransferScenariosTest extends CallerTransferScenarios {

  @Override
  PbxWithDesks boot() {
    return FakeSwitch.bootWithDesks();
  }
}
