package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.agi.AgentPhones;
import io.ringwright.agi.AgentPins;
import io.ringwright.availability.Attendance;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.SoundName;
import io.ringwright.directory.Desks;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.fakeasterisk.DeskCall;
import io.ringwright.fakeasterisk.DeskPhone;
import io.ringwright.fakeasterisk.Lamp;
import io.ringwright.fakeasterisk.PbxUnderTest.CallPlan;
import io.ringwright.fakeasterisk.PbxWithDesks;
import io.ringwright.fakeasterisk.Sighting;
import io.ringwright.fakeasterisk.Sighting.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Agents at their phones: 8301 is in hunt groups 701 and 702, 8302 in 701, and 8305 is a phone of
 * nobody.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AgentPhoneScenarios {

  private static final DirectoryNumber ANNA = DirectoryNumber.of("8301");
  private static final DirectoryNumber SALES = DirectoryNumber.of("701");
  private static final Attendance LOGGED_OUT = new Attendance(false, Optional.empty());

  private final List<DeskPhone> registered = new ArrayList<>();
  private PbxWithDesks pbx;
  private CallCentreUnderTest application;
  private int seenBefore;

  /** Boots the switch on which the scenarios of this class run. */
  abstract PbxWithDesks boot();

  @BeforeAll
  void bootOnce() {
    pbx = boot();
  }

  @AfterAll
  void shutDown() {
    pbx.close();
  }

  @BeforeEach
  void start() {
    start(phones());
  }

  private void start(PhoneListBuilder phones) {
    application =
        CallCentreUnderTest.startWithAgents(pbx, phones.build(), AgentPhoneScenarios::served);
  }

  @AfterEach
  void end() {
    try {
      registered.forEach(DeskPhone::close);
    } finally {
      registered.clear();
      application.close();
    }
  }

  private static AgentPhones served(AgentPhones phones) {
    return phones
        .hotDesking()
        .reason(2, "lunch", SoundName.of("activated"))
        .pins(AgentPins.of(Map.of("8301", "4711", "8302", "0815")));
  }

  private static PhoneListBuilder phones() {
    return PhoneList.builder()
        .extension("8301", anna -> anna.device("PJSIP/8301"))
        .extension("8302", berta -> berta.device("PJSIP/8302"))
        .huntGroup("701", group -> group.member("8301").member("8302"))
        .huntGroup("702", group -> group.member("8301"));
  }

  private DeskPhone desk(String account) {
    DeskPhone phone = pbx.deskPhone(account);
    registered.add(phone);
    return phone;
  }

  /** Dials a code, and waits until the call is over. */
  private List<String> dial(DeskPhone phone, String code) {
    seenBefore = pbx.sightings().size();
    phone.call(code).awaitOver();
    return spoken();
  }

  /** What was said since the code was dialled. */
  private List<String> spoken() {
    return seen(Kind.PROMPT_PLAYED)
        .filter(each -> !asks(each))
        .map(each -> each.subject() + " " + each.detail())
        .toList();
  }

  private Stream<Sighting> seen(Kind kind) {
    return pbx.sightings().stream().skip(seenBefore).filter(each -> each.kind() == kind);
  }

  private Attendance anna() {
    return application.router().attendance(ANNA);
  }

  private Attendance annaInSales() {
    return application.router().attendance(ANNA, SALES);
  }

  /** Waits until digits are asked for; before that nobody would take them. */
  private void awaitAsked(int times) {
    application.awaitThat(
        "digits are asked for the " + times + ". time",
        () -> seen(Kind.PROMPT_PLAYED).filter(AgentPhoneScenarios::asks).count() >= times);
  }

  private static boolean asks(Sighting seen) {
    return seen.subject().equals("GET DATA");
  }

  /** Dials at a phone, and answers the questions for number and PIN. */
  private List<String> dialAs(DeskPhone phone, String code, String number, String... pins) {
    seenBefore = pbx.sightings().size();
    DeskCall call = phone.call(code);
    for (int tried = 0; tried < pins.length; tried++) {
      awaitAsked(2 * tried + 1);
      call.press(number + "#");
      awaitAsked(2 * tried + 2);
      call.press(pins[tried] + "#");
    }
    call.awaitOver();
    return spoken();
  }

  @Test
  void an_agent_logs_out_and_in_again_at_the_own_phone() {
    DeskPhone phone = desk("8301");
    assertThat(dial(phone, "*45")).containsExactly("Playback agent-loggedoff");
    assertThat(anna()).isEqualTo(LOGGED_OUT);
    assertThat(dial(phone, "*45")).containsExactly("Playback agent-loginok");
    assertThat(anna()).isEqualTo(Attendance.PRESENT);
  }

  @Test
  void an_agent_pauses_with_a_reason_and_resumes() {
    DeskPhone phone = desk("8301");
    assertThat(dial(phone, "*46*2")).containsExactly("Playback activated");
    assertThat(anna().pausedFor()).contains("lunch");
    assertThat(dial(phone, "*46*2")).containsExactly("Playback activated");
    assertThat(anna().pausedFor()).as("a reason does not toggle").contains("lunch");
    assertThat(dial(phone, "*46")).isEmpty();
    assertThat(anna()).isEqualTo(Attendance.PRESENT);
    assertThat(dial(phone, "*46")).isEmpty();
    assertThat(anna().pausedFor()).contains("pause");
  }

  @Test
  void an_agent_logs_out_of_one_hunt_group_only() {
    DeskPhone phone = desk("8301");
    assertThat(dial(phone, "*45701")).containsExactly("Playback agent-loggedoff");
    assertThat(annaInSales()).isEqualTo(LOGGED_OUT);
    assertThat(anna()).isEqualTo(Attendance.PRESENT);
    assertThat(dial(phone, "*458301*701")).containsExactly("Playback agent-loginok");
    assertThat(annaInSales()).isEqualTo(Attendance.PRESENT);
  }

  @Test
  void groups_and_numbers_that_are_not_the_agents_are_refused() {
    DeskPhone phone = desk("8302");
    for (String wrong : List.of("*45702", "*458301", "*45999", "*46*7", "*46701*7")) {
      assertThat(dial(phone, wrong)).as(wrong).containsExactly("Playback pbx-invalid");
    }
    assertThat(anna()).isEqualTo(Attendance.PRESENT);
    assertThat(application.router().view().extensions())
        .allMatch(each -> each.attendance().isPresent() && each.inGroups().isEmpty());
  }

  @Test
  void an_agent_hears_the_own_status_first_as_a_whole_and_then_in_groups() {
    DeskPhone phone = desk("8301");
    assertThat(dial(phone, "*47")).containsExactly("Playback agent-loginok");
    dial(phone, "*45702");
    dial(phone, "*46701*2");
    assertThat(dial(phone, "*47"))
        .containsExactly(
            "Playback agent-loginok",
            "SayDigits 701",
            "Playback activated",
            "SayDigits 702",
            "Playback agent-loggedoff");
  }

  @Test
  void the_number_that_a_caller_shows_proves_nothing() {
    DeskPhone outside = pbx.phoneOutside();
    registered.add(outside);
    seenBefore = pbx.sightings().size();
    DeskCall call = outside.callAs("8301", "*45");
    awaitAsked(1);
    call.hangUp();
    call.awaitOver();
    assertThat(spoken()).isEmpty();
    assertThat(anna()).isEqualTo(Attendance.PRESENT);
  }

  @Test
  void a_phone_of_nobody_is_asked_for_number_and_pin() {
    DeskPhone stranger = desk("8305");
    assertThat(dialAs(stranger, "*45", "8301", "4711")).containsExactly("Playback agent-loggedoff");
    assertThat(anna()).isEqualTo(LOGGED_OUT);
    assertThat(seen(Kind.VARIABLE_SET).map(Sighting::detail)).noneMatch("4711"::equals);
  }

  @Test
  void an_agent_sits_at_a_phone_of_nobody_and_is_called_there() {
    DeskPhone desk = desk("8305");
    assertThat(dialAs(desk, "*48", "8301", "4711")).containsExactly("Playback agent-loginok");
    assertThat(dial(desk, "*46")).as("the phone says who it is").isEmpty();
    assertThat(anna().pausedFor()).contains("pause");
    dial(desk, "*46");

    pbx.call(CallPlan.of("0601", "702"));
    DeskCall call = desk.awaitCall();
    call.answer();
    call.awaitTalking();
    call.hangUp();
    application.awaitAnswers(1);

    assertThat(dial(desk, "*48")).containsExactly("Playback agent-loggedoff");
    assertThat(anna()).isEqualTo(LOGGED_OUT);
    assertThat(application.router().setup().orElseThrow().phones().desks()).isEqualTo(Desks.NONE);
  }

  @Test
  void three_wrong_pins_change_nothing() {
    DeskPhone stranger = desk("8305");
    assertThat(dialAs(stranger, "*45", "8301", "1111", "0815", "4712"))
        .containsExactly("Playback auth-incorrect");
    assertThat(anna()).isEqualTo(Attendance.PRESENT);
  }

  @Test
  void without_pins_a_phone_of_nobody_is_refused() {
    application.close();
    application =
        CallCentreUnderTest.startWithAgents(pbx, phones().build(), UnaryOperator.identity());
    DeskPhone stranger = desk("8305");
    assertThat(dial(stranger, "*45")).containsExactly("Playback auth-incorrect");
    assertThat(anna()).isEqualTo(Attendance.PRESENT);
  }

  @Test
  void without_an_engine_the_agent_hears_that_it_failed_and_nothing_changes() {
    application.agi().close();
    DeskPhone phone = desk("8301");
    assertThat(dial(phone, "*45")).containsExactly("Playback beeperr");
    assertThat(anna()).isEqualTo(Attendance.PRESENT);
  }

  @Test
  void lamps_show_who_is_logged_in_and_paused() {
    DeskPhone phone = desk("8301");
    Lamp login = phone.lamp("*458301");
    Lamp sales = phone.lamp("*458301*701");
    Lamp pause = phone.lamp("*468301");
    login.awaitOn();
    sales.awaitOn();
    pause.awaitOff();
    dial(phone, "*46*2");
    pause.awaitOn();
    dial(phone, "*45701");
    sales.awaitOff();
    dial(phone, "*45");
    login.awaitOff();
    pause.awaitOff();
    assertThat(changes(login)).containsExactly("on", "off");
  }

  /** Without the first states, which may be those of a scenario before. */
  private static List<String> changes(Lamp lamp) {
    List<String> shown = lamp.shown();
    return shown.subList(shown.indexOf("on"), shown.size());
  }

  @Test
  void an_engine_that_starts_anew_puts_all_lamps_right() {
    DeskPhone phone = desk("8301");
    Lamp login = phone.lamp("*458301");
    Lamp pause = phone.lamp("*468301");
    Lamp second = phone.lamp("*458302");
    dial(phone, "*46*2");
    dial(phone, "*45");
    login.awaitOff();
    second.awaitOn();
    application.close();
    start(
        PhoneList.builder()
            .extension("8301", anna -> anna.device("PJSIP/8301"))
            .huntGroup("701", group -> group.member("8301")));
    login.awaitOn();
    pause.awaitOff();
    second.awaitOff();
  }
}
