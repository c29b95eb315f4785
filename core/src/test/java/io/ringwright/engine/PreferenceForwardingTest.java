package io.ringwright.engine;

import static io.ringwright.engine.House.rings;
import static io.ringwright.engine.House.waits;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.Attendance;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.CallerId;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.OrderAnswer;
import io.ringwright.call.OrderRefusal;
import io.ringwright.call.Preference;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.Requirements;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Condition;
import io.ringwright.directory.ExtensionBuilder;
import io.ringwright.directory.HuntGroup.MemberForwarding;
import io.ringwright.directory.HuntGroupBuilder;
import io.ringwright.directory.NumberPattern;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.directory.Schedule;
import io.ringwright.directory.Schedule.Hours;
import io.ringwright.directory.Schedule.WeeklyHours;
import io.ringwright.port.Telephony.Whereabouts;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * The preferred extension 102, Clara, forwards: to 103, David, who is no member of group 700
 * either, or elsewhere.
 */
class PreferenceForwardingTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final DirectoryNumber CLARA = DirectoryNumber.of("102");
  private static final Attendance LUNCH = new Attendance(true, Optional.of("lunch"));
  private static final Attendance GONE = new Attendance(false, Optional.empty());

  private static Consumer<PhoneListBuilder> list(Consumer<ExtensionBuilder> ofClara) {
    return list(ofClara, group -> {});
  }

  private static Consumer<PhoneListBuilder> list(
      Consumer<ExtensionBuilder> ofClara, Consumer<HuntGroupBuilder> ofGroup) {
    return list ->
        list.allowExternal("0")
            .extension("100", anna -> anna.device("PJSIP/100"))
            .extension("101", ben -> ben.device("PJSIP/101"))
            .extension(
                "102",
                clara -> {
                  clara.device("PJSIP/102");
                  ofClara.accept(clara);
                })
            .extension("103", david -> david.device("PJSIP/103"))
            .huntGroup("701", team -> team.member("103"))
            .huntGroup(
                "700",
                all -> {
                  all.member("100").member("101");
                  ofGroup.accept(all);
                });
  }

  private static RoutingAnswer prefers(House house, String call, String number) {
    return prefers(house, house.remembers(call, number));
  }

  private static RoutingAnswer prefers(House house, RememberedCall call) {
    return house.router.callArrived(House.inbound(call).preferring(new Preference(CLARA, MINUTE)));
  }

  private static RoutingAnswer ends(House house, RoutingAnswer ring, RingOutcome outcome) {
    house.passes(Duration.ofSeconds(20));
    return house.ringEnds(ring.call().value(), House.token(ring), outcome);
  }

  private static void talks(House house, String extension) {
    house.reports(extension, DeviceState.IN_USE, "own-" + extension);
  }

  private static String delivered(House house) {
    return House.targets(house.pbx.last().targets());
  }

  @Test
  void engaged_it_has_the_phone_to_which_it_forwards_rung_before_free_members() {
    House house = House.of(list(clara -> clara.forwardOnBusy("103")));
    talks(house, "102");
    RoutingAnswer answer = prefers(house, "c1", "700");
    assertThat(rings(answer)).isEqualTo("103");
    assertThat(answer.explanation().summary())
        .isEqualTo(
            "rings 103: free, for the preferred 102\n"
                + "not rung: 102 engaged: in 1 call, forwards on busy to 103");
    assertThat(answer.explanation().toString())
        .contains("extension 102 · preference: preferred until 09:01:00")
        .contains("extension 102 · forwarding on busy: to extension 103, always");
  }

  @Test
  void where_both_are_engaged_the_call_waits_for_either_of_them_beside_free_members() {
    House house = House.of(list(clara -> clara.forwardOnBusy("103")));
    talks(house, "102");
    talks(house, "103");
    assertThat(waits(prefers(house, "c1", "700"))).isTrue();
    assertThat(waits(prefers(house, "c2", "700"))).isTrue();
    house.idle("103");
    assertThat(delivered(house)).isEqualTo("103");
    house.idle("102");
    assertThat(delivered(house)).isEqualTo("102");
    assertThat(house.pbx.delivered()).containsExactly("c1", "c2");
  }

  @Test
  void two_who_prefer_it_have_it_and_the_phone_to_which_it_forwards_when_it_rings() {
    House house = House.of(list(clara -> clara.forwardOnBusy("103")));
    assertThat(rings(prefers(house, "c1", "700"))).isEqualTo("102");
    assertThat(rings(prefers(house, "c2", "700"))).isEqualTo("103");
    assertThat(waits(prefers(house, "c3", "700"))).isTrue();
  }

  @Test
  void no_preference_leads_outside_so_an_engaged_phone_that_forwards_there_is_waited_for() {
    House house = House.of(list(clara -> clara.forwardOnBusy("0401234567")));
    talks(house, "102");
    RoutingAnswer answer = prefers(house, "c1", "700");
    assertThat(waits(answer)).isTrue();
    assertThat(answer.explanation().toString()).contains("which a preference does not follow");
    assertThat(waits(prefers(house, "c2", "100"))).as("for an extension").isTrue();
    house.idle("102");
    assertThat(delivered(house)).isEqualTo("102");
  }

  @Test
  void engaged_and_forwarding_to_the_queue_of_the_call_it_leaves_the_call_to_the_members() {
    House house = House.of(list(clara -> clara.forwardOnBusy("700")));
    talks(house, "102");
    RoutingAnswer answer = prefers(house, "c1", "700");
    assertThat(rings(answer)).isEqualTo("100");
    assertThat(answer.explanation().toString())
        .contains("preferred, but forwarded to hunt group 700");
  }

  @Test
  void on_a_longer_way_back_to_the_queue_of_the_call_too() {
    House house =
        House.of(
            list(clara -> clara.forwardOnBusy("104"))
                .andThen(
                    list ->
                        list.extension(
                            "104", emil -> emil.device("PJSIP/104").forwardOnBusy("700"))));
    talks(house, "102");
    talks(house, "104");
    assertThat(rings(prefers(house, "c1", "700"))).isEqualTo("100");
  }

  @Test
  void it_may_forward_to_another_hunt_group() {
    House house = House.of(list(clara -> clara.forwardOnBusy("701")));
    talks(house, "102");
    RoutingAnswer answer = prefers(house, "c1", "700");
    assertThat(rings(answer)).isEqualTo("103");
    assertThat(waits(prefers(house, "c2", "700"))).as("103 rings").isTrue();
    house.hangsUp("c1");
    house.idle("103");
    assertThat(house.pbx.delivered()).containsExactly("c2");
  }

  @Test
  void a_circle_of_engaged_phones_is_waited_for() {
    House house =
        House.of(
            list(clara -> clara.forwardOnBusy("104"))
                .andThen(
                    list ->
                        list.extension(
                            "104", emil -> emil.device("PJSIP/104").forwardOnBusy("102"))));
    talks(house, "102");
    talks(house, "104");
    assertThat(waits(prefers(house, "c1", "700"))).isTrue();
    house.idle("104");
    assertThat(delivered(house)).isEqualTo("104");
  }

  @Test
  void unanswered_it_leads_on_and_then_the_call_is_one_of_its_queue_at_the_old_place() {
    House house =
        House.of(
            list(clara -> clara.forwardOnNoReply("103"))
                .andThen(list -> list.extension("199", e -> e.device("PJSIP/199"))));
    RoutingAnswer first = prefers(house, "c1", "700");
    RoutingAnswer second = ends(house, first, RingOutcome.NO_REPLY);
    assertThat(rings(second)).isEqualTo("103");
    RoutingAnswer third = ends(house, second, RingOutcome.NO_REPLY);
    assertThat(rings(third)).isEqualTo("100");
    assertThat(rings(ends(house, third, RingOutcome.NO_REPLY))).isEqualTo("101");
  }

  @Test
  void unanswered_it_does_not_take_the_call_to_an_engaged_phone_or_another_queue_or_outside() {
    for (String to : new String[] {"103", "701", "0401234567"}) {
      House house = House.of(list(clara -> clara.forwardOnNoReply(to)));
      talks(house, "103");
      for (String called : new String[] {"700", "100"}) {
        RoutingAnswer first = prefers(house, "for-" + called, called);
        RoutingAnswer next = ends(house, first, RingOutcome.NO_REPLY);
        assertThat(rings(next)).as("102 forwards to %s, for %s", to, called).isEqualTo("100");
        house.hangsUp("for-" + called);
      }
    }
  }

  @Test
  void a_call_for_an_extension_that_prefers_another_one_follows_its_forwardings_to_free_phones() {
    House house = House.of(list(clara -> clara.forwardOnNoReply("103").forwardOnBusy("103")));
    RoutingAnswer first = prefers(house, "c1", "100");
    assertThat(rings(first)).isEqualTo("102");
    assertThat(rings(prefers(house, "c2", "100"))).isEqualTo("103");
    house.hangsUp("c2");
    RoutingAnswer second = ends(house, first, RingOutcome.NO_REPLY);
    assertThat(rings(second)).isEqualTo("103");
    assertThat(rings(ends(house, second, RingOutcome.NO_REPLY))).isEqualTo("100");
  }

  @Test
  void whatever_it_said_to_the_ring_its_forwarding_for_that_applies() {
    House house = House.of(list(clara -> clara.forwardOnBusy("103").forwardOnNotReachable("101")));
    RoutingAnswer first = prefers(house, "c1", "700");
    assertThat(rings(ends(house, first, RingOutcome.REJECTED))).isEqualTo("103");
    house.passes(MINUTE);
    RoutingAnswer second = prefers(house, "c2", "700");
    assertThat(rings(ends(house, second, RingOutcome.NOT_REACHABLE))).isEqualTo("101");
  }

  @Test
  void not_reachable_or_on_do_not_disturb_or_paused_it_forwards_as_a_member_does() {
    House lost = House.of(list(clara -> clara.forwardOnNotReachable("103")));
    lost.reports("102", DeviceState.UNAVAILABLE);
    assertThat(rings(prefers(lost, "c1", "700"))).isEqualTo("103");
    House quiet = House.of(list(clara -> clara.doNotDisturb().forwardOnBusy("103")));
    assertThat(rings(prefers(quiet, "c1", "700"))).isEqualTo("103");
    House paused = House.of(list(clara -> clara.forwardOnBusy("103")));
    paused.router.setAttendance(CLARA, LUNCH);
    assertThat(rings(prefers(paused, "c1", "700"))).isEqualTo("103");
    paused.router.setAttendance(CLARA, GONE);
    assertThat(rings(prefers(paused, "c2", "700"))).as("logged out").isEqualTo("100");
  }

  @Test
  void who_is_gone_is_not_waited_for_though_it_forwards_to_who_is_gone_too() {
    House house = House.of(list(clara -> clara.doNotDisturb().forwardOnBusy("103")));
    house.reports("103", DeviceState.UNAVAILABLE);
    RoutingAnswer answer = prefers(house, "c1", "700");
    assertThat(rings(answer)).isEqualTo("100");
    assertThat(answer.explanation().toString()).contains("preferred, but on do-not-disturb");
  }

  @Test
  void always_forwarded_it_is_preferred_in_the_one_who_takes_its_calls() {
    House house = House.of(list(clara -> clara.forwardUnconditional("103")));
    assertThat(rings(prefers(house, "c1", "700"))).isEqualTo("103");
    assertThat(waits(prefers(house, "c2", "700"))).as("for 103").isTrue();
    house.router.setAttendance(DirectoryNumber.of("103"), GONE);
    assertThat(delivered(house)).as("103 has gone").isEqualTo("100");
  }

  @Test
  void always_forwarded_outside_it_is_not_preferred() {
    House house = House.of(list(clara -> clara.forwardUnconditional("0401234567")));
    talks(house, "100");
    talks(house, "101");
    RoutingAnswer answer = prefers(house, "c1", "700");
    assertThat(waits(answer)).isTrue();
    assertThat(answer.explanation().toString())
        .contains("preferred, but forwarded to where nobody can answer");
    house.idle("101");
    assertThat(delivered(house)).isEqualTo("101");
  }

  @Test
  void a_group_that_skips_members_who_forward_follows_no_forwarding_of_the_preferred_one() {
    Consumer<HuntGroupBuilder> skips = group -> group.memberForwarding(MemberForwarding.SKIP);
    House always = House.of(list(clara -> clara.forwardUnconditional("103"), skips));
    RoutingAnswer answer = prefers(always, "c1", "700");
    assertThat(rings(answer)).isEqualTo("100");
    assertThat(answer.explanation().toString())
        .contains("preferred, but forwarded, and this group skips who forwards");
    House busy = House.of(list(clara -> clara.forwardOnBusy("103").forwardOnNoReply("103"), skips));
    RoutingAnswer first = prefers(busy, "c1", "700");
    assertThat(waits(prefers(busy, "c2", "700"))).as("102 rings").isTrue();
    assertThat(rings(ends(busy, first, RingOutcome.NO_REPLY))).isEqualTo("100");
  }

  @Test
  void nobody_is_preferred_any_more_when_the_phone_to_which_it_forwards_did_not_take_the_call() {
    House house = House.of(list(clara -> clara.forwardOnBusy("103")));
    talks(house, "102");
    talks(house, "100");
    talks(house, "101");
    RoutingAnswer first = prefers(house, "c1", "700");
    assertThat(waits(ends(house, first, RingOutcome.REJECTED))).isTrue();
    house.idle("101");
    assertThat(delivered(house)).isEqualTo("101");
  }

  @Test
  void a_new_list_by_which_it_forwards_is_in_force_for_those_who_wait_for_it() {
    House house = House.of(list(clara -> {}));
    talks(house, "102");
    assertThat(waits(prefers(house, "c1", "700"))).isTrue();
    PhoneList forwards = House.phones(list(clara -> clara.forwardOnBusy("103")));
    house.directory.replace(forwards);
    house.router.runDue();
    assertThat(delivered(house)).isEqualTo("103");
  }

  @Test
  void at_the_hour_from_which_it_forwards_the_call_goes_there() {
    Condition later =
        new Condition.During(
            Schedule.weekly(
                ZoneOffset.UTC,
                new WeeklyHours(
                    EnumSet.allOf(DayOfWeek.class),
                    new Hours(LocalTime.of(9, 0, 30), LocalTime.of(17, 0)))));
    House house = House.of(list(clara -> clara.forward(Kind.ON_BUSY, "103", later)));
    talks(house, "102");
    assertThat(waits(prefers(house, "c1", "700"))).isTrue();
    house.passes(Duration.ofMillis(29_999));
    assertThat(house.pbx.deliveries).isEmpty();
    house.passes(Duration.ofMillis(1));
    assertThat(delivered(house)).isEqualTo("103");
  }

  @Test
  void who_waits_behind_somebody_for_whom_it_does_not_forward_is_found_all_the_same() {
    Condition fromBerlin = new Condition.CallerMatches(new NumberPattern("030."));
    House house = House.of(list(clara -> clara.forward(Kind.ON_BUSY, "103", fromBerlin)));
    talks(house, "102");
    talks(house, "103");
    RememberedCall first = house.remembers("c1", "700");
    RememberedCall fromElsewhere =
        new RememberedCall(
            first.id(),
            first.channel(),
            CallerId.of("0401234567"),
            first.called(),
            first.priority(),
            first.since());
    assertThat(waits(prefers(house, fromElsewhere))).isTrue();
    assertThat(waits(prefers(house, "c2", "700"))).isTrue();
    house.idle("103");
    assertThat(house.pbx.delivered()).containsExactly("c2");
  }

  @Test
  void skills_are_asked_of_whom_it_forwards_to_and_not_of_the_preferred_one() {
    House house =
        House.of(list(clara -> clara.forwardOnBusy("103"), all -> all.requires(french())));
    assertThat(rings(prefers(house, "c1", "700"))).isEqualTo("102");
    assertThat(waits(prefers(house, "c2", "700"))).as("103 knows no French").isTrue();
  }

  private static Requirements french() {
    return Requirements.of(Map.of("french", 1));
  }

  @Test
  void the_host_may_order_it_unless_nobody_can_answer_for_it() {
    House house = House.of(list(clara -> clara.forwardUnconditional("103")));
    talks(house, "100");
    talks(house, "101");
    talks(house, "103");
    house.arrives("c1", "700");
    assertThat(order(house)).isInstanceOf(OrderAnswer.Done.class);
    house.idle("103");
    assertThat(delivered(house)).isEqualTo("103");
    house.router.setAttendance(DirectoryNumber.of("103"), GONE);
    house.arrives("c2", "700");
    OrderAnswer refused =
        house.router.prefer(CallId.of("c2"), CLARA, MINUTE).toCompletableFuture().join();
    assertThat(((OrderAnswer.Refused) refused).reason()).isEqualTo(OrderRefusal.FORWARDED);
  }

  private static OrderAnswer order(House house) {
    return house.router.prefer(CallId.of("c1"), CLARA, MINUTE).toCompletableFuture().join();
  }

  @Test
  void its_forwarding_on_no_reply_holds_after_a_restart() {
    House house = House.of(list(clara -> clara.forwardOnNoReply("103")));
    house.kept.keepImageEvery(1);
    RoutingAnswer first = prefers(house, "c1", "700");
    house.passes(Duration.ofSeconds(1));
    house.engineRestarts();
    house.connectsSeeing(
        List.of(House.report("102", DeviceState.RINGING, "c1")), Map.of("c1", Whereabouts.RINGING));
    assertThat(rings(ends(house, first, RingOutcome.NO_REPLY))).isEqualTo("103");
  }
}
