package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxUnderTest;

/** {@link SentOnScenarios} on the fake Asterisk. */
class FakeSentOnScenariosTest extends SentOnScenarios {

  @Override
  PbxUnderTest boot() {
    return FakeSwitch.boot();
  }
}
