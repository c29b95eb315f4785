package io.ringwright.testkit;

import static io.ringwright.testkit.RoutingAssertions.assertThat;

import io.ringwright.call.CallOutcome;
import io.ringwright.call.RejectReason;
import io.ringwright.call.Requirements;
import io.ringwright.directory.HuntGroupBuilder;
import io.ringwright.directory.PhoneList;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Anna speaks some French, Ben speaks it well and can sell; who asks for what gets whom? */
class SkillScenariosTest {

  private static RoutingScenario office(Consumer<HuntGroupBuilder> more) {
    PhoneList phones =
        PhoneList.builder()
            .extension("100", anna -> anna.device("PJSIP/100").skill("french", 2))
            .extension("101", ben -> ben.device("PJSIP/101").skill("french", 5).skill("sales", 1))
            .extension("102", cleo -> cleo.device("PJSIP/102"))
            .huntGroup(
                "700",
                sales -> {
                  sales.member("100").member("101");
                  more.accept(sales);
                })
            .build();
    return RoutingScenario.given(phones).somebodyAt("100").somebodyAt("101");
  }

  private static RoutingScenario office() {
    return office(plain -> {});
  }

  @Test
  void a_call_gets_somebody_with_the_skill_at_the_level_or_above() {
    assertThat(office().caller("0301").requiring("french:3").calls("700"))
        .rings("101")
        .lastAnswer()
        .isExplainedBy("extension 100 · skills: has french:2, asked for is french:3");
    assertThat(office().caller("0301").requiring("french:2").calls("700")).rings("100");
  }

  @Test
  void a_call_that_asks_for_several_skills_needs_one_person_with_all() {
    assertThat(office().caller("0301").requiring("french:1+sales:1").calls("700")).rings("101");
  }

  @Test
  void a_group_asks_for_skills_in_the_name_of_callers_who_ask_for_none() {
    RoutingScenario office = office(group -> group.requires(Requirements.of(Map.of("french", 3))));
    assertThat(office.call("0301", "700")).rings("101");
    assertThat(office.caller("0302").requiring("french:1").calls("700")).rings("100");
  }

  @Test
  void who_lacks_the_skill_is_not_rung_though_nobody_else_is_free() {
    RoutingScenario office = office().engaged("101");
    ScenarioCaller caller = office.caller("0301").requiring("french:3").calls("700");
    office.after(Duration.ofMinutes(5));
    assertThat(caller).waits().hasRung();
    office.hangUp("101");
    assertThat(caller).rings("101");
  }

  @Test
  void requirements_relax_with_the_wait() {
    RoutingScenario office = office().engaged("101");
    ScenarioCaller caller = office.caller("0301").requiring("french:3;60=french:1").calls("700");
    office.after(Duration.ofSeconds(59));
    assertThat(caller).waits();
    office.after(Duration.ofSeconds(1));
    assertThat(caller).rings("100");
  }

  @Test
  void what_a_group_asks_for_relaxes_too() {
    Requirements relaxing =
        Requirements.of(Map.of("french", 3)).after(Duration.ofSeconds(60), Map.of());
    RoutingScenario office = office(group -> group.requires(relaxing)).engaged("101");
    ScenarioCaller caller = office.call("0301", "700");
    office.after(Duration.ofSeconds(59));
    assertThat(caller).waits();
    office.after(Duration.ofSeconds(1));
    assertThat(caller).rings("100");
  }

  @Test
  void who_asks_for_what_nobody_has_is_rejected_at_once() {
    assertThat(office().caller("0301").requiring("basque:1").calls("700"))
        .hasEnded(CallOutcome.REJECTED)
        .lastAnswer()
        .isRejectedBecause(RejectReason.NOBODY_QUALIFIED);
  }

  @Test
  void who_asks_for_what_nobody_has_overflows_where_there_is_an_overflow() {
    RoutingScenario office = office(group -> group.overflow("102"));
    assertThat(office.caller("0301").requiring("basque:1").calls("700")).rings("102");
  }

  @Test
  void who_asks_for_what_nobody_has_yet_waits_until_it_relaxes() {
    RoutingScenario office = office();
    ScenarioCaller caller = office.caller("0301").requiring("basque:1;30=").calls("700");
    assertThat(caller).waits();
    office.after(Duration.ofSeconds(30));
    assertThat(caller).rings("100");
  }

  @Test
  void a_direct_call_asks_for_the_person_and_not_for_skills() {
    assertThat(office().caller("0301").requiring("basque:1").calls("100")).rings("100");
  }

  @Test
  void a_caller_whom_no_free_phone_can_serve_blocks_nobody_behind() {
    RoutingScenario office = office().engaged("100").engaged("101");
    ScenarioCaller demanding = office.caller("0301").requiring("french:5").calls("700");
    ScenarioCaller modest = office.call("0302", "700");
    office.hangUp("100");
    assertThat(modest).rings("100");
    assertThat(demanding).waits().atPosition(1);
    office.hangUp("101");
    assertThat(demanding).rings("101");
  }
}
