package io.ringwright.fakeasterisk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import io.ringwright.fakeasterisk.Sighting.Kind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits, with a deadline, for what a switch on real sockets sees. */
final class Awaiting {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Awaiting() {}

  static void seen(PbxUnderTest pbx, Caller caller, Kind kind, String subject) {
    that(
        kind + " " + subject,
        pbx,
        () ->
            of(pbx, caller, kind).stream()
                .anyMatch(sighting -> sighting.subject().equals(subject)));
  }

  static void end(PbxUnderTest pbx, Caller caller) {
    that("the end", pbx, () -> !of(pbx, caller, Kind.CALLER_ENDED).isEmpty());
  }

  static void that(String what, PbxUnderTest pbx, BooleanSupplier holds) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime())
          .as("waiting for %s; seen: %s", what, pbx.sightings())
          .isLessThan(deadline);
      LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
    }
  }

  static List<Sighting> of(PbxUnderTest pbx, Caller caller, Kind kind) {
    return pbx.sightings().stream()
        .filter(sighting -> sighting.kind() == kind && sighting.caller().equals(caller.id()))
        .toList();
  }

  static List<String> subjects(PbxUnderTest pbx, Caller caller, Kind kind) {
    return of(pbx, caller, kind).stream().map(Sighting::subject).toList();
  }

  /** The last value of a variable. */
  static String variable(PbxUnderTest pbx, Caller caller, String name) {
    return of(pbx, caller, Kind.VARIABLE_SET).stream()
        .filter(sighting -> sighting.subject().equals(name))
        .reduce((first, last) -> last)
        .map(Sighting::detail)
        .orElse("");
  }
}
