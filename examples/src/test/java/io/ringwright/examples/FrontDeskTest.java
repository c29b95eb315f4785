package io.ringwright.examples;

import io.ringwright.fakeasterisk.PbxWithDesks;
import java.io.IOException;

/** {@link FrontDesk} on the stand-in. */
class FrontDeskTest extends FrontDeskScenario {

  @Override
  PbxWithDesks boot() throws IOException {
    return FrontDeskPhones.standIn();
  }
}
