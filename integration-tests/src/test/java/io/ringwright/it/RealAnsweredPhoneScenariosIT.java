package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxUnderTest;

/** {@link AnsweredPhoneScenarios} on the real Asterisk. */
@OnRealAsterisk
class RealAnsweredPhoneScenariosIT extends AnsweredPhoneScenarios {

  @Override
  PbxUnderTest boot() {
    return RealAsterisk.boot();
  }
}
