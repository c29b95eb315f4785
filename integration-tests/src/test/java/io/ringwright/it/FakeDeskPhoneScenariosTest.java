package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxWithDesks;

/** {@link DeskPhoneScenarios} on the fake Asterisk. */
class FakeDeskPhoneScenariosTest extends DeskPhoneScenarios {

  @Override
  PbxWithDesks boot() {
    return FakeSwitch.bootWithDesks();
  }
}
