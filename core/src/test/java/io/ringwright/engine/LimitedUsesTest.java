package io.ringwright.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.call.LimitedUse;
import io.ringwright.directory.UseLimit;
import io.ringwright.engine.state.LimitedUses;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LimitedUsesTest {

  private static final LimitedUse BACK = LimitedUse.CALL_BACK;
  private static final UseLimit THREE = UseLimit.anHour(3, 5);

  private final LimitedUses uses = new LimitedUses();

  @Test
  void one_number_may_have_as_many_as_its_limit_in_any_hour() {
    assertThat(used("030", 0)).isTrue();
    assertThat(used("030", 20)).isTrue();
    assertThat(used("030", 40)).isTrue();
    assertThat(used("030", 59)).isFalse();
    assertThat(used("030", 60)).isTrue();
    assertThat(used("030", 61)).isFalse();
    assertThat(used("030", 80)).isTrue();
  }

  @Test
  void all_numbers_together_may_have_as_many_as_the_limit_in_all() {
    for (int number = 0; number < 5; number++) {
      assertThat(used("030" + number, number)).isTrue();
    }
    assertThat(used("0399", 59)).isFalse();
    assertThat(used("0399", 60)).isTrue();
  }

  @Test
  void who_shows_no_number_is_held_to_the_limit_in_all_alone() {
    for (int i = 0; i < 5; i++) {
      assertThat(used("", i)).isTrue();
    }
    assertThat(used("", 5)).isFalse();
  }

  @Test
  void each_kind_is_counted_by_itself() {
    for (int i = 0; i < 3; i++) {
      assertThat(used("030", i)).isTrue();
    }
    assertThat(uses.isFull(LimitedUse.DIVERSION, "030", THREE, at(3))).isFalse();
    assertThat(uses.isFull(BACK, "030", THREE, at(3))).isTrue();
  }

  @Test
  void without_a_limit_nothing_is_refused_and_nothing_is_remembered() {
    for (int i = 0; i < 20_000; i++) {
      assertThat(uses.isFull(BACK, "030", UseLimit.NONE, at(i))).isFalse();
      uses.note(BACK, "030", UseLimit.NONE, at(i));
    }
    assertThat(uses.data().uses()).isEmpty();
  }

  @Property(tries = 200)
  void the_count_is_that_of_a_search_through_all_uses(@ForAll long seed) {
    Random chance = new Random(seed);
    LimitedUses counted = new LimitedUses();
    List<LimitedUses.Use> all = new ArrayList<>();
    Instant now = House.START;
    UseLimit limit = new UseLimit(2, 6, Duration.ofMinutes(10));
    for (int event = 0; event < 300; event++) {
      now = now.plusSeconds(chance.nextInt(150));
      String number = "030" + chance.nextInt(4);
      Instant oldest = now.minus(limit.within());
      List<LimitedUses.Use> open = all.stream().filter(it -> it.at().isAfter(oldest)).toList();
      long same = open.stream().filter(it -> it.number().equals(number)).count();
      boolean full = same >= 2 || open.size() >= 6;
      assertThat(counted.isFull(BACK, number, limit, now)).isEqualTo(full);
      if (chance.nextBoolean()) {
        counted.forget(BACK, limit, now);
        assertThat(counted.data().uses()).isEqualTo(open);
      }
      if (!full) {
        all.add(new LimitedUses.Use(BACK, number, now));
        counted.note(BACK, number, limit, now);
      }
      counted = chance.nextInt(10) == 0 ? new LimitedUses(counted.data()) : counted.copy();
    }
  }

  @Test
  void a_limit_that_cannot_be_is_refused_with_what_is_expected() {
    assertThatThrownBy(() -> UseLimit.anHour(0, 5))
        .hasMessageContaining("0 per number and 5 in all");
    assertThatThrownBy(() -> UseLimit.anHour(5, 4)).hasMessageContaining("not more than in all");
    assertThatThrownBy(() -> UseLimit.anHour(1, 10_001)).hasMessageContaining("at most 10000");
    assertThatThrownBy(() -> new UseLimit(1, 1, Duration.ofSeconds(59)))
        .hasMessageContaining("1 min to 24 h");
    assertThat(UseLimit.NONE.isNone()).isTrue();
    assertThat(THREE.isNone()).isFalse();
  }

  private boolean used(String number, int minute) {
    uses.forget(BACK, THREE, at(minute));
    if (uses.isFull(BACK, number, THREE, at(minute))) {
      return false;
    }
    uses.note(BACK, number, THREE, at(minute));
    return true;
  }

  private static Instant at(int minute) {
    return House.START.plus(Duration.ofMinutes(minute));
  }
}
