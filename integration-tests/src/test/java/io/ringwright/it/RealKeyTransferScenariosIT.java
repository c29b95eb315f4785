package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxWithDesks;

/** {@link KeyTransferScenarios} on the real Asterisk. */
@OnRealAsterisk
class RealKeyTransferScenariosIT extends KeyTransferScenarios {

  @Override
  PbxWithDesks boot() {
    return RealAsterisk.boot();
  }
}
