package io.ringwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.Device;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RingTarget;
import io.ringwright.call.RoutingAnswer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Extension 100 has a desk phone, PJSIP/100, and a softphone, PJSIP/100s. */
class SeveralDevicesTest {

  private static final String SOFTPHONE = "100s";

  private static House ofTwoDevices() {
    return House.ofOne(anna -> anna.device("PJSIP/100s").wrapUp(Duration.ofSeconds(30)));
  }

  private static House groupOfTwoDevices() {
    return House.of(
        list -> {
          list.extension(
              "100",
              anna -> anna.device("PJSIP/100").device("PJSIP/100s").wrapUp(Duration.ofSeconds(30)));
          list.huntGroup("700", sales -> sales.member("100"));
        });
  }

  private static List<String> devices(RoutingAnswer answer) {
    return House.ring(answer).targets().stream().map(RingTarget::dialString).toList();
  }

  @Test
  void all_devices_ring_at_once() {
    RoutingAnswer answer = ofTwoDevices().arrives("c", "100");

    assertThat(devices(answer)).containsExactly("PJSIP/100", "PJSIP/100s");
    assertThat(answer.decision()).hasToString("ring 100 for 20 s");
  }

  @Test
  void an_extension_is_engaged_while_one_of_its_devices_is() {
    House house = ofTwoDevices();
    house.reports(SOFTPHONE, DeviceState.IN_USE, "other");

    RoutingAnswer answer = house.arrives("c", "100");

    assertThat(House.waits(answer)).isTrue();
    assertThat(answer.explanation().summary()).contains("100 engaged: in 1 call");
    house.idle(SOFTPHONE);
    assertThat(house.pbx.deliveries).hasSize(1);
  }

  @Test
  void a_device_that_says_busy_is_named_in_the_explanation() {
    House house = ofTwoDevices();
    house.reports(SOFTPHONE, DeviceState.BUSY);

    assertThat(house.arrives("c", "100").explanation().toString()).contains("PJSIP/100s says BUSY");
  }

  @Test
  void a_device_that_cannot_be_reached_does_not_matter_while_another_can() {
    House house = ofTwoDevices();
    house.reports(SOFTPHONE, DeviceState.UNAVAILABLE);

    assertThat(House.rings(house.arrives("c", "100"))).startsWith("100");
  }

  @Test
  void an_extension_none_of_whose_devices_can_be_reached_is_not_reachable() {
    House house = ofTwoDevices();
    house.reports(SOFTPHONE, DeviceState.UNAVAILABLE);
    house.reports("100", DeviceState.UNAVAILABLE);

    assertThat(house.arrives("c", "100").explanation().toString())
        .contains("not reachable: PJSIP/100 says UNAVAILABLE");
  }

  @Test
  void while_its_devices_ring_for_one_call_none_rings_for_another() {
    House house = ofTwoDevices();
    house.arrives("first", "100");

    assertThat(House.waits(house.arrives("second", "100"))).isTrue();
  }

  @Test
  void the_device_that_answers_has_the_call_and_all_rest_afterwards() {
    House house = groupOfTwoDevices();
    house.arrives("first", "700");
    house.reports("100", DeviceState.RINGING, "first");
    house.answers("first", SOFTPHONE);
    house.idle("100");
    house.arrives("second", "700");
    house.hangsUp("first");
    house.idle(SOFTPHONE);
    house.passes(Duration.ofSeconds(29));

    assertThat(house.queue()).containsExactly("second");
    house.passes(Duration.ofSeconds(1));
    assertThat(house.pbx.deliveries).hasSize(1);
  }

  @Test
  void an_engaged_extension_with_hold_capacity_counts_a_call_once() {
    House house = House.ofOne(anna -> anna.device("PJSIP/100s").holdCapacity(1));
    house.arrives("first", "100");
    house.answers("first", SOFTPHONE);

    assertThat(House.rings(house.arrives("second", "100"))).startsWith("100");
    assertThat(House.waits(house.arrives("third", "100"))).isTrue();
  }

  @Test
  void a_talk_that_moves_to_the_other_device_is_one_talk() {
    House house = groupOfTwoDevices();
    house.arrives("first", "700");
    house.answers("first", "100");
    house.arrives("second", "700");
    house.router.callHandedOver(CallId.of("first"), List.of(House.device(SOFTPHONE)));
    house.idle("100");
    house.reports(SOFTPHONE, DeviceState.IN_USE, "first");

    assertThat(house.queue()).containsExactly("second");
    house.hangsUp("first");
    house.idle(SOFTPHONE);
    house.passes(Duration.ofSeconds(30));
    assertThat(house.pbx.deliveries).hasSize(1);
  }

  @Test
  void no_reply_at_all_its_devices_is_one_no_reply() {
    House house =
        House.of(
            list -> {
              list.extension(
                  "100",
                  anna ->
                      anna.device("PJSIP/100")
                          .device("PJSIP/100s")
                          .pauseAfter(RingOutcome.NO_REPLY, 2));
              list.huntGroup("700", sales -> sales.member("100"));
            });
    RoutingAnswer first = house.arrives("c", "700");
    house.passes(Duration.ofSeconds(20));
    house.ringEnds("c", House.token(first), RingOutcome.NO_REPLY);
    house.passes(Duration.ofSeconds(10));

    assertThat(house.pbx.deliveries).hasSize(1);
  }

  @Test
  void a_device_is_dialled_by_its_dial_string_and_watched_by_its_name() {
    House house =
        House.of(
            list -> list.extension("100", anna -> anna.device("Local/100@agents/n", "PJSIP/100")));

    assertThat(devices(house.arrives("first", "100"))).containsExactly("Local/100@agents/n");
    house.answers("first", "100");
    assertThat(House.waits(house.arrives("second", "100"))).isTrue();
  }

  @Test
  void names_that_differ_by_case_only_are_one_device() {
    House house = House.of(list -> list.extension("100", anna -> anna.device("pjsip/100")));
    house.arrives("first", "100");
    house.answers("first", "100");

    assertThat(House.waits(house.arrives("second", "100"))).isTrue();
    assertThat(house.router.ignoredEvents().total()).isZero();
  }

  @Test
  void the_image_keeps_all_devices_that_ring_and_how_they_are_dialled() {
    House house = House.ofOne(anna -> anna.device("Local/100@soft/n", "PJSIP/100s"));
    house.arrives("first", "100");
    house.engineRestarts();
    house.connects();
    house.router.callHandedOver(CallId.of("first"), List.of(House.device(SOFTPHONE)));

    assertThat(House.waits(house.arrives("second", "100"))).isTrue();
  }

  @Test
  void who_answers_under_the_name_that_was_dialled_is_the_person_and_no_outsider() {
    House house =
        House.of(
            list -> list.extension("100", anna -> anna.device("Local/100@agents/n", "PJSIP/100")));
    house.arrives("first", "100");
    house.router.callAnswered(CallId.of("first"), Device.of("Local/100@agents"));

    assertThat(house.router.view().extensions().get(0).workload().calls()).isOne();
    assertThat(House.waits(house.arrives("second", "100"))).isTrue();
  }
}
