package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.fakeasterisk.PbxUnderTest;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import io.ringwright.fakeasterisk.Sighting;
import io.ringwright.fakeasterisk.Sighting.Kind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Looks at what a switch and its phones saw, and waits until something was seen. */
final class Watch {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final PbxUnderTest pbx;
  private final int from;

  /** Looks at what is seen from now on. */
  Watch(PbxUnderTest pbx) {
    this.pbx = pbx;
    this.from = pbx.sightings().size();
  }

  List<Sighting> sightings() {
    List<Sighting> all = pbx.sightings();
    return all.subList(from, all.size());
  }

  List<Sighting> of(Caller caller) {
    return sightings().stream().filter(seen -> seen.caller().equals(caller.id())).toList();
  }

  List<Sighting> of(Caller caller, Kind kind) {
    return of(caller).stream().filter(seen -> seen.kind() == kind).toList();
  }

  /** The phones that rang for a caller, in order. */
  List<String> rungFor(Caller caller) {
    return of(caller, Kind.PHONE_RINGS).stream().map(Sighting::subject).toList();
  }

  /** The phones that rang for anybody. */
  List<String> rung() {
    return sightings().stream()
        .filter(seen -> seen.kind() == Kind.PHONE_RINGS)
        .map(Sighting::subject)
        .toList();
  }

  /** The last value of a channel variable. */
  String variable(Caller caller, String name) {
    return of(caller, Kind.VARIABLE_SET).stream()
        .filter(seen -> seen.subject().equals(name))
        .reduce((first, second) -> second)
        .map(Sighting::detail)
        .orElse("");
  }

  void awaitRinging(Caller caller, String phone) {
    await(caller, Kind.PHONE_RINGS, phone);
  }

  void awaitAnswer(Caller caller, String phone) {
    await(caller, Kind.PHONE_ANSWERS, phone);
  }

  void awaitContext(Caller caller, String context) {
    await(caller, Kind.CONTEXT_ENTERED, context);
  }

  void awaitEnd(Caller caller) {
    await(
        "the end of " + caller.id(),
        seen -> seen.caller().equals(caller.id()) && seen.kind() == Kind.CALLER_ENDED);
  }

  void await(Caller caller, Kind kind, String subject) {
    await(
        kind + " " + subject + " for " + caller.id(),
        seen ->
            seen.caller().equals(caller.id())
                && seen.kind() == kind
                && seen.subject().equals(subject));
  }

  void await(String what, Predicate<Sighting> wanted) {
    awaitThat(what, () -> sightings().stream().anyMatch(wanted));
  }

  /** Whether something is seen within a time, from now or before. */
  boolean sees(Duration time, Predicate<Sighting> wanted) {
    long deadline = System.nanoTime() + time.toNanos();
    while (sightings().stream().noneMatch(wanted)) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
    return true;
  }

  /** Waits until something holds; fails with all that was seen if it does not in 20 s. */
  void awaitThat(String what, BooleanSupplier holds) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime())
          .as("waiting for %s; seen:%n%s", what, transcript())
          .isLessThan(deadline);
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }

  String transcript() {
    return sightings().stream().map(Sighting::toString).collect(Collectors.joining("\n"));
  }
}
