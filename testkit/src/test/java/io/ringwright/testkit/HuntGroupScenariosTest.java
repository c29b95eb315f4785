package io.ringwright.testkit;

import static io.ringwright.testkit.Desks.MOMENT;
import static io.ringwright.testkit.Desks.desks;
import static io.ringwright.testkit.RoutingAssertions.assertThat;

import io.ringwright.call.CallOutcome;
import io.ringwright.call.RejectReason;
import io.ringwright.directory.HuntGroup.MemberForwarding;
import io.ringwright.directory.HuntGroup.Preference;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who of a hunt group is asked at all, and in which order before any strategy comes in. */
class HuntGroupScenariosTest {

  private static RoutingScenario frontDeskAndReserve(Preference preference) {
    PhoneList phones =
        desks("101")
            .extension("100", anna -> anna.device("PJSIP/100").holdCapacity(1))
            .huntGroup(
                "700", sales -> sales.preference(preference).member("100", 1).member("101", 2))
            .build();
    return RoutingScenario.given(phones);
  }

  @Test
  void a_group_is_reached_by_its_number_and_by_its_menu_key() {
    PhoneList phones =
        desks("100").huntGroup("700", sales -> sales.menuKey("1").member("100")).build();
    assertThat(RoutingScenario.given(phones).call("0301", "700")).rings("100");
    assertThat(RoutingScenario.given(phones).call("0301", "1")).rings("100");
  }

  @Test
  void a_member_of_a_lower_priority_rings_when_no_higher_one_is_free() {
    RoutingScenario office = frontDeskAndReserve(Preference.FREE_FIRST);
    assertThat(office.call("0301", "700")).rings("100");
    assertThat(office.call("0302", "700")).rings("101");
  }

  @Test
  void free_first_spares_the_person_on_the_phone_whatever_the_priority() {
    RoutingScenario office = frontDeskAndReserve(Preference.FREE_FIRST).engaged("100");
    assertThat(office.call("0301", "700")).rings("101");
    assertThat(office.call("0302", "700")).rings("100");
  }

  @Test
  void priority_first_rings_the_better_member_even_in_a_call() {
    RoutingScenario office = frontDeskAndReserve(Preference.PRIORITY_FIRST).engaged("100");
    assertThat(office.call("0301", "700")).rings("100");
    assertThat(office.call("0302", "700")).rings("101");
  }

  @Test
  void a_priority_opens_after_the_caller_has_waited_for_a_while() {
    PhoneList phones =
        desks("100", "101")
            .huntGroup(
                "700",
                sales ->
                    sales.member("100", 1).member("101", 2).openPriority(2, Duration.ofSeconds(30)))
            .build();
    RoutingScenario office = RoutingScenario.given(phones).engaged("100");
    ScenarioCaller caller = office.call("0301", "700");
    assertThat(caller).waits().lastAnswer().isExplainedBy("priority 2 is not open yet after 0 s");
    office.after(Duration.ofSeconds(29));
    assertThat(caller).waits();
    office.after(Duration.ofSeconds(1));
    assertThat(caller).rings("101");
  }

  @Test
  void each_caller_opens_a_priority_by_the_own_wait() {
    PhoneList phones =
        desks("100", "101", "102")
            .huntGroup(
                "700",
                sales ->
                    sales
                        .member("100", 1)
                        .member("101", 2)
                        .member("102", 2)
                        .openPriority(2, Duration.ofSeconds(30)))
            .build();
    RoutingScenario office = RoutingScenario.given(phones).engaged("100");
    ScenarioCaller first = office.call("0301", "700");
    office.after(Duration.ofSeconds(20));
    ScenarioCaller second = office.call("0302", "700");
    office.after(Duration.ofSeconds(10));
    assertThat(first).rings("101");
    assertThat(second).waits();
    office.after(Duration.ofSeconds(20));
    assertThat(second).hasRung("102");
  }

  @Test
  void a_group_may_be_a_member_of_a_group() {
    PhoneList phones =
        desks("100", "101", "102")
            .huntGroup("701", support -> support.member("101").member("102"))
            .huntGroup("700", sales -> sales.member("100", 1).member("701", 2))
            .build();
    RoutingScenario office = RoutingScenario.given(phones);
    assertThat(office.call("0301", "700")).rings("100");
    assertThat(office.call("0302", "700")).rings("101");
    assertThat(office.call("0303", "700")).rings("102");
    assertThat(office.call("0304", "700")).waits();
  }

  @Test
  void a_member_of_several_groups_rings_once_and_serves_all_of_them() {
    PhoneList phones =
        desks("100")
            .huntGroup("700", sales -> sales.member("100"))
            .huntGroup("701", support -> support.member("100"))
            .build();
    RoutingScenario office = RoutingScenario.given(phones).somebodyAt("100");
    ScenarioCaller first = office.call("0301", "700");
    ScenarioCaller second = office.call("0302", "701");
    assertThat(first).rings("100");
    assertThat(second).waits();
    office.after(MOMENT).hangUp("100");
    assertThat(second).rings("100");
  }

  @Test
  void two_members_with_one_phone_are_one() {
    PhoneList phones =
        desks("101")
            .extension("100", anna -> anna.device("PJSIP/100"))
            .extension("109", annaToo -> annaToo.device("PJSIP/100"))
            .huntGroup(
                "700",
                sales ->
                    sales
                        .strategy(StandardStrategy.SIMULTANEOUS)
                        .member("100")
                        .member("109")
                        .member("101"))
            .build();
    assertThat(RoutingScenario.given(phones).call("0301", "700"))
        .rings("100", "101")
        .hasRung("100", "101");
  }

  private static RoutingScenario forwardingMember(MemberForwarding policy) {
    PhoneList phones =
        desks("101", "109")
            .extension("100", anna -> anna.device("PJSIP/100").forwardUnconditional("109"))
            .huntGroup(
                "700",
                sales ->
                    sales
                        .strategy(StandardStrategy.LINEAR)
                        .memberForwarding(policy)
                        .member("100")
                        .member("101"))
            .build();
    return RoutingScenario.given(phones);
  }

  @Test
  void a_group_that_follows_rings_where_its_member_forwards() {
    RoutingScenario office = forwardingMember(MemberForwarding.FOLLOW);
    assertThat(office.call("0301", "700")).rings("109");
    assertThat(office.call("0302", "700")).rings("101");
  }

  @Test
  void a_group_that_skips_leaves_out_a_member_that_forwards() {
    RoutingScenario office = forwardingMember(MemberForwarding.SKIP);
    assertThat(office.call("0301", "700")).rings("101");
    assertThat(office.call("0302", "700")).waits();
    assertThat(office.call("0303", "100")).rings("109");
  }

  @Test
  void a_group_does_not_follow_its_members_outside() {
    PhoneList phones =
        PhoneList.builder()
            .extension("100", anna -> anna.device("PJSIP/100").forwardUnconditional("+49301"))
            .allowExternal("+4930")
            .huntGroup("700", sales -> sales.member("100"))
            .build();
    assertThat(RoutingScenario.given(phones).call("0301", "700"))
        .hasEnded(CallOutcome.REJECTED)
        .lastAnswer()
        .isRejectedBecause(RejectReason.NOBODY_IN_SERVICE);
  }

  @Test
  void who_refused_a_caller_is_not_offered_to_the_same_one_within_the_back_off() {
    PhoneList phones =
        PhoneList.builder()
            .extension("100", anna -> anna.device("PJSIP/100").backOff(Duration.ofSeconds(30)))
            .huntGroup("700", sales -> sales.member("100"))
            .build();
    RoutingScenario office = RoutingScenario.given(phones).phone("100", PhoneBehaviour.declines());
    ScenarioCaller refused = office.call("0301", "700");
    office.after(MOMENT);
    assertThat(refused).waits().hasRung("100");
    office.somebodyAt("100");
    assertThat(office.call("0302", "700")).rings("100");
    office.after(MOMENT).hangUp("100").after(MOMENT);
    assertThat(refused).waits().hasRung("100");
    office.after(Duration.ofSeconds(20));
    assertThat(refused).talksTo("100");
  }

  @Test
  void who_ignored_a_caller_is_not_offered_to_the_same_one_within_the_back_off() {
    PhoneList phones =
        PhoneList.builder()
            .extension(
                "100",
                anna ->
                    anna.device("PJSIP/100")
                        .ringTime(Duration.ofSeconds(10))
                        .backOff(Duration.ofSeconds(30)))
            .huntGroup("700", sales -> sales.member("100"))
            .build();
    RoutingScenario office = RoutingScenario.given(phones).nobodyAt("100");
    ScenarioCaller caller = office.call("0301", "700");
    office.after(Duration.ofSeconds(39));
    assertThat(caller).waits().hasRung("100");
    office.after(Duration.ofSeconds(1));
    assertThat(caller).rings("100").hasRung("100", "100");
  }
}
