package io.ringwright.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.CallId;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.fakeasterisk.switchboard.LiveChannel;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** One fault of the catalogue: a laboratory in which a caller talks and the next one waits. */
final class FaultCase {

  static final PhoneList ONE_DESK =
      PhoneList.builder()
          .extension("8260", phone -> phone.device("PJSIP/8260"))
          .huntGroup("700", group -> group.member("8260"))
          .build();

  static final PhoneList TWO_DESKS =
      PhoneList.builder()
          .extension("8260", phone -> phone.device("PJSIP/8260"))
          .extension("8261", phone -> phone.device("PJSIP/8261"))
          .huntGroup("700", group -> group.member("8260").member("8261"))
          .build();

  static final PhoneList ALL_AT_ONCE =
      PhoneList.builder()
          .extension("8260", phone -> phone.device("PJSIP/8260"))
          .extension("8261", phone -> phone.device("PJSIP/8261"))
          .huntGroup(
              "700",
              group -> group.member("8260").member("8261").strategy(StandardStrategy.SIMULTANEOUS))
          .build();

  private FaultCase() {}

  /** The protection holds, and what holds with it breaks without it. */
  static void holdsAndBites(Predicate<Boolean> holds) {
    assertThat(holds.test(true)).as("what holds with the protection").isTrue();
    assertThat(holds.test(false)).as("the same without the protection").isFalse();
  }

  /** A laboratory whose phones answer after a second, and talk for two. */
  static Laboratory of(PhoneList house) {
    Laboratory lab = new Laboratory(1, house, true);
    lab.weather(Weather.CALM.over());
    lab.devices()
        .forEach(
            device ->
                lab.phone(
                    device.substring(device.indexOf('/') + 1),
                    lab.answers(Duration.ofSeconds(1), Duration.ofSeconds(2))));
    return lab;
  }

  /** Starts the application, and waits until it has its link. */
  static EngineRun linked(Laboratory lab) {
    EngineRun engine = lab.start();
    assertThat(lab.timeline.until(engine.link()::isConnected, Duration.ofSeconds(10))).isTrue();
    return engine;
  }

  /** One caller talks, and the one behind waits: who waits. */
  static LiveChannel waitsBehind(Laboratory lab) {
    LiveChannel unused = lab.call("700", 5);
    within(lab, Duration.ofSeconds(5), () -> lab.book.answers() == 1);
    LiveChannel second = lab.call("700", 5);
    lab.timeline.advance(Duration.ofMillis(500));
    return second;
  }

  static void within(Laboratory lab, Duration time, BooleanSupplier holds) {
    assertThat(lab.timeline.until(holds, time)).as("within " + time).isTrue();
  }

  /** Whether somebody talks to the caller within this time. */
  static boolean isAnswered(Laboratory lab, LiveChannel caller, Duration within) {
    return lab.timeline.until(() -> caller.bridge().isPresent(), within);
  }

  /** Whether the caller has had exactly one end when all is over. */
  static boolean endsOnce(Laboratory lab, LiveChannel caller) {
    CallId call = Laboratory.idOf(caller);
    boolean unused = lab.timeline.until(() -> lab.pbx().isEmpty(), Duration.ofMinutes(3));
    lab.timeline.advance(Duration.ofSeconds(2));
    return lab.book.visits().endsOf(call).stream().filter(end -> !end.goesOn()).count() == 1;
  }
}
