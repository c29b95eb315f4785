package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxWithDesks;
import java.time.Duration;

/** {@link KeyScenarios} on the real Asterisk. */
@OnRealAsterisk
class RealKeyScenariosIT extends KeyScenarios {

  @Override
  PbxWithDesks boot() {
    return RealAsterisk.boot(
        AsteriskInstallation.findOrOther(AsteriskRelease.chosen()),
        dialplan -> dialplan.keepAliveEvery(Duration.ofSeconds(30)));
  }
}
