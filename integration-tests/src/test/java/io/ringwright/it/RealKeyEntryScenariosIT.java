package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxWithDesks;

/** {@link KeyEntryScenarios} on the real Asterisk. */
@OnRealAsterisk
class RealKeyEntryScenariosIT extends KeyEntryScenarios {

  @Override
  PbxWithDesks boot() {
    return RealAsterisk.boot();
  }
}
