package io.ringwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.CallId;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.directory.StandardStrategy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * An extension gets another phone by a new phone list while its old phone rings or is in a call:
 * what is counted on the old phone counts for the extension at once, in the order of hunt groups
 * too.
 */
class PhoneChangedDuringTalkTest {

  private static House houseOf(StandardStrategy strategy) {
    return House.withoutExplanations(list -> twoPhones(list, "PJSIP/101", strategy));
  }

  private static void getsAnotherPhone(House house, StandardStrategy strategy) {
    house.directory.replace(House.phones(list -> twoPhones(list, "PJSIP/109", strategy)));
    house.router.directoryChanged();
  }

  private static void twoPhones(
      PhoneListBuilder list, String deviceOfBen, StandardStrategy strategy) {
    list.extension("100", anna -> anna.device("PJSIP/100"))
        .extension("101", ben -> ben.device(deviceOfBen).holdCapacity(1))
        .huntGroup("700", both -> both.strategy(strategy).member("100").member("101"));
  }

  @Test
  void the_time_of_a_talk_on_the_old_phone_counts_for_the_strategy_as_soon_as_it_is_over() {
    House house = houseOf(StandardStrategy.LEAST_TALK_TIME);
    house.arrives("long", "101");
    house.answers("long", "101");
    getsAnotherPhone(house, StandardStrategy.LEAST_TALK_TIME);
    talks(house, "short", "100");
    house.passes(Duration.ofHours(1));
    house.hangsUp("long");
    assertThat(House.rings(house.arrives("next", "700"))).isEqualTo("100");
  }

  @Test
  void calls_answered_on_the_old_phone_count_for_the_strategy_at_once() {
    House house = houseOf(StandardStrategy.FEWEST_CALLS);
    house.arrives("first", "101");
    house.answers("first", "101");
    house.arrives("second", "101");
    getsAnotherPhone(house, StandardStrategy.FEWEST_CALLS);
    talks(house, "short", "100");
    house.router.callAnswered(CallId.of("second"), House.device("101"));
    assertThat(House.rings(house.arrives("next", "700"))).isEqualTo("100");
  }

  /** A call through the group, so that the order of its members is kept from here on. */
  private static void talks(House house, String call, String extension) {
    assertThat(House.rings(house.arrives(call, "700"))).isEqualTo(extension);
    house.answers(call, extension);
    house.passes(Duration.ofMinutes(1));
    house.hangsUp(call);
    house.idle(extension);
  }
}
