package io.ringwright.it;

import io.ringwright.testkit.PbxUnderTest;

/** {@link HostileTextScenarios} on the real Asterisk. */
@OnRealAsterisk
class RealHostileTextScenariosIT extends HostileTextScenarios {

  @Override
  PbxUnderTest boot() {
    return RealAsterisk.boot();
  }
}
