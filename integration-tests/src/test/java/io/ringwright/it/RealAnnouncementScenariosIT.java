package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxUnderTest;

/** {@link AnnouncementScenarios} on the real Asterisk. */
@OnRealAsterisk
class RealAnnouncementScenariosIT extends AnnouncementScenarios {

  @Override
  PbxUnderTest boot() {
    return RealAsterisk.boot();
  }
}
