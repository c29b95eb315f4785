package io.ringwright.testkit;

import static io.ringwright.testkit.RoutingAssertions.assertThat;

import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.directory.StandardStrategy;
import org.junit.jupiter.api.Test;

/** What a hunt group remembers outlives a reload of the directory. */
class StrategyScenarioTest {

  private static PhoneList circular(String... members) {
    PhoneListBuilder list = PhoneList.builder();
    for (String number : members) {
      list.extension(number, each -> each.device("PJSIP/" + number));
    }
    return list.huntGroup(
            "700",
            sales -> {
              sales.strategy(StandardStrategy.CIRCULAR);
              for (String number : members) {
                sales.member(number);
              }
            })
        .build();
  }

  private static RoutingScenario afterTwoRings() {
    RoutingScenario office =
        RoutingScenario.given(circular("100", "101", "102", "103", "104"))
            .nobodyAt("100")
            .nobodyAt("101");
    assertThat(office.call("0301", "700")).rings("100");
    assertThat(office.call("0302", "700")).rings("101");
    return office;
  }

  @Test
  void circular_goes_on_where_it_was_when_the_directory_is_reloaded() {
    assertThat(afterTwoRings().call("0303", "700")).rings("102");
    RoutingScenario reloaded =
        afterTwoRings().directory(circular("104", "103", "100", "101", "102"));
    assertThat(reloaded.call("0303", "700")).as("below 101 in the new list").rings("102");
  }

  @Test
  void circular_begins_at_the_top_when_who_rang_last_has_left_the_group() {
    RoutingScenario reloaded = afterTwoRings().directory(circular("104", "103", "102", "100"));
    assertThat(reloaded.call("0303", "700")).rings("104");
  }
}
