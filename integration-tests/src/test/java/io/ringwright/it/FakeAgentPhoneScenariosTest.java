package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxWithDesks;

/** {@link AgentPhoneScenarios} on the fake Asterisk. */
class FakeAgentPhoneScenariosTest extends AgentPhoneScenarios {

  @Override
  PbxWithDesks boot() {
    return FakeSwitch.bootWithDesks();
  }
}
