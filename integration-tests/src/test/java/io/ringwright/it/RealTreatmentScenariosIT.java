package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxUnderTest;

/** {@link TreatmentScenarios} on the real Asterisk. */
@OnRealAsterisk
class RealTreatmentScenariosIT extends TreatmentScenarios {

  @Override
  PbxUnderTest boot() {
    return RealAsterisk.boot();
  }
}
