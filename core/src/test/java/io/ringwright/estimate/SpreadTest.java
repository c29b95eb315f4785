package io.ringwright.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SpreadTest {

  @Test
  void a_miss_moves_its_own_side_out_and_a_hit_both_sides_in() {
    Spread before = Spread.AT_RANDOM;
    assertThat(before.afterLater().late()).isGreaterThan(before.late());
    assertThat(before.afterLater().early()).isLessThan(before.early());
    assertThat(before.afterEarlier().early()).isGreaterThan(before.early());
    assertThat(before.afterEarlier().late()).isLessThan(before.late());
    assertThat(before.afterHeld().early()).isLessThan(before.early());
    assertThat(before.afterHeld().late()).isLessThan(before.late());
  }

  @Test
  void eight_hits_and_a_miss_on_either_side_leave_it_as_it_was() {
    Spread spread = Spread.AT_RANDOM.afterEarlier().afterLater();
    for (int hit = 0; hit < 8; hit++) {
      spread = spread.afterHeld();
    }
    assertThat(spread.early()).isCloseTo(Spread.AT_RANDOM.early(), within(1e-9));
    assertThat(spread.late()).isCloseTo(Spread.AT_RANDOM.late(), within(1e-9));
  }

  @Test
  void it_never_grows_or_shrinks_without_end() {
    Spread hit = Spread.AT_RANDOM;
    Spread missed = Spread.AT_RANDOM;
    for (int time = 0; time < 10_000; time++) {
      hit = hit.afterHeld();
      missed = missed.afterLater();
    }
    assertThat(hit).isEqualTo(new Spread(0.3, 0.3));
    assertThat(missed).isEqualTo(new Spread(0.3, 4));
  }
}
