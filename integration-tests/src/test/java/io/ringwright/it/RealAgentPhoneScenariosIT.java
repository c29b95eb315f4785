package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxWithDesks;

/** {@link AgentPhoneScenarios} on the real Asterisk. */
@OnRealAsterisk
class RealAgentPhoneScenariosIT extends AgentPhoneScenarios {

  @Override
  PbxWithDesks boot() {
    return RealAsterisk.boot();
  }
}
