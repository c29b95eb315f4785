package io.ringwright.simulator;

import static io.ringwright.call.CallOutcome.ABANDONED;
import static io.ringwright.call.CallOutcome.ANSWERED;
import static io.ringwright.call.CallOutcome.OVERFLOWED;
import static io.ringwright.call.CallOutcome.REJECTED;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ringwright.directory.ExtensionBuilder;
import io.ringwright.directory.HuntGroupBuilder;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.simulator.Observation.Kind;
import io.ringwright.waiting.QueueOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SimulationTest {

  private final List<Observation> log = new ArrayList<>();

  @Test
  void who_finds_the_phone_engaged_waits_until_the_talk_is_over() {
    CallFigures calls = play(house(1), calls(0, 10).talking(seconds(60))).all();
    assertThat(calls.count(ANSWERED)).isEqualTo(2);
    assertThat(calls.shareThatWaited().value()).isEqualTo(0.5);
    assertThat(calls.meanWait().value()).isEqualTo(25);
    assertThat(calls.longestWait()).isEqualTo(ofSeconds(50));
    assertThat(story())
        .containsExactly(
            "0 1 arrives, 1000 rings, 1000 answers",
            "10 2 arrives, waits",
            "60 1000 ends, 1 ends, 1000 rings, 1000 answers",
            "120 1000 ends, 2 ends");
  }

  @Test
  void who_runs_out_of_patience_gives_up() {
    CallStream stream = calls(0, 10).talking(seconds(60)).patience(seconds(20));
    CallFigures calls = play(house(1), stream).all();
    assertThat(calls.count(ABANDONED)).isEqualTo(1);
    assertThat(calls.longestWait()).isEqualTo(ofSeconds(20));
    assertThat(story()).contains("30 2 ends").endsWith("60 1000 ends, 1 ends");
  }

  @Test
  void a_phone_that_nobody_picks_up_makes_way_for_the_next() {
    CallStream stream = calls(0).pickedUpAfter(seconds(30)).patience(seconds(45));
    assertThat(play(house(2), stream).all().count(ABANDONED)).isEqualTo(1);
    assertThat(story())
        .containsExactly(
            "0 1 arrives, 1000 rings",
            "20 1000 stops, 1001 rings",
            "40 1001 stops, 1000 rings",
            "45 1000 stops, 1 ends");
  }

  @Test
  void the_wait_includes_the_ringing() {
    CallFigures calls = play(house(1), calls(0).pickedUpAfter(seconds(7))).all();
    assertThat(calls.meanWait().value()).isEqualTo(7);
    assertThat(calls.shareThatWaited().value()).isZero();
  }

  @Test
  void who_talks_picks_up_what_rings_meanwhile_afterwards() {
    PhoneList phones = house(1, phone -> phone.holdCapacity(1).ringTime(ofMinutes(2)), group -> {});
    CallFigures calls = play(phones, calls(0, 10).talking(seconds(60))).all();
    assertThat(calls.longestWait()).isEqualTo(ofSeconds(50));
    assertThat(story()).contains("10 2 arrives, 1000 rings", "60 1000 ends, 1 ends, 1000 answers");
  }

  @Test
  void of_several_phones_that_ring_one_answers_and_the_others_stop() {
    PhoneList phones = house(3, StandardStrategy.SIMULTANEOUS);
    play(phones, calls(0).pickedUpAfter(TimeDistribution.exponential(ofSeconds(5))));
    assertThat(observations(Kind.PHONE_RINGS)).hasSize(3);
    assertThat(observations(Kind.PHONE_ANSWERS)).hasSize(1);
    assertThat(observations(Kind.PHONE_STOPS)).hasSize(2);
  }

  @Test
  void who_is_on_the_way_to_a_phone_gets_there_though_more_phones_ring_meanwhile() {
    PhoneList phones = house(3, StandardStrategy.PROGRESSIVE);
    assertThat(play(phones, calls(0).pickedUpAfter(seconds(8))).all().longestWait())
        .isEqualTo(ofSeconds(8));
    assertThat(story())
        .startsWith("0 1 arrives, 1000 rings", "5 1000 stops, 1000 rings, 1001 rings")
        .contains("8 1001 stops, 1000 answers");
  }

  @Test
  void a_phone_in_wrap_up_is_left_alone() {
    PhoneList phones = house(1, phone -> phone.wrapUp(ofSeconds(20)), group -> {});
    CallFigures calls = play(phones, calls(0, 10).talking(seconds(60))).all();
    assertThat(calls.longestWait()).isEqualTo(ofSeconds(70));
  }

  @Test
  void who_has_a_shift_gets_calls_in_it_alone() {
    Simulation.of(house(2))
        .withCalls(calls(0, 10, 20, 150).talking(seconds(60)))
        .withShift("1001", ofSeconds(30), ofSeconds(80))
        .run(log::add);
    assertThat(story())
        .containsExactly(
            "0 1 arrives, 1000 rings, 1000 answers",
            "10 2 arrives, waits",
            "20 3 arrives, waits",
            "30 1001 rings, 1001 answers",
            "60 1000 ends, 1 ends, 1000 rings, 1000 answers",
            "90 1001 ends, 2 ends",
            "120 1000 ends, 3 ends",
            "150 4 arrives, 1000 rings, 1000 answers",
            "210 1000 ends, 4 ends");
  }

  @Test
  void who_may_not_wait_is_rejected_at_once_and_who_waits_too_long_then() {
    PhoneList phones = house(1, phone -> {}, g -> g.queueLimit(1).longestWait(ofSeconds(30)));
    CallFigures calls = play(phones, calls(0, 10, 11).talking(seconds(60))).all();
    assertThat(calls.count(REJECTED)).isEqualTo(2);
    assertThat(calls.longestWait()).isEqualTo(ofSeconds(30));
    assertThat(calls.waitQuantile(0.5)).isZero();
  }

  @Test
  void who_overflows_to_the_outside_is_counted_so() {
    PhoneList phones =
        PhoneList.builder()
            .allowExternal("+4930")
            .extension("1000", phone -> phone.device("PJSIP/1000"))
            .huntGroup("700", g -> g.member("1000").queueLimit(0).overflow("+4930123"))
            .build();
    assertThat(play(phones, calls(0, 10).talking(seconds(60))).all().count(OVERFLOWED))
        .isEqualTo(1);
  }

  @Test
  void the_warm_up_counts_for_nothing() {
    Simulation simulation =
        Simulation.of(house(1)).withCalls(calls(0, 50, 110).talking(seconds(30)));
    SimulationReport report = simulation.over(Span.of(ofSeconds(60)).after(ofSeconds(60))).run();
    assertThat(report.all().offered()).isEqualTo(1);
    assertThat(report.utilisation().get("1000")).isEqualTo(30 / 60.0, within(1e-9));
  }

  @Test
  void so_many_calls_are_made_and_no_more() {
    CallStream stream = CallStream.to("700").perHour(60);
    SimulationReport report =
        Simulation.of(house(2)).withCalls(stream).over(Span.ofCalls(77)).run(log::add);
    assertThat(report.all().offered()).isEqualTo(77);
    assertThat(observations(Kind.CALLER_ENDED)).hasSize(77);
  }

  @Test
  void streams_that_end_end_the_simulation() {
    Simulation simulation = Simulation.of(house(1)).withCalls(calls(0, 10)).over(Span.ofCalls(9));
    assertThat(simulation.run().all().offered()).isEqualTo(2);
  }

  @Test
  void each_hour_has_its_rate() {
    CallStream stream = CallStream.to("700").perHour(0, 120, 0);
    Simulation.of(house(1)).withCalls(stream).over(Span.of(ofHours(12))).run(log::add);
    assertThat(observations(Kind.CALLER_ARRIVED))
        .hasSizeBetween(400, 560)
        .allMatch(seen -> sinceTheBeginning(seen).toHours() % 3 == 1);
  }

  @Test
  void one_seed_gives_one_report_and_another_seed_another() {
    Simulation day = Simulation.of(house(3)).withCalls(CallStream.to("700").perHour(50));
    assertThat(day.run()).hasToString(day.run().toString());
    assertThat(day.withSeed(2).run().toString()).isNotEqualTo(day.run().toString());
  }

  @Test
  void the_same_callers_come_whatever_the_house() {
    CallStream stream = CallStream.to("700").perHour(50).priorities(Map.of(1, 1.0, 2, 1.0));
    Simulation day = Simulation.of(house(1)).withCalls(stream);
    day.run(log::add);
    List<Observation> small = new ArrayList<>(observations(Kind.CALLER_ARRIVED));
    small.addAll(observations(Kind.PRIORITY_GIVEN));
    log.clear();
    day.withPhones(house(5)).run(log::add);
    List<Observation> large = new ArrayList<>(observations(Kind.CALLER_ARRIVED));
    large.addAll(observations(Kind.PRIORITY_GIVEN));
    assertThat(large).isEqualTo(small);
  }

  @Test
  void another_stream_changes_nothing_for_the_first() {
    CallStream first = CallStream.to("700").named("first").perHour(50);
    Simulation alone = Simulation.of(house(50)).withCalls(first);
    Simulation both = alone.withCalls(CallStream.to("1000").named("second").perHour(5));
    CallFigures calls = both.run().ofStream("first");
    assertThat(calls.offered()).isEqualTo(alone.run().all().offered());
    assertThat(both.run().all().offered()).isGreaterThan(calls.offered());
    assertThat(both.run().ofStream("third").offered()).isZero();
  }

  @Test
  void what_cannot_be_simulated_is_refused() {
    assertThatThrownBy(() -> CallStream.to("700").perHour(0)).hasMessageContaining("[0.0]");
    assertThatThrownBy(() -> CallStream.to("700").perHour(5, -1)).hasMessageContaining("-1.0");
    assertThatThrownBy(() -> CallStream.to("700").priorities(Map.of()))
        .hasMessageContaining("shares above zero");
    assertThatThrownBy(() -> Simulation.of(house(1)).withShift("1000", ofHours(2), ofHours(1)))
        .hasMessageContaining("shift of 1000 from PT2H to PT1H");
    assertThatThrownBy(() -> calls(5, 3)).hasMessageContaining("not in order");
    assertThatThrownBy(() -> Span.ofCalls(0)).hasMessageContaining("0 calls");
    assertThatThrownBy(() -> Span.of(ofHours(1)).after(ofHours(-1))).hasMessageContaining("PT-1H");
  }

  private SimulationReport play(PhoneList phones, CallStream stream) {
    return Simulation.of(phones).withCalls(stream).over(Span.of(ofHours(1))).run(log::add);
  }

  private static CallStream calls(int... seconds) {
    return CallStream.to("700")
        .at(IntStream.of(seconds).mapToObj(Duration::ofSeconds).toList())
        .talking(seconds(60));
  }

  private static TimeDistribution seconds(int seconds) {
    return TimeDistribution.fixed(ofSeconds(seconds));
  }

  private static PhoneList house(int phones) {
    return house(phones, StandardStrategy.LONGEST_IDLE);
  }

  private static PhoneList house(int phones, StandardStrategy strategy) {
    return house(phones, phone -> {}, group -> group.strategy(strategy));
  }

  private static PhoneList house(
      int phones, Consumer<ExtensionBuilder> each, Consumer<HuntGroupBuilder> group) {
    return Houses.with(phones, QueueOrder.STRICT, each, group);
  }

  private List<Observation> observations(Kind kind) {
    return log.stream().filter(seen -> seen.kind() == kind).toList();
  }

  /** What happened, a line for each second. */
  private List<String> story() {
    return log.stream()
        .filter(seen -> seen.kind() != Kind.PRIORITY_GIVEN)
        .collect(
            Collectors.groupingBy(
                seen -> sinceTheBeginning(seen).toSeconds(),
                TreeMap::new,
                Collectors.mapping(SimulationTest::words, Collectors.joining(", "))))
        .entrySet()
        .stream()
        .map(second -> second.getKey() + " " + second.getValue())
        .toList();
  }

  private static Duration sinceTheBeginning(Observation seen) {
    return Duration.between(VirtualTime.START, seen.at());
  }

  private static String words(Observation seen) {
    return switch (seen.kind()) {
      case CALLER_ARRIVED -> seen.caller() + " arrives";
      case CALLER_WAITS -> "waits";
      case PHONE_RINGS -> seen.subject() + " rings";
      case PHONE_STOPS -> seen.subject() + " stops";
      case PHONE_ANSWERS -> seen.subject() + " answers";
      case PHONE_ENDS -> seen.subject() + " ends";
      case CALLER_ENDED -> seen.caller() + " ends";
      case PRIORITY_GIVEN, SKILLS_GIVEN, REASON_GIVEN, CALLER_TOLD -> "";
    };
  }
}
