package io.ringwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.DeviceState;
import io.ringwright.directory.PhoneListBuilder;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * The person of extension 100, in group 700, has a wrap-up of 60 s and logs in at other devices.
 */
class HotDeskingTest {

  private final House house = House.of(at("100", "101"));

  /** Extensions 100 and 101 at these devices; 101 takes no calls of the group. */
  private static Consumer<PhoneListBuilder> at(String anna, String ben) {
    return list -> {
      list.extension("100", each -> each.device("PJSIP/" + anna).wrapUp(Duration.ofSeconds(60)));
      list.extension("101", each -> each.device("PJSIP/" + ben));
      list.huntGroup("700", sales -> sales.member("100"));
      list.huntGroup("701", sales -> sales.member("101"));
    };
  }

  private void logsIn(String anna, String ben) {
    house.directory.replace(House.phones(at(anna, ben)));
  }

  private void talkedAt(String device) {
    house.arrives("first", "700");
    house.answers("first", device);
  }

  private void hangsUpAt(String device) {
    house.hangsUp("first");
    house.idle(device);
  }

  @Test
  void the_wrap_up_goes_along_to_another_device() {
    talkedAt("100");
    hangsUpAt("100");
    house.passes(Duration.ofSeconds(5));
    logsIn("desk2", "101");

    assertThat(House.waits(house.arrives("second", "700"))).isTrue();
    house.passes(Duration.ofSeconds(54));
    assertThat(house.pbx.deliveries).isEmpty();
    house.passes(Duration.ofSeconds(1));
    assertThat(house.pbx.deliveries).hasSize(1);
  }

  @Test
  void who_talks_at_the_first_device_is_engaged_at_the_second() {
    talkedAt("100");
    logsIn("desk2", "101");

    assertThat(House.waits(house.arrives("second", "700"))).isTrue();
    hangsUpAt("100");
    assertThat(house.pbx.deliveries).isEmpty();
    house.passes(Duration.ofSeconds(60));
    assertThat(house.pbx.deliveries).hasSize(1);
  }

  @Test
  void a_talk_that_only_the_first_device_says_is_over_frees_the_second() {
    talkedAt("100");
    logsIn("desk2", "101");
    logsIn("desk3", "101");
    house.idle("100");

    assertThat(House.waits(house.arrives("second", "700"))).isTrue();
    house.passes(Duration.ofSeconds(60));
    assertThat(house.pbx.deliveries).hasSize(1);
  }

  @Test
  void who_logs_in_at_the_device_that_was_left_has_no_wrap_up_of_another() {
    talkedAt("100");
    hangsUpAt("100");
    logsIn("desk2", "100");

    assertThat(House.rings(house.arrives("second", "701"))).isEqualTo("101");
  }

  @Test
  void two_who_swap_devices_take_along_what_is_theirs() {
    talkedAt("100");
    hangsUpAt("100");
    logsIn("101", "100");

    assertThat(House.rings(house.arrives("second", "701"))).isEqualTo("101");
    assertThat(House.waits(house.arrives("third", "700"))).isTrue();
  }

  @Test
  void who_logs_in_at_a_device_that_talks_is_engaged() {
    talkedAt("100");
    logsIn("desk2", "100");

    assertThat(House.waits(house.arrives("second", "701"))).isTrue();
    house.reports("100", DeviceState.IN_USE, "first");
    assertThat(house.pbx.deliveries).isEmpty();
  }
}
