package io.ringwright.it;

import io.ringwright.fakeasterisk.FakeAsterisk;
import io.ringwright.fakeasterisk.PbxUnderTest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class FakeAnsweredPhoneScenariosTest extends AnsweredPhoneScenarios {

  private FakeAsterisk pbx;
  private Watch watch;

  @BeforeEach
  void boot() {
    pbx = FakeSwitch.bootToListen(Duration.ofMillis(100));
    watch = new Watch(pbx);
  }

  @AfterEach
  void end() {
    pbx.close();
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
