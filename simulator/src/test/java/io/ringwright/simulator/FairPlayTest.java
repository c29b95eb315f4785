package io.ringwright.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.CallOutcome;
import io.ringwright.directory.PhoneList;
import io.ringwright.simulator.Observation.Kind;
import io.ringwright.waiting.QueueOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In houses of every kind the engine plays fair; and the witness who says so sees each foul. */
class FairPlayTest {

  private static final Instant NINE = VirtualTime.START;

  static IntStream seeds() {
    return IntStream.range(0, 100);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void the_engine_plays_fair_in_a_house_drawn_by_lot(int seed) {
    playsFair(new AnyHouse(seed, false), seed);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void the_engine_plays_fair_where_the_rules_relent_while_callers_wait(int seed) {
    playsFair(new AnyHouse(seed, true), seed);
  }

  private static void playsFair(AnyHouse house, int seed) {
    PhoneList phones = house.phones();
    FairPlay witness = new FairPlay(phones);
    SimulationReport report =
        Simulation.of(phones)
            .withCalls(house.calls(phones))
            .over(Span.ofCalls(200))
            .withSeed(seed)
            .run(witness);
    assertThat(witness.fouls()).isEmpty();
    assertThat(report.all().count(CallOutcome.LOST)).isZero();
    assertThat(report.all().offered()).isEqualTo(200);
  }

  @Test
  void a_fair_log_is_seen_as_fair() {
    Log log = new Log().arrives("a").rings("a", "1000").arrives("b").rings("b", "1001");
    log.arrives("c").waits("c").second(9).ends("a", "1000").rings("c", "1000");
    log.second(20).ends("b", "1001").ends("c", "1000");
    assertThat(log.fouls()).isEmpty();
  }

  @Test
  void who_waits_beside_a_free_phone_is_seen() {
    Log log = new Log().arrives("a").waits("a").second(1).rings("a", "1000").ends("a", "1000");
    assertThat(log.fouls()).contains("0 s: a waits while 1000 is free");
  }

  @Test
  void who_overtakes_is_seen() {
    Log log = new Log().arrives("a").rings("a", "1000").arrives("b").rings("b", "1001");
    log.arrives("c").waits("c").arrives("d").waits("d").second(5);
    log.ends("a", "1000").rings("d", "1000").ends("b", "1001").rings("c", "1001");
    log.second(9).ends("c", "1001").ends("d", "1000");
    assertThat(log.fouls()).containsExactly("5 s: d overtakes c at 1000");
  }

  @Test
  void who_is_overtaken_by_a_lower_priority_is_seen() {
    Log log = new Log().arrives("a").rings("a", "1000").arrives("b").rings("b", "1001");
    log.arrives("c").waits("c").arrives("d", 1).waits("d").second(5);
    log.ends("a", "1000").rings("c", "1000").ends("b", "1001").rings("d", "1001");
    log.second(9).ends("c", "1000").ends("d", "1001");
    assertThat(log.fouls()).containsExactly("5 s: c overtakes d at 1000");
  }

  @Test
  void who_is_overtaken_by_somebody_who_came_too_late_is_seen() {
    PhoneList ageing = house(1, QueueOrder.ageing(Duration.ofSeconds(30)));
    Log log = new Log(ageing).arrives("a", 1).rings("a", "1000").arrives("b", 2).waits("b");
    log.second(29).arrives("c", 1).waits("c").second(31).arrives("d", 1).waits("d");
    log.second(50).ends("a", "1000").rings("c", "1000").ends("c", "1000");
    log.rings("d", "1000").ends("d", "1000").rings("b", "1000").ends("b", "1000");
    assertThat(log.fouls()).containsExactly("50 s: d overtakes b at 1000");
  }

  @Test
  void a_phone_that_is_given_away_twice_is_seen() {
    Log log = new Log().arrives("a").rings("a", "1000").arrives("b").rings("b", "1000");
    log.second(9).ends("a", "1000").ends("b", "1000");
    assertThat(log.fouls()).containsExactly("0 s: 1000 is given to b and has [a]");
  }

  @Test
  void a_caller_who_gets_lost_or_leaves_twice_is_seen() {
    Log log = new Log().arrives("a").rings("a", "1000").arrives("b").rings("b", "1001");
    log.second(9).ends("a", "1000").ends("a", "1000");
    assertThat(log.fouls()).containsExactly("9 s: caller a leaves twice", "9 s: caller b is lost");
  }

  private static PhoneList house(int phones, QueueOrder order) {
    return Houses.with(phones, order, phone -> {}, group -> {});
  }

  /** A log that nobody wrote but us. */
  private static final class Log {
    private final FairPlay witness;
    private Instant now = NINE;

    Log() {
      this(house(2, QueueOrder.STRICT));
    }

    Log(PhoneList phones) {
      witness = new FairPlay(phones);
    }

    Log second(int second) {
      now = NINE.plusSeconds(second);
      return this;
    }

    Log arrives(String caller) {
      return arrives(caller, 5);
    }

    Log arrives(String caller, int priority) {
      saw(Kind.CALLER_ARRIVED, caller, "700");
      return saw(Kind.PRIORITY_GIVEN, caller, Integer.toString(priority));
    }

    Log waits(String caller) {
      return saw(Kind.CALLER_WAITS, caller, "700");
    }

    Log rings(String caller, String phone) {
      return saw(Kind.PHONE_RINGS, caller, phone);
    }

    Log ends(String caller, String phone) {
      saw(Kind.PHONE_ENDS, caller, phone);
      return saw(Kind.CALLER_ENDED, caller, "");
    }

    List<String> fouls() {
      return witness.fouls();
    }

    private Log saw(Kind kind, String caller, String subject) {
      witness.accept(new Observation(now, kind, caller, subject));
      return this;
    }
  }
}
