package io.ringwright.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SpreadTest {

  private static final long MANY = 1_000_000;

  @Test
  void a_miss_moves_its_own_side_out_and_a_hit_both_sides_in() {
    Spread before = Spread.AT_RANDOM;
    assertThat(before.afterLater(MANY).late()).isGreaterThan(before.late());
    assertThat(before.afterLater(MANY).early()).isLessThan(before.early());
    assertThat(before.afterEarlier(MANY).early()).isGreaterThan(before.early());
    assertThat(before.afterEarlier(MANY).late()).isLessThan(before.late());
    assertThat(before.afterHeld(MANY).early()).isLessThan(before.early());
    assertThat(before.afterHeld(MANY).late()).isLessThan(before.late());
  }

  @Test
  void eight_hits_and_a_miss_on_either_side_leave_it_hardly_wider_than_it_was() {
    Spread spread = Spread.AT_RANDOM.afterEarlier(MANY).afterLater(MANY);
    for (int hit = 0; hit < 8; hit++) {
      spread = spread.afterHeld(MANY);
    }
    assertThat(spread.early() - Spread.AT_RANDOM.early()).isBetween(0.0, 0.005);
    assertThat(spread.late() - Spread.AT_RANDOM.late()).isBetween(0.0, 0.005);
  }

  @Test
  void the_first_judgements_move_it_further_than_later_ones() {
    double first = Spread.AT_RANDOM.afterLater(0).late() - Spread.AT_RANDOM.late();
    double later = Spread.AT_RANDOM.afterLater(MANY).late() - Spread.AT_RANDOM.late();
    assertThat(first).isCloseTo(5 * later, within(1e-3));
  }

  @Test
  void it_never_grows_or_shrinks_without_end() {
    Spread hit = Spread.AT_RANDOM;
    Spread missed = Spread.AT_RANDOM;
    for (int time = 0; time < 10_000; time++) {
      hit = hit.afterHeld(MANY);
      missed = missed.afterLater(MANY);
    }
    assertThat(hit).isEqualTo(new Spread(0.3, 0.3));
    assertThat(missed).isEqualTo(new Spread(0.3, 4));
  }
}
