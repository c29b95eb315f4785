package io.ringwright.faults;

import static io.ringwright.faults.FaultCase.holdsAndBites;
import static io.ringwright.faults.FaultCase.isAnswered;
import static io.ringwright.faults.FaultCase.linked;
import static io.ringwright.faults.FaultCase.waitsBehind;
import static io.ringwright.faults.FaultCase.within;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.directory.PhoneList;
import io.ringwright.fakeasterisk.switchboard.LiveChannel;
import io.ringwright.journal.Durability;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Faults 9, 10, 14, 22 and 27 to 29 of the catalogue, read for a journal on one machine: the disk
 * that is full, slow, or loses the end; clocks; an engine that is slow, and one that goes on though
 * another has taken its place.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES) // On a busy machine.
class FaultCatalogueStoreTest {

  private static final Duration SOON = Duration.ofSeconds(15);

  @Test
  void fault_09_the_store_is_down_when_a_call_arrives() {
    holdsAndBites(
        on -> {
          Laboratory lab = FaultCase.of(FaultCase.ONE_DESK);
          if (!on) {
            lab.wire(wiring -> wiring.events(Protections.snapshotsWithoutCallers()));
          }
          EngineRun engine = linked(lab);
          lab.disk.fill(true);
          LiveChannel caller = waitsBehind(lab);
          boolean says = engine.router().durability() instanceof Durability.Owing;
          lab.kill();
          lab.disk.fill(false);
          EngineRun unused = lab.start();
          return says && isAnswered(lab, caller, SOON);
        });
  }

  @Test
  void fault_10_the_store_is_slow() {
    holdsAndBites(
        on -> {
          Laboratory lab = FaultCase.of(FaultCase.ONE_DESK);
          lab.wire(wiring -> wiring.commitTakes(() -> Duration.ofSeconds(2)));
          if (!on) {
            lab.wire(wiring -> wiring.patience(Duration.ofMinutes(1)));
          }
          linked(lab);
          LiveChannel caller = lab.call("700", 5);
          return lab.timeline.until(() -> rings(lab, caller), Duration.ofMillis(300));
        });
  }

  private static boolean rings(Laboratory lab, LiveChannel caller) {
    return lab.pbx().switchboard().channels().stream()
        .anyMatch(each -> each != caller && each.id().linkedId().equals(caller.id().linkedId()));
  }

  @Test
  void fault_14_clocks_are_set_by_hours_in_both_directions() {
    holdsAndBites(on -> survivesClockStep(on, Duration.ofHours(3)));
    assertThat(survivesClockStep(true, Duration.ofHours(-3))).isTrue();
    holdsAndBites(on -> noticesSilenceThoughTheClockIsSetBack(on));
  }

  /**
   * Without the protection the intervals of the link follow the wall clock. Engine time is slower
   * by a tenth while it is ahead of that.
   */
  private static boolean noticesSilenceThoughTheClockIsSetBack(boolean on) {
    Laboratory lab = FaultCase.of(FaultCase.ONE_DESK);
    EngineRun[] run = new EngineRun[1];
    if (!on) {
      lab.wire(wiring -> wiring.events(Protections.timedBy(() -> wallClock(run[0]))));
    }
    run[0] = linked(lab);
    lab.stepEngine(Duration.ofHours(-3));
    lab.ami.fallSilent(true);
    return lab.timeline.until(() -> !run[0].link().isConnected(), Duration.ofSeconds(73));
  }

  /** The wait of the second caller is limited to a minute, and the phone rests for 5 s. */
  private static boolean survivesClockStep(boolean on, Duration step) {
    PhoneList house =
        PhoneList.builder()
            .extension("8260", phone -> phone.device("PJSIP/8260").wrapUp(Duration.ofSeconds(5)))
            .huntGroup("700", group -> group.member("8260").longestWait(Duration.ofMinutes(1)))
            .build();
    Laboratory lab = FaultCase.of(house);
    EngineRun[] run = new EngineRun[1];
    if (!on) {
      // Intervals follow the wall clock.
      lab.wire(wiring -> wiring.builder(builder -> builder.clock(() -> wallClock(run[0]))));
    }
    run[0] = linked(lab);
    LiveChannel caller = waitsBehind(lab);
    within(lab, SOON, () -> lab.book.visits().endings() == 1);
    lab.stepEngine(step);
    lab.stepAsterisk(step);
    return isAnswered(lab, caller, SOON);
  }

  private static Instant wallClock(@Nullable EngineRun run) {
    return run == null ? VirtualTimeline.START : run.timeline().instant();
  }

  @Test
  void fault_22_the_engine_is_too_slow_for_asterisk() {
    holdsAndBites(
        on -> {
          Laboratory lab = FaultCase.of(FaultCase.ONE_DESK);
          Duration[] commit = {Duration.ofMillis(2)};
          lab.wire(
              wiring ->
                  wiring
                      .patience(Duration.ofMinutes(1))
                      .commitTakes(() -> commit[0])
                      .deadline(on ? Duration.ofMillis(300) : Duration.ofMinutes(1)));
          linked(lab);
          lab.timeline.advance(Duration.ofMillis(100));
          commit[0] = Duration.ofSeconds(8);
          LiveChannel caller = lab.call("700", 5);
          boolean[] hears = new boolean[1];
          // Without a decision the dialplan goes on, and lets the caller hear something.
          var unused =
              lab.timeline.after(
                  Duration.ofMillis(1_500),
                  () -> hears[0] = caller.variable("RW_HELD").filter("yes"::equals).isPresent());
          lab.timeline.advance(Duration.ofSeconds(2));
          commit[0] = Duration.ofMillis(2);
          return hears[0] && isAnswered(lab, caller, Duration.ofSeconds(25));
        });
  }

  @Test
  void fault_27_an_engine_that_was_replaced_goes_on_moving_callers() {
    holdsAndBites(
        on -> {
          Laboratory lab = FaultCase.of(FaultCase.TWO_DESKS);
          if (!on) {
            lab.wire(wiring -> wiring.calls(Protections.anyTokenCounts()));
          }
          linked(lab);
          LiveChannel first = lab.call("700", 5);
          LiveChannel second = lab.call("700", 5);
          LiveChannel third = lab.call("700", 5);
          within(lab, SOON, () -> first.bridge().isPresent() && second.bridge().isPresent());
          lab.timeline.advance(Duration.ofMillis(100));
          // The old one is cut off from its clock; what it sent before arrives late.
          lab.pbx().faults().delayNextRedirect(Duration.ofSeconds(20));
          within(lab, SOON, () -> lab.book.isDelivered(Laboratory.idOf(third)));
          lab.timeline.advance(Duration.ofMillis(10));
          lab.kill();
          lab.loseJournal();
          lab.phone("8260", call -> call.ring());
          lab.phone("8261", call -> call.ring());
          EngineRun unused = lab.start();
          lab.timeline.advance(Duration.ofSeconds(19));
          long rungBefore = lab.checks.rings();
          lab.timeline.advance(Duration.ofSeconds(2));
          return lab.checks.rings() == rungBefore;
        });
  }

  @Test
  void fault_29_the_store_loses_the_last_entries() {
    holdsAndBites(
        on -> {
          Laboratory lab = FaultCase.of(FaultCase.ONE_DESK);
          if (!on) {
            lab.wire(wiring -> wiring.events(Protections.snapshotsWithoutCallers()));
          }
          linked(lab);
          long before = lab.disk.entries();
          LiveChannel caller = waitsBehind(lab);
          lab.pbx().faults().delayNextRedirect(Duration.ofSeconds(3));
          within(lab, SOON, () -> lab.book.isDelivered(Laboratory.idOf(caller)));
          lab.kill();
          lab.loseJournalAfter(before);
          EngineRun unused = lab.start();
          return isAnswered(lab, caller, SOON);
        });
  }
}
