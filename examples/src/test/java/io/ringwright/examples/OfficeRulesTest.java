package io.ringwright.examples;

import static io.ringwright.testkit.RoutingAssertions.assertThat;

import io.ringwright.directory.PhoneList;
import io.ringwright.testkit.RoutingScenario;
import io.ringwright.testkit.ScenarioCaller;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * The rules of an office as unit tests: how a user of the library holds a phone list to its
 * purpose.
 */
class OfficeRulesTest {

  // begin: rules under test
  private final PhoneList phones =
      PhoneList.builder()
          .extension("100", anna -> anna.device("PJSIP/100"))
          .extension("101", ben -> ben.device("PJSIP/101"))
          .huntGroup("700", sales -> sales.member("100").member("101"))
          .build();

  @Test
  void who_finds_anna_out_and_ben_engaged_waits_and_is_served_when_ben_hangs_up() {
    RoutingScenario office = RoutingScenario.given(phones).nobodyAt("100").engaged("101");
    ScenarioCaller caller = office.call("0301234567", "700");
    assertThat(caller).rings("100");
    office.after(Duration.ofSeconds(21));
    assertThat(caller).waits().atPosition(1);
    office.somebodyAt("101").hangUp("101").after(Duration.ofSeconds(5));
    assertThat(caller).hasRung("100", "101").talksTo("101");
  }
  // end: rules under test
}
