package io.ringwright.ami;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.testkit.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LandingPlaceTest {

  private final ManualClock clock = ManualClock.onMondayMorning();
  private final RecordingWire wire = new RecordingWire();
  private final LinkSettings settings = Settings.with(new RecordedEvents(), clock);
  private final PendingActions actions = new PendingActions(wire, settings);
  private final LandingPlace place = new LandingPlace(actions, settings);

  private void answer(String... lines) {
    actions.received(wire.answer("ShowDialPlan", lines));
  }

  private void isThere() {
    actions.received(
        wire.item(
            "ShowDialPlan",
            Messages.message("Event: ListDialplan", "IncludeContext: ringwright-wait")));
    answer("Event: ShowDialPlanComplete", "ListItems: 1");
  }

  @Test
  void a_context_from_before_moved_callers_were_found_where_they_wait_counts_as_missing() {
    place.look();
    actions.received(
        wire.item("ShowDialPlan", Messages.message("Event: ListDialplan", "Extension: _X!")));
    answer("Event: ShowDialPlanComplete", "ListItems: 1");
    assertThat(place.isMissing()).isTrue();
  }

  @Test
  void a_context_that_asterisk_does_not_find_is_missing_until_it_is_found() {
    place.look();
    assertThat(wire.last("ShowDialPlan").header("context")).isEqualTo("ringwright-deliver");
    answer("Response: Error", "Message: Did not find context ringwright-deliver");
    assertThat(place.isMissing()).isTrue();
    clock.advance(Duration.ofSeconds(5));
    place.tick();
    isThere();
    assertThat(place.isMissing()).isFalse();
  }

  @Test
  void it_is_not_looked_at_more_often_than_every_five_seconds() {
    place.tick();
    assertThat(wire.actions()).isEmpty();
    place.look();
    isThere();
    clock.advance(Duration.ofMillis(4900));
    place.tick();
    assertThat(wire.actions()).hasSize(1);
  }

  @Test
  void where_asterisk_does_not_say_callers_are_moved() {
    place.look();
    answer("Response: Error", "Message: Permission denied");
    assertThat(place.isMissing()).isFalse();
    place.look();
    answer("Response: Error", "Message: Did not find context ringwright-deliver");
    place.look();
    clock.advance(Duration.ofSeconds(10));
    actions.expire();
    assertThat(place.isMissing()).as("no answer changes nothing").isTrue();
  }
}
