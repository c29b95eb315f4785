package io.ringwright.testkit;

import static io.ringwright.testkit.Desks.desks;
import static io.ringwright.testkit.RoutingAssertions.assertThat;

import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Condition;
import io.ringwright.directory.ExtensionBuilder;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.directory.Schedule;
import io.ringwright.directory.Schedule.Hours;
import io.ringwright.directory.Schedule.WeeklyHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Calls that are led on while they wait, or while they wait for somebody they prefer. */
class LedOnScenariosTest {

  private static final Condition FROM_ONE_PAST_NINE =
      new Condition.During(
          Schedule.weekly(
              ZoneOffset.UTC,
              new WeeklyHours(
                  EnumSet.allOf(DayOfWeek.class),
                  new Hours(LocalTime.of(9, 1), LocalTime.of(12, 0)))));

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }

  /** Calls may wait for group 700 for 30 s and overflow to 198; key 1 leads to 199. */
  private static PhoneList phones(Consumer<ExtensionBuilder> front) {
    return desks("100", "198", "199")
        .extension("200", desk -> front.accept(desk.device("PJSIP/200")))
        .huntGroup(
            "700",
            all ->
                all.member("100").longestWait(seconds(30)).overflow("198").leaveByKey("1", "199"))
        .build();
  }

  private static PhoneList always() {
    return phones(desk -> desk.forwardUnconditional("700"));
  }

  @Test
  void who_prefers_somebody_waits_where_the_forwarding_leads_under_the_limits_there() {
    RoutingScenario office = RoutingScenario.given(always()).engaged("100").engaged("199");
    ScenarioCaller caller = office.caller("0301").preferring("199", seconds(10)).calls("200");
    assertThat(caller).waits().lastAnswer().waitsFor("700");
    office.hangUp("100").after(seconds(9));
    assertThat(caller).waits().hasRung();
    office.after(seconds(1));
    assertThat(caller).rings("100");
    office.after(seconds(20));
    assertThat(caller).rings("198").hasRung("100", "198");
  }

  @Test
  void who_waits_when_the_hours_of_a_forwarding_begin_stands_where_it_leads() {
    PhoneList phones = phones(desk -> desk.forward(Kind.UNCONDITIONAL, "700", FROM_ONE_PAST_NINE));
    RoutingScenario office = RoutingScenario.given(phones).engaged("100").engaged("200");
    ScenarioCaller first = office.call("0301", "200");
    ScenarioCaller second = office.call("0302", "200");
    office.after(seconds(60));
    second.press('1');
    assertThat(second).rings("199");
    office.after(seconds(29));
    assertThat(first).waits().hasRung();
    office.after(seconds(1));
    assertThat(first).rings("198");
  }

  @Test
  void who_waits_when_another_phone_list_forwards_stands_where_it_leads() {
    RoutingScenario office =
        RoutingScenario.given(phones(desk -> {})).engaged("100").engaged("200");
    ScenarioCaller caller = office.call("0301", "200");
    office.after(seconds(10)).directory(always()).after(seconds(29));
    assertThat(caller).waits();
    office.after(seconds(1));
    assertThat(caller).rings("198");
  }

  @Test
  void on_no_reply_the_priorities_of_the_group_open_by_the_wait_there() {
    PhoneList phones =
        desks("100", "101")
            .extension("200", desk -> desk.device("PJSIP/200").forwardOnNoReply("700"))
            .huntGroup(
                "700", all -> all.member("100").member("101", 2).openPriority(2, seconds(15)))
            .build();
    RoutingScenario office = RoutingScenario.given(phones).engaged("100");
    ScenarioCaller caller = office.call("0301", "200");
    office.after(seconds(34));
    assertThat(caller).waits().hasRung("200");
    office.after(seconds(1));
    assertThat(caller).rings("101");
  }

  private static PhoneListBuilder members() {
    return desks("100", "101");
  }

  @Test
  void who_waits_for_an_extension_that_becomes_a_group_waits_for_the_group() {
    RoutingScenario office =
        RoutingScenario.given(members().extension("700", it -> it.device("PJSIP/700")).build())
            .engaged("700")
            .engaged("100")
            .engaged("101");
    ScenarioCaller caller = office.call("0301", "700");
    office.directory(members().huntGroup("700", all -> all.member("100").member("101")).build());
    assertThat(caller).waits();
    office.hangUp("101");
    assertThat(caller).rings("101");
  }

  @Test
  void who_waits_for_a_group_that_becomes_an_extension_is_rung_there() {
    RoutingScenario office =
        RoutingScenario.given(members().huntGroup("700", all -> all.member("100")).build())
            .engaged("100");
    ScenarioCaller caller = office.call("0301", "700");
    office.directory(members().extension("700", it -> it.device("PJSIP/101")).build());
    assertThat(caller).rings("101");
  }
}
