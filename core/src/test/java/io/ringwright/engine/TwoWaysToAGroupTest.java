package io.ringwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.DeviceState;
import io.ringwright.call.RoutingAnswer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A group that is reached two ways, one of which is not open yet. */
class TwoWaysToAGroupTest {

  private static House house(String members, int queueLimit) {
    return House.of(
        list ->
            list.extension("100", anna -> anna.device("PJSIP/100"))
                .huntGroup("703", inner -> inner.member("100"))
                .huntGroup(
                    "701", late -> late.member("703", 2).openPriority(2, Duration.ofSeconds(30)))
                .huntGroup(
                    "700",
                    outer -> {
                      outer.queueLimit(queueLimit);
                      List.of(members.split(",")).forEach(outer::member);
                    }));
  }

  @ParameterizedTest
  @ValueSource(strings = {"701,703", "703,701"})
  void the_free_phone_rings_in_whatever_order_the_ways_are_listed(String members) {
    assertThat(House.rings(house(members, 100).arrives("c1", "700"))).isEqualTo("100");
  }

  @ParameterizedTest
  @ValueSource(strings = {"701,703", "703,701"})
  void nobody_is_rejected_while_a_phone_is_free(String members) {
    RoutingAnswer answer = house(members, 0).arrives("c1", "700");
    assertThat(House.rings(answer)).as("%s", answer).isEqualTo("100");
  }

  @ParameterizedTest
  @ValueSource(strings = {"701,703", "703,701"})
  void a_newcomer_does_not_overtake_who_waits_for_the_outer_group(String members) {
    House house = house(members, 100);
    house.reports("100", DeviceState.IN_USE, "other");
    house.arrives("c1", "700");
    house.passes(Duration.ofSeconds(5));
    house.idle("100");
    assertThat(house.pbx.delivered()).containsExactly("c1");
    assertThat(House.waits(house.arrives("c2", "703"))).isTrue();
  }
}
