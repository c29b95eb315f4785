package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxUnderTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

@OnRealAsterisk
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealAnsweredPhoneScenariosIT extends AnsweredPhoneScenarios {

  private RealAsterisk pbx;
  private Watch watch;

  @BeforeAll
  void boot() {
    pbx = RealAsterisk.boot();
  }

  @AfterAll
  void end() {
    pbx.close();
  }

  @BeforeEach
  void lookFromNowOn() {
    watch = new Watch(pbx);
  }

  @Override
  PbxUnderTest pbx() {
    return pbx;
  }

  @Override
  Watch watch() {
    return watch;
  }
}
