package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxWithDesks;
import java.time.Duration;

/** {@link KeyEntryScenarios} on the fake Asterisk. */
class FakeKeyEntryScenariosTest extends KeyEntryScenarios {

  @Override
  PbxWithDesks boot() {
    return FakeSwitch.bootToPressKeys(Duration.ofMillis(200));
  }
}
