package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxWithDesks;

/** {@link CallerTransferScenarios} on the real Asterisk. */
@OnRealAsterisk
class RealCallerTransferScenariosIT extends CallerTransferScenarios {

  @Override
  PbxWithDesks boot() {
    return RealAsterisk.boot();
  }
}
