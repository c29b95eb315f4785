package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxUnderTest;

/** {@link OutageScenarios} on the real Asterisk. */
@OnRealAsterisk
class RealOutageScenariosIT extends OutageScenarios {

  @Override
  PbxUnderTest boot() {
    return RealAsterisk.boot();
  }
}
