package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxUnderTest;

/** {@link WishScenarios} on the real Asterisk. */
@OnRealAsterisk
class RealWishScenariosIT extends WishScenarios {

  @Override
  PbxUnderTest boot() {
    return RealAsterisk.boot();
  }
}
