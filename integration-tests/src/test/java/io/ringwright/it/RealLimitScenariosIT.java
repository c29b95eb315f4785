package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxUnderTest;

/** {@link LimitScenarios} on the real Asterisk. */
@OnRealAsterisk
class RealLimitScenariosIT extends LimitScenarios {

  @Override
  PbxUnderTest boot() {
    return RealAsterisk.boot();
  }
}
