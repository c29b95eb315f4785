package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxUnderTest;

/** {@link WishScenarios} on the fake Asterisk. */
class FakeWishScenariosTest extends WishScenarios {

  @Override
  PbxUnderTest boot() {
    return FakeSwitch.boot();
  }
}
