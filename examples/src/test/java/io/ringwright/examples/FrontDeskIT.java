package io.ringwright.examples;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ringwright.fakeasterisk.PbxWithDesks;
import io.ringwright.it.AsteriskNotHereException;

/** {@link FrontDesk} on a real Asterisk. */
class FrontDeskIT extends FrontDeskScenario {

  @Override
  PbxWithDesks boot() {
    try {
      return FrontDeskPhones.real();
    } catch (AsteriskNotHereException e) {
      assumeTrue("true".equals(System.getenv("CI")), e.getMessage());
      throw e;
    }
  }
}
