package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxUnderTest;
import java.time.Duration;

/** {@link AnnouncementScenarios} on the fake Asterisk. */
class FakeAnnouncementScenariosTest extends AnnouncementScenarios {

  @Override
  PbxUnderTest boot() {
    return FakeSwitch.bootToListen(Duration.ofMillis(100));
  }
}
