package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxUnderTest;

/** {@link RenamedContextScenarios} on the fake Asterisk. */
class FakeRenamedContextScenariosTest extends RenamedContextScenarios {

  @Override
  PbxUnderTest boot() {
    return FakeSwitch.bootRenamed(LANDING_PLACE);
  }
}
