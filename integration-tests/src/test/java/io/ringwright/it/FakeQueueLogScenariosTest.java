package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxUnderTest;

/** {@link QueueLogScenarios} on the fake Asterisk, which has to behave as the real one does. */
class FakeQueueLogScenariosTest extends QueueLogScenarios {

  @Override
  PbxUnderTest boot() {
    return FakeSwitch.boot();
  }
}
