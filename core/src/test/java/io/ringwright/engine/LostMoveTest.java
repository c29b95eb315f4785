package io.ringwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.DeviceReport;
import io.ringwright.availability.DeviceState;
import io.ringwright.port.Telephony.Whereabouts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Moves that are lost because the link to the switch is. */
class LostMoveTest {

  private static final Duration LANDING_TIME = Duration.ofSeconds(2);

  private final House house = House.whereTwoWait();

  @Test
  void a_caller_whose_move_was_lost_with_the_link_is_the_first_to_be_moved_by_the_next_link() {
    house.idle("100");
    house.linkBreaks();
    house.passes(LANDING_TIME); // Nobody can say where the caller is.
    assertThat(house.queue()).containsExactly("c1", "c2");

    linkIsBack();

    assertThat(house.pbx.delivered()).containsExactly("c1", "c1");
  }

  @Test
  void while_the_link_stands_a_caller_who_is_not_found_rests_and_the_next_is_moved() {
    house.idle("100");
    house.passes(LANDING_TIME);

    assertThat(house.pbx.delivered()).containsExactly("c1", "c2");
  }

  private void linkIsBack() {
    house.connectsSeeing(
        List.of(new DeviceReport(House.device("100"), DeviceState.NOT_IN_USE, Set.of())),
        Map.of("c1", Whereabouts.WAITING, "c2", Whereabouts.WAITING));
  }
}
