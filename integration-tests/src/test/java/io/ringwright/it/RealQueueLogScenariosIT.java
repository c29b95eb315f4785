package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxUnderTest;

/** {@link QueueLogScenarios} on the real Asterisk. */
@OnRealAsterisk
class RealQueueLogScenariosIT extends QueueLogScenarios {

  @Override
  PbxUnderTest boot() {
    return RealAsterisk.boot();
  }
}
