package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxWithDesks;

/** {@link OnAnswerScenarios} on the fake Asterisk. */
class FakeOnAnswerScenariosTest extends OnAnswerScenarios {

  @Override
  PbxWithDesks boot() {
    return FakeSwitch.bootWithDesks();
  }
}
