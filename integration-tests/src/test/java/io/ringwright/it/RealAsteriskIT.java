package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.testkit.PbxUnderTest.CallPlan;
import io.ringwright.testkit.PhoneBehaviour;
import io.ringwright.testkit.Sighting;
import io.ringwright.testkit.Sighting.Kind;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The laboratory itself: its Asterisk boots, its phones and callers do what they are told. */
@OnRealAsterisk
class RealAsteriskIT {

  private static final Duration SOON = Duration.ofMillis(200);
  private static RealAsterisk pbx;

  @BeforeAll
  static void boot() {
    pbx = RealAsterisk.boot();
  }

  @AfterAll
  static void end() {
    pbx.close();
  }

  @Test
  void a_phone_rings_and_answers_and_hangs_up() {
    pbx.phone("8260", PhoneBehaviour.answers(SOON, SOON));
    var caller = pbx.call(CallPlan.of("0301234567", "lab-8260"));
    awaitKind(caller.id(), Kind.CALLER_ENDED);
    assertThat(kinds(caller.id()))
        .containsSubsequence(
            Kind.CALLER_ARRIVED,
            Kind.PHONE_RINGS,
            Kind.PHONE_ANSWERS,
            Kind.PHONE_ENDS,
            Kind.CALLER_ENDED);
  }

  private static List<Kind> kinds(String caller) {
    return pbx.sightings().stream()
        .filter(s -> s.caller().equals(caller))
        .map(Sighting::kind)
        .toList();
  }

  private static void awaitKind(String caller, Kind kind) {
    await(s -> s.caller().equals(caller) && s.kind() == kind);
  }

  private static void await(Predicate<Sighting> wanted) {
    long deadline = System.nanoTime() + Duration.ofSeconds(15).toNanos();
    while (pbx.sightings().stream().noneMatch(wanted)) {
      assertThat(System.nanoTime()).as("seen: %s", pbx.sightings()).isLessThan(deadline);
      try {
        Pause.briefly();
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }
}
