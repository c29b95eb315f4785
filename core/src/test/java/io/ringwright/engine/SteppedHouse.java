package io.ringwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.ringwright.CallRouter;
import io.ringwright.availability.DeviceState;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.journal.Journal;
import io.ringwright.memory.InMemoryJournal;
import io.ringwright.port.Telephony.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** A house at which the wall clock is set forward or back while time passes. */
class SteppedHouse {

  static final Instant START = House.START; // A Monday at nine.

  House house = House.unlinked(list -> {});
  private Instant wall = START;
  private Instant latest = START;
  private long nanos;
  private LongSupplier counts = () -> nanos;

  /** From now on intervals follow the wall clock, as far as they can: no time goes back. */
  void intervalsFollowTheWallClock() {
    counts =
        () -> {
          latest = wall.isAfter(latest) ? wall : latest;
          return Duration.between(START, latest).toNanos();
        };
  }

  void begins(Consumer<PhoneListBuilder> phones) {
    house = House.unlinked(phones);
    starts();
    connects();
  }

  /** The engine starts, with an empty journal: it begins with what the wall clock shows. */
  void starts() {
    startsWith(new InMemoryJournal());
  }

  /** The same, with what its journal kept. */
  void startsWithJournal() {
    startsWith(house.kept.journal());
  }

  private void startsWith(Journal journal) {
    house.router =
        CallRouter.builder(house.directory, house.pbx)
            .journal(journal)
            .clocks(() -> wall, counts)
            .listener(house.ear)
            .singleThreaded()
            .build();
    tells();
  }

  /** What channels remember, and when snapshots were taken, is an instant of the engine's time. */
  void tells() {
    house.clock.moveTo(house.router.engineTime());
  }

  void connects() {
    tells();
    house.connectsSeeing(
        house.directory.phoneList().extensions().stream()
            .map(each -> House.report(each.number().digits(), DeviceState.NOT_IN_USE))
            .toList(),
        Map.of());
  }

  void clockIsSet(int hours) {
    wall = wall.plus(Duration.ofHours(hours));
    tells();
  }

  /** Time passes in steps of 100 ms, on both clocks, as with a ticker. */
  void passes(Duration time) {
    for (long left = time.toMillis(); left > 0; left -= 100) {
      wall = wall.plusMillis(100);
      nanos += Duration.ofMillis(100).toNanos();
      house.router.runDue();
    }
    tells();
  }

  static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }

  void onePhone() {
    begins(list -> list.extension("100", anna -> anna.device("PJSIP/100")));
  }

  void engage() {
    house.reports("100", DeviceState.IN_USE, "other");
  }

  @CanIgnoreReturnValue
  Delivery delivered(String call) {
    engage();
    house.arrives(call, "100");
    house.idle("100");
    assertThat(house.pbx.delivered()).contains(call);
    return house.pbx.last();
  }
}
