package io.ringwright.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.ringwright.fakeasterisk.switchboard.LiveChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.ObjLongConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A check that finds nothing is none: mistakes that are planted are found, and can be repeated. */
@Timeout(value = 10, unit = TimeUnit.MINUTES) // On a busy machine.
class PlantedBugTest {

  private static final int SEEDS = 40;

  @Test
  void a_seed_always_comes_to_the_same() {
    for (long seed = 1; seed <= 5; seed++) {
      assertThat(new Simulation(seed).run()).isEqualTo(new Simulation(seed).run());
    }
  }

  @Test
  void an_engine_that_asks_for_nobody_it_has_lost_is_found() {
    String found =
        firstFailure(
            wiring ->
                wiring
                    .telephony(Protections.blind())
                    .events(Protections.deafTo(Set.of("callEnded", "pbxConnected"))));
    assertThat(found)
        .contains("seed ", "repeat it with", "-Dfrom=", "What happened last:", "switch: ");
  }

  @Test
  void a_phone_whose_talks_nobody_reports_is_found_to_be_rung_twice_or_never_again() {
    assertThat(firstFailure(wiring -> wiring.events(Protections.deafTo(Set.of("deviceReported")))))
        .isNotEmpty();
  }

  @Test
  void a_journal_that_loses_an_end_of_which_was_told_is_found() {
    assertThatThrownBy(() -> losesAnEnd((lab, after) -> lab.disk.loseAfter(after)))
        .isInstanceOf(BrokenInvariant.class)
        .hasMessageContaining("visit 0 was told to end, and the journal does not have it");
  }

  @Test
  void an_end_that_a_fault_took_from_the_journal_may_be_told_again() {
    Laboratory lab = losesAnEnd(Laboratory::loseJournalAfter);
    assertThat(lab.book.visits().endings()).isEqualTo(2);
  }

  private static Laboratory losesAnEnd(ObjLongConsumer<Laboratory> loses) {
    Laboratory lab = FaultCase.of(FaultCase.ONE_DESK);
    FaultCase.linked(lab);
    LiveChannel caller = lab.call("700", 5);
    FaultCase.within(lab, Duration.ofSeconds(5), () -> lab.book.answers() == 1);
    long before = lab.disk.entries();
    caller.farEndHangsUp();
    FaultCase.within(lab, Duration.ofSeconds(1), () -> lab.book.visits().endings() == 1);
    lab.kill();
    loses.accept(lab, before);
    EngineRun unused = lab.start();
    lab.timeline.advance(Duration.ofSeconds(5));
    return lab;
  }

  private static String firstFailure(UnaryOperator<Wiring> planted) {
    return LongStream.rangeClosed(1, SEEDS)
        .mapToObj(seed -> failure(seed, planted))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse("");
  }

  private static Optional<String> failure(long seed, UnaryOperator<Wiring> planted) {
    Throwable broken = catchThrowable(() -> new Simulation(seed, planted).run());
    return Optional.ofNullable(broken).map(Throwable::getMessage);
  }
}
