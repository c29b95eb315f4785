package io.ringwright.fakeasterisk.pbx;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.DeviceState;
import io.ringwright.fakeasterisk.dialplan.Dialplan;
import io.ringwright.fakeasterisk.switchboard.FeatureCodes;
import io.ringwright.fakeasterisk.switchboard.LiveChannel;
import io.ringwright.fakeasterisk.switchboard.Location;
import io.ringwright.fakeasterisk.switchboard.ParkingLot;
import io.ringwright.fakeasterisk.switchboard.Party;
import io.ringwright.fakeasterisk.switchboard.Phone.Invitation;
import io.ringwright.fakeasterisk.switchboard.Switchboard;
import io.ringwright.fakeasterisk.timeline.SteppedTimeline;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeatureKeysTest {

  private static final String DIALPLAN =
      """
      [house]
      exten => _82XX,1,Dial(PJSIP/${EXTEN},20,tk)
      exten => 9,1,Dial(PJSIP/8260,20)
      exten => 12,1,Wait(60)
      exten => 123,1,Wait(60)
      exten => 700,1,Park()
      exten => 701,1,ParkedCall(default,701)
      exten => 702,1,ParkedCall(default,702)
      """;

  private final SteppedTimeline clock = new SteppedTimeline();
  private final Switchboard pbx = new Switchboard(clock, "lab");
  private final Map<String, Invitation> invitations = new LinkedHashMap<>();
  private DialplanRunner runner;
  private LiveChannel caller;

  @BeforeEach
  void talk() {
    for (String number : Set.of("8260", "8261", "8262")) {
      String device = "PJSIP/" + number;
      pbx.install(device, "house", invitation -> rings(number, invitation));
    }
    pbx.obey(FeatureCodes.parse("[featuremap]\nblindxfer = #1 ; so\natxfer => *2\nparkcall=*3\n"));
    pbx.parkIn(new ParkingLot.Spaces("house", 701, 702));
    Sounds sounds = new Sounds(Duration.ZERO, Set.of());
    runner = new DialplanRunner(pbx, Dialplan.parse(DIALPLAN), sounds);
    caller = call("PJSIP/8262", "8260");
    invitation("8260").answer();
  }

  private void rings(String number, Invitation invitation) {
    invitations.put(number, invitation);
    invitation.ring();
  }

  private Invitation invitation(String number) {
    return Optional.ofNullable(invitations.get(number)).orElseThrow();
  }

  private LiveChannel call(String from, String dialled) {
    LiveChannel channel =
        pbx.incoming(from, new Party("1", ""), new Location("house", dialled, 1), Map.of());
    runner.run(channel);
    return channel;
  }

  private LiveChannel phone() {
    return invitation("8260").channel();
  }

  private void press(String keys) {
    keys.chars().forEach(key -> phone().press((char) key));
  }

  private static boolean talk(LiveChannel one, LiveChannel other) {
    Optional<String> where = one.bridge().map(bridge -> bridge.id());
    return where.isPresent() && where.equals(other.bridge().map(bridge -> bridge.id()));
  }

  @Test
  void a_number_that_could_not_be_longer_is_dialled_at_once() {
    press("#18261");
    assertThat(caller.location().extension()).isEqualTo("8261");
    assertThat(pbx.channelsOf("PJSIP/8260")).isEmpty();
  }

  @Test
  void a_number_that_could_be_longer_is_dialled_two_seconds_later_or_at_a_hash() {
    press("#112");
    clock.advance(Duration.ofMillis(1_999));
    assertThat(caller.audio().isHeld()).isTrue();
    clock.advance(Duration.ofMillis(1));
    assertThat(caller.location().extension()).isEqualTo("12");
  }

  @Test
  void a_number_that_nobody_has_leaves_the_talk_as_it_was() {
    press("#15");
    clock.advance(Duration.ofSeconds(2));
    assertThat(talk(caller, phone())).isTrue();
    assertThat(caller.audio().isHeld()).isFalse();
  }

  @Test
  void keys_that_are_no_code_change_nothing() {
    press("#7*4");
    clock.advance(Duration.ofSeconds(2));
    assertThat(talk(caller, phone())).isTrue();
  }

  @Test
  void a_code_that_takes_too_long_is_none() {
    press("#");
    clock.advance(Duration.ofSeconds(1));
    press("18261");
    assertThat(talk(caller, phone())).isTrue();
  }

  @Test
  void who_may_not_transfer_does_not() {
    "#18261".chars().forEach(key -> caller.press((char) key));
    assertThat(talk(caller, phone())).as("only option t is given").isTrue();
  }

  @Test
  void the_other_side_is_on_hold_while_a_number_is_dialled() {
    press("#1");
    assertThat(caller.audio().music()).isEqualTo("default");
    assertThat(pbx.devices()).containsEntry("PJSIP/8262", DeviceState.ON_HOLD);
    assertThat(pbx.devices()).containsEntry("PJSIP/8260", DeviceState.IN_USE);
  }

  @Test
  void who_hangs_up_connects_the_other_side_with_whom_they_consulted() {
    press("*28261");
    invitation("8261").answer();
    phone().farEndHangsUp();
    clock.advance(Duration.ofSeconds(1));
    LiveChannel there = invitation("8261").channel();
    assertThat(pbx.channels()).containsExactly(caller, there);
    assertThat(talk(caller, there)).isTrue();
    there.farEndHangsUp();
    assertThat(pbx.channels()).isEmpty();
  }

  @Test
  void who_hangs_up_while_it_rings_leaves_the_other_side_waiting_for_the_answer() {
    press("*28261");
    phone().farEndHangsUp();
    assertThat(pbx.channelsOf("PJSIP/8260")).isEmpty();
    invitation("8261").answer();
    clock.advance(Duration.ofSeconds(1));
    assertThat(talk(caller, invitation("8261").channel())).isTrue();
  }

  @Test
  void a_consultation_that_is_refused_or_ends_leads_back() {
    press("*28261");
    invitation("8261").refuse(21, 603);
    assertThat(talk(caller, phone())).isTrue();
    press("*28261");
    invitation("8261").answer();
    invitation("8261").hangUp();
    assertThat(talk(caller, phone())).isTrue();
    assertThat(pbx.channels()).hasSize(2);
  }

  @Test
  void an_other_side_that_hangs_up_meanwhile_leaves_the_consultation_as_a_call() {
    press("*28261");
    invitation("8261").answer();
    caller.farEndHangsUp();
    clock.advance(Duration.ofSeconds(1));
    assertThat(phone().bridge()).isPresent();
    phone().farEndHangsUp();
    assertThat(pbx.channels()).isEmpty();
  }

  @Test
  void who_is_parked_waits_with_music_until_retrieved() {
    press("*3");
    assertThat(pbx.channelsOf("PJSIP/8260")).isEmpty();
    assertThat(caller.audio().music()).isEqualTo("default");
    LiveChannel retriever = call("PJSIP/8261", "701");
    assertThat(talk(caller, retriever)).isTrue();
    retriever.farEndHangsUp();
    assertThat(pbx.channels()).isEmpty();
  }

  @Test
  void who_hangs_up_while_parked_frees_the_space() {
    press("*3");
    caller.farEndHangsUp();
    assertThat(pbx.channels()).isEmpty();
    assertThat(call("PJSIP/8261", "701").bridge()).as("nobody is there").isEmpty();
    assertThat(pbx.channels()).isEmpty();
  }

  @Test
  void those_who_are_parked_do_not_hear_each_other_and_a_full_lot_takes_nobody() {
    press("*3");
    LiveChannel second = call("PJSIP/8261", "700");
    assertThat(second.audio().music()).isEqualTo("default");
    assertThat(second.id().linkedId()).isNotEqualTo(caller.id().linkedId());
    LiveChannel third = call("PJSIP/8260", "700");
    assertThat(pbx.channels()).as("no space is left").doesNotContain(third);
    second.farEndHangsUp();
    assertThat(pbx.channels()).containsExactly(caller);
  }
}
