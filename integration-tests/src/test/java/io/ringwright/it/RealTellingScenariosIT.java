package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxUnderTest;

/** {@link TellingScenarios} on the real Asterisk. */
@OnRealAsterisk
class RealTellingScenariosIT extends TellingScenarios {

  @Override
  PbxUnderTest boot() {
    return RealAsterisk.boot();
  }
}
