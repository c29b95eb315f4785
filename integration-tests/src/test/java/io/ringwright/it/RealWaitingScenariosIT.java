package io.ringwright.it;

import io.ringwright.testkit.PbxUnderTest;

/** {@link WaitingScenarios} on the real Asterisk. */
@OnRealAsterisk
class RealWaitingScenariosIT extends WaitingScenarios {

  @Override
  PbxUnderTest boot() {
    return RealAsterisk.boot();
  }
}
