package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxUnderTest;

/** {@link LateAnswerScenarios} on the fake Asterisk, which has to behave as the real one does. */
class FakeLateAnswerScenariosTest extends LateAnswerScenarios {

  @Override
  PbxUnderTest boot() {
    return FakeSwitch.boot();
  }
}
