package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxUnderTest;

/** {@link OrderScenarios} on the fake Asterisk. */
class FakeOrderScenariosTest extends OrderScenarios {

  @Override
  PbxUnderTest boot() {
    return FakeSwitch.boot();
  }
}
