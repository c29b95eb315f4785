package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxUnderTest;

/** {@link SentOnScenarios} on the real Asterisk. */
@OnRealAsterisk
class RealSentOnScenariosIT extends SentOnScenarios {

  @Override
  PbxUnderTest boot() {
    return RealAsterisk.boot();
  }
}
