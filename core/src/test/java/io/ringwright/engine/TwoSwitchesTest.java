package io.ringwright.engine;

import static io.ringwright.engine.House.rings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.PbxId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two switches may give two calls the same uniqueid. */
class TwoSwitchesTest {

  private static final PbxId OTHER = PbxId.of("pbx2");
  private static final String HERE = CallId.of(House.PBX, "1700000000.1").value();
  private static final String THERE = CallId.of(OTHER, "1700000000.1").value();

  private final House house =
      House.of(
          list ->
              list.extension("100", anna -> anna.device("PJSIP/100"))
                  .extension("101", ben -> ben.device("PJSIP/101")));

  @Test
  void two_calls_with_the_same_uniqueid_are_two_calls() {
    assertThat(rings(house.arrivesAt(House.PBX, HERE, "100", 5))).isEqualTo("100");
    assertThat(rings(house.arrivesAt(OTHER, THERE, "101", 5))).isEqualTo("101");
    assertThat(house.ear.outcomesOf(HERE)).isEmpty();
    house.hangsUp(THERE);
    assertThat(house.ear.outcomesOf(THERE)).containsExactly(CallOutcome.ABANDONED);
    house.answers(HERE, "100");
    house.hangsUp(HERE);
    assertThat(house.ear.outcomesOf(HERE)).containsExactly(CallOutcome.ANSWERED);
  }

  @Test
  void they_wait_and_are_withdrawn_one_by_one() {
    house.reports("100", DeviceState.IN_USE, "x");
    house.arrivesAt(House.PBX, HERE, "100", 5);
    house.arrivesAt(OTHER, THERE, "100", 5);
    house.router.withdraw(CallId.of(HERE));
    assertThat(house.queue()).containsExactly(THERE);
  }

  @Test
  void they_stay_two_over_a_restart() {
    house.reports("100", DeviceState.IN_USE, "x");
    house.arrivesAt(House.PBX, HERE, "100", 5);
    house.arrivesAt(OTHER, THERE, "100", 5);
    house.engineRestarts();
    assertThat(house.queue()).containsExactly(HERE, THERE);
  }

  @Test
  void the_text_of_an_identity_is_the_uniqueid_and_the_switch() {
    CallId call = CallId.of(OTHER, "lab-1700000000.12");
    assertThat(call.value()).isEqualTo("lab-1700000000.12@pbx2");
    assertThat(call.uniqueId()).isEqualTo("lab-1700000000.12");
    assertThat(CallId.of("1700000000.12").uniqueId()).isEqualTo("1700000000.12");
    assertThat(CallId.parse(OTHER, "1700000000.12")).contains(CallId.of("1700000000.12@pbx2"));
    assertThat(CallId.parse(OTHER, "1700000000.12@pbx1")).contains(CallId.of("1700000000.12@pbx1"));
    assertThat(CallId.parse(OTHER, "")).isEmpty();
  }

  @Test
  void nothing_else_is_an_identity() {
    for (String wrong : List.of("", "@pbx", "1@", "1@a@b", "1 2", "1@a b", "1,2")) {
      assertThat(CallId.parse(wrong)).as(wrong).isEmpty();
    }
    assertThatThrownBy(() -> CallId.of(OTHER, "1@2"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'1@2'");
  }
}
