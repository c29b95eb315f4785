package io.ringwright.testkit;

import static io.ringwright.testkit.Desks.MOMENT;
import static io.ringwright.testkit.Desks.desks;
import static io.ringwright.testkit.RoutingAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.call.CallOutcome;
import io.ringwright.call.RejectReason;
import io.ringwright.directory.DirectoryException;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a call to one extension ends up, and where its chain of forwardings stops. */
class ForwardingScenariosTest {

  private static final String OUTSIDE = "+4930123";

  @Test
  void an_extension_out_of_service_is_not_reachable_wherever_it_forwards() {
    PhoneList phones =
        desks("101")
            .extension(
                "100", anna -> anna.device("PJSIP/100").outOfService().forwardUnconditional("101"))
            .build();
    ScenarioCaller caller = RoutingScenario.given(phones).call("0301", "100");
    assertThat(caller)
        .hasRung()
        .hasEnded(CallOutcome.REJECTED)
        .lastAnswer()
        .isRejectedBecause(RejectReason.NOT_REACHABLE)
        .isExplainedBy("out of service");
  }

  @Test
  void an_unconditional_forwarding_leads_away_from_a_free_phone() {
    PhoneList phones =
        desks("101")
            .extension("100", anna -> anna.device("PJSIP/100").forwardUnconditional("101"))
            .build();
    assertThat(RoutingScenario.given(phones).call("0301", "100")).rings("101").hasRung("101");
  }

  @Test
  void an_unconditional_forwarding_goes_before_every_state_of_the_phone() {
    PhoneList phones =
        desks("101", "102")
            .extension(
                "100",
                anna ->
                    anna.device("PJSIP/100")
                        .doNotDisturb()
                        .forwardUnconditional("101")
                        .forwardOnBusy("102")
                        .forwardOnNotReachable("102"))
            .build();
    assertThat(RoutingScenario.given(phones).call("0301", "100")).rings("101");
    assertThat(RoutingScenario.given(phones).notReachable("100").call("0301", "100")).rings("101");
  }

  @Test
  void do_not_disturb_is_busy_and_forwards_so() {
    PhoneList phones =
        desks("101")
            .extension("100", anna -> anna.device("PJSIP/100").doNotDisturb().forwardOnBusy("101"))
            .extension("102", cleo -> cleo.device("PJSIP/102").doNotDisturb())
            .build();
    RoutingScenario office = RoutingScenario.given(phones);
    assertThat(office.call("0301", "100")).rings("101");
    assertThat(office.call("0302", "102")).waits().hasRung();
  }

  @Test
  void a_phone_out_of_reach_forwards_on_not_reachable_or_the_call_is_rejected() {
    PhoneList phones =
        desks("101", "102")
            .extension("100", anna -> anna.device("PJSIP/100").forwardOnNotReachable("101"))
            .build();
    RoutingScenario office = RoutingScenario.given(phones).notReachable("100").notReachable("102");
    assertThat(office.call("0301", "100")).rings("101");
    assertThat(office.call("0302", "102"))
        .lastAnswer()
        .isRejectedBecause(RejectReason.NOT_REACHABLE);
  }

  @Test
  void a_phone_that_gives_no_sign_of_life_forwards_on_not_reachable() {
    PhoneList phones =
        desks("101")
            .extension(
                "100",
                anna ->
                    anna.device("PJSIP/100")
                        .ringTime(Duration.ofMinutes(1))
                        .forwardOnNotReachable("101"))
            .build();
    RoutingScenario office = RoutingScenario.given(phones).phone("100", PhoneBehaviour.vanished());
    ScenarioCaller caller = office.call("0301", "100");
    office.after(Duration.ofSeconds(33));
    assertThat(caller).rings("101");
  }

  @Test
  void an_engaged_phone_forwards_on_busy_or_is_waited_for() {
    PhoneList phones =
        desks("101", "102")
            .extension("100", anna -> anna.device("PJSIP/100").forwardOnBusy("101"))
            .build();
    RoutingScenario office = RoutingScenario.given(phones).engaged("100").engaged("102");
    assertThat(office.call("0301", "100")).rings("101");
    ScenarioCaller waits = office.call("0302", "102");
    assertThat(waits).waits();
    office.hangUp("102");
    assertThat(waits).rings("102");
  }

  @Test
  void a_phone_that_refuses_the_call_forwards_on_busy() {
    PhoneList phones =
        desks("101")
            .extension("100", anna -> anna.device("PJSIP/100").forwardOnBusy("101"))
            .build();
    for (PhoneBehaviour refuses : List.of(PhoneBehaviour.busy(), PhoneBehaviour.declines())) {
      RoutingScenario office = RoutingScenario.given(phones).phone("100", refuses);
      ScenarioCaller caller = office.call("0301", "100");
      office.after(MOMENT);
      assertThat(caller).rings("101");
    }
  }

  @Test
  void nobody_replies_within_the_ring_time_and_the_call_forwards_on_no_reply() {
    PhoneList phones =
        desks("101")
            .extension(
                "100",
                anna ->
                    anna.device("PJSIP/100")
                        .ringTime(Duration.ofSeconds(12))
                        .forwardOnNoReply("101"))
            .build();
    RoutingScenario office = RoutingScenario.given(phones).nobodyAt("100").somebodyAt("101");
    ScenarioCaller caller = office.call("0301", "100");
    assertThat(caller).lastAnswer().ringsFor(Duration.ofSeconds(12));
    office.after(Duration.ofSeconds(11));
    assertThat(caller).rings("100");
    office.after(Duration.ofSeconds(1));
    assertThat(caller).rings("101");
    office.after(MOMENT);
    assertThat(caller).talksTo("101").hasRung("100", "101");
  }

  @Test
  void hold_capacity_lets_so_many_more_calls_ring_and_no_more() {
    PhoneList phones =
        PhoneList.builder()
            .extension("100", anna -> anna.device("PJSIP/100").holdCapacity(2))
            .build();
    RoutingScenario office = RoutingScenario.given(phones).somebodyAt("100");
    for (int calls = 0; calls < 3; calls++) {
      ScenarioCaller caller = office.call("030" + calls, "100");
      office.after(MOMENT);
      assertThat(caller).talksTo("100");
    }
    assertThat(office.call("0309", "100"))
        .waits()
        .lastAnswer()
        .isExplainedBy("engaged: in 3 calls");
  }

  @Test
  void hold_capacity_counts_at_every_step_of_a_chain() {
    PhoneList phones =
        PhoneList.builder()
            .extension("100", anna -> anna.device("PJSIP/100").forwardOnBusy("101"))
            .extension("101", ben -> ben.device("PJSIP/101").forwardOnBusy("102"))
            .extension("102", cleo -> cleo.device("PJSIP/102").holdCapacity(1))
            .build();
    RoutingScenario office =
        RoutingScenario.given(phones).engaged("100").engaged("101").engaged("102");
    assertThat(office.call("0301", "100"))
        .rings("102")
        .lastAnswer()
        .isExplainedBy("free on hold: in 1 call of at most 2");
  }

  @Test
  void a_call_leaves_the_house_to_a_number_with_an_allowed_prefix() {
    RoutingScenario office =
        RoutingScenario.given(forwardingOutside().allowExternal("+4930").build())
            .somebodyAt(OUTSIDE);
    ScenarioCaller caller = office.call("0301", "100");
    assertThat(caller).hasEnded(CallOutcome.OVERFLOWED).lastAnswer().isDivertedTo(OUTSIDE);
    office.after(MOMENT);
    assertThat(caller).talksTo(OUTSIDE);
  }

  @Test
  void a_phone_list_that_leads_outside_to_any_other_number_is_refused() {
    assertThatThrownBy(() -> forwardingOutside().build())
        .isInstanceOf(DirectoryException.class)
        .hasMessageContaining("extension 100")
        .hasMessageContaining(OUTSIDE);
    assertThatThrownBy(() -> forwardingOutside().allowExternal("+4940").build())
        .hasMessageContaining(OUTSIDE);
  }

  private static PhoneListBuilder forwardingOutside() {
    return PhoneList.builder()
        .extension("100", anna -> anna.device("PJSIP/100").forwardUnconditional(OUTSIDE));
  }

  @Test
  void a_loop_rings_nobody_and_names_the_way() {
    PhoneList phones =
        PhoneList.builder()
            .extension("100", anna -> anna.device("PJSIP/100").forwardOnNotReachable("101"))
            .extension("101", ben -> ben.device("PJSIP/101").forwardOnNotReachable("102"))
            .extension("102", cleo -> cleo.device("PJSIP/102").forwardOnNotReachable("101"))
            .build();
    RoutingScenario office =
        RoutingScenario.given(phones).notReachable("100").notReachable("101").notReachable("102");
    assertThat(office.call("0301", "100"))
        .hasRung()
        .lastAnswer()
        .isRejectedBecause(RejectReason.LOOP)
        .isExplainedBy("loop: 100 → 101 → 102 → 101");
  }

  @Test
  void ten_diversions_are_followed_and_no_more() {
    PhoneListBuilder phones = desks("200");
    for (int at = 100; at < 111; at++) {
      String device = "PJSIP/" + at;
      String next = at < 110 ? String.valueOf(at + 1) : "200";
      phones.extension(String.valueOf(at), desk -> desk.device(device).forwardUnconditional(next));
    }
    RoutingScenario office = RoutingScenario.given(phones.build());
    assertThat(office.call("0301", "101")).rings("200");
    assertThat(office.call("0302", "100"))
        .hasRung()
        .lastAnswer()
        .isRejectedBecause(RejectReason.TOO_MANY_DIVERSIONS);
  }
}
