package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxUnderTest;

/** {@link HostileTextScenarios} on the real Asterisk. */
@OnRealAsterisk
class RealHostileTextScenariosIT extends HostileTextScenarios {

  @Override
  PbxUnderTest boot() {
    return RealAsterisk.boot();
  }
}
