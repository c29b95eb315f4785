package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxUnderTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/**
 * A switch on which all scenarios of a class run, without an application, and what was seen there
 * since the scenario began.
 *
 * @param <P> what kind of switch
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WatchedSwitch<P extends PbxUnderTest> {

  private P pbx;
  private Watch watch;

  /** Boots it. */
  abstract P boot();

  @BeforeAll
  void bootOnce() {
    pbx = boot();
  }

  @AfterAll
  void shutDown() {
    pbx.close();
  }

  @BeforeEach
  void lookFromNowOn() {
    watch = new Watch(pbx);
  }

  P pbx() {
    return pbx;
  }

  Watch watch() {
    return watch;
  }
}
