package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxUnderTest;

/** {@link WaitingScenarios} on the real Asterisk. */
@OnRealAsterisk
class RealWaitingScenariosIT extends WaitingScenarios {

  @Override
  PbxUnderTest boot() {
    return RealAsterisk.boot();
  }
}
