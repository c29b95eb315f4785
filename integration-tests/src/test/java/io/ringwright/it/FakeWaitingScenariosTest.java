package io.ringwright.it;

import io.ringwright.testkit.PbxUnderTest;

/** {@link WaitingScenarios} on the fake Asterisk. */
class FakeWaitingScenariosTest extends WaitingScenarios {

  @Override
  PbxUnderTest boot() {
    return FakeSwitch.boot();
  }
}
