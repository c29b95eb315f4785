package io.ringwright.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.ringwright.fakeasterisk.PbxUnderTest.CallPlan;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever callers dial and show, the number of meters stays where it is. */
class CardinalityTest {

  private static final Set<String> KEYS =
      Set.of(
          "group",
          "outcome",
          "decision",
          "reason",
          "meaning",
          "use",
          "event",
          "state",
          "pbx",
          "le");

  private final MeteredOffice office = new MeteredOffice();
  private final Random random = new Random(7);

  private void callAnything() {
    String dialled = Integer.toString(1_000 + random.nextInt(1_000_000));
    String caller = "030" + random.nextInt(1_000_000);
    office.pbx.call(CallPlan.of(caller, dialled).withPatience(Duration.ofSeconds(1)));
    office.seconds(2);
  }

  @Test
  void random_numbers_add_no_meters() {
    for (int call = 0; call < 50; call++) {
      callAnything();
    }
    Set<Meter.Id> before = ids();
    for (int call = 0; call < 500; call++) {
      callAnything();
    }
    assertThat(ids()).isEqualTo(before);
  }

  @Test
  void no_tag_holds_a_caller_or_a_call() {
    office.call("700");
    office.pbx.call(CallPlan.of("0305551234", "999").withName("Doris"));
    office.seconds(10);
    assertThat(ids())
        .flatExtracting(Meter.Id::getTags)
        .allMatch(tag -> KEYS.contains(tag.getKey()))
        .extracting(Tag::getValue)
        .noneMatch(value -> value.contains("0305551234") || value.contains("Doris"))
        .noneMatch(value -> value.contains("@") || value.contains("17676036"));
  }

  private Set<Meter.Id> ids() {
    return office.registry.getMeters().stream().map(Meter::getId).collect(Collectors.toSet());
  }
}
