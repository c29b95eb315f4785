package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxWithDesks;

/** {@link DeskPhoneScenarios} on the real Asterisk. */
@OnRealAsterisk
class RealDeskPhoneScenariosIT extends DeskPhoneScenarios {

  @Override
  PbxWithDesks boot() {
    return RealAsterisk.boot();
  }
}
