package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxUnderTest;

/** {@link WaitingScenarios} on the fake Asterisk. */
class FakeWaitingScenariosTest extends WaitingScenarios {

  @Override
  PbxUnderTest boot() {
    return FakeSwitch.boot();
  }
}
