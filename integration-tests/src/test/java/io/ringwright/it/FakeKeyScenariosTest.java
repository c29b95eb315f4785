package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxWithDesks;
import java.time.Duration;

/** {@link KeyScenarios} on the fake Asterisk. */
class FakeKeyScenariosTest extends KeyScenarios {

  @Override
  PbxWithDesks boot() {
    return FakeSwitch.bootToPressKeys(Duration.ofMillis(200));
  }
}
