package io.ringwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.DeviceState;
import io.ringwright.directory.HuntGroup.Absence;
import io.ringwright.directory.PhoneListBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A phone in so many groups that the queues which it can serve are not named one by one. */
class ManyGroupsTest {

  private static final int GROUPS = 2_100;

  private final SlicedHouse house = new SlicedHouse(Slices.STANDARD, ManyGroupsTest::groups);

  private static void groups(PhoneListBuilder list) {
    list.extension("100", it -> it.device("PJSIP/100"));
    for (int each = 0; each < GROUPS; each++) {
      list.huntGroup(
          group(each), group -> group.member("100").nobodyThereWhileWaiting(Absence.NOT_REACHABLE));
    }
  }

  private static String group(int each) {
    return "7" + (10_000 + each);
  }

  private void waits(String call, int group) {
    house.passes(Duration.ofSeconds(1));
    house.arrives(call, group(group));
  }

  @Test
  void a_phone_that_is_freed_rings_for_who_waits_longest_in_any_group() {
    house.reports("100", DeviceState.IN_USE);
    waits("first", GROUPS - 1);
    waits("second", 0);
    house.reports("100", DeviceState.NOT_IN_USE);
    house.settles();
    assertThat(house.delivered()).containsExactly("first");
    assertThat(house.line()).containsExactly("second");
  }

  @Test
  void a_phone_that_is_freed_finds_the_one_caller_behind_two_thousand_other_queues() {
    house.reports("100", DeviceState.IN_USE);
    for (int each = 0; each < GROUPS; each++) {
      waits("c" + each, each);
    }
    for (int each = 0; each < GROUPS - 1; each++) {
      house.hangsUp("c" + each);
    }
    house.reports("100", DeviceState.NOT_IN_USE);
    house.settles();
    assertThat(house.delivered()).containsExactly("c" + (GROUPS - 1));
  }

  @Test
  void a_phone_that_is_not_reachable_any_more_is_missing_in_each_of_its_groups() {
    house.reports("100", DeviceState.IN_USE);
    waits("first", 0);
    waits("last", GROUPS - 1);
    house.reports("100", DeviceState.UNAVAILABLE);
    house.settles();
    assertThat(house.line()).isEmpty();
  }
}
