package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxUnderTest;

/** {@link LateAnswerScenarios} on the real Asterisk. */
@OnRealAsterisk
class RealLateAnswerScenariosIT extends LateAnswerScenarios {

  @Override
  PbxUnderTest boot() {
    return RealAsterisk.boot();
  }
}
