package io.ringwright.agi;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.Attendance;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.SoundName;
import io.ringwright.view.Attendances;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The house has 8260 and 8261 in hunt group 700, and 8264 in 701. */
class AgentScriptsTest {

  private static final Pattern SET = Pattern.compile("SET VARIABLE (\\w+) \"(.*)\"");
  private static final DirectoryNumber OWN = DirectoryNumber.of("8260");

  private final House house = new House();
  private final ProvenAgents proven = new ProvenAgents(() -> 0);
  private final AgentPhones phones =
      AgentPhones.of(house.router)
          .reason(2, "lunch", SoundName.of("custom/lunch"))
          .pins((extension, pin) -> false);
  private final AgentScripts scripts = new AgentScripts(phones, AgentSounds.standard(), proven);

  private Map<String, String> ask(String order, String phone, String target, String choice) {
    return ask(scripts, order, phone, target, choice);
  }

  private static Map<String, String> ask(
      AgentScripts asked, String order, String phone, String target, String choice) {
    ScriptRequest request =
        new ScriptRequest(
            "agent", Map.of("uniqueid", "lab-1.7"), List.of("1", order, phone, target, choice));
    Map<String, String> set = new LinkedHashMap<>();
    for (String line : asked.reply(request).lines().toList()) {
      Matcher variable = SET.matcher(line);
      if (variable.matches()) {
        set.put(variable.group(1), variable.group(2));
      }
    }
    return set;
  }

  private Attendance attendance() {
    return house.router.attendance(OWN);
  }

  @Test
  void a_question_that_is_asked_twice_toggles_once() {
    Map<String, String> first = ask("log", "PJSIP/8260", "", "");
    assertThat(ask("log", "PJSIP/8260", "", "")).isEqualTo(first);
    assertThat(first).containsEntry("RW_DECISION", "again").containsEntry("RW_TARGET", "out");
    assertThat(attendance()).as("nothing is done yet").isEqualTo(Attendance.PRESENT);

    Map<String, String> done = ask("log", "PJSIP/8260", "out", "");
    assertThat(ask("log", "PJSIP/8260", "out", "")).isEqualTo(done);
    assertThat(done).containsEntry("RW_DECISION", "say");
    assertThat(attendance().loggedIn()).isFalse();
    assertThat(ask("log", "PJSIP/8260", "", "")).containsEntry("RW_TARGET", "in");
  }

  @Test
  void a_desk_is_taken_and_left_once_however_often_it_is_asked() {
    AgentScripts desks = new AgentScripts(phones.hotDesking(), AgentSounds.standard(), proven);
    assertThat(ask(desks, "desk", "PJSIP/8309", "", "")).containsEntry("RW_DECISION", "identify");
    proven.prove("lab-1.7", OWN);
    house.router.setAttendance(OWN, new Attendance(false, Optional.empty()));

    assertThat(ask(desks, "desk", "PJSIP/8309", "", "")).containsEntry("RW_TARGET", "sit");
    for (int times = 0; times < 2; times++) {
      assertThat(ask(desks, "desk", "PJSIP/8309", "sit", ""))
          .containsEntry("RW_SPOKEN", "agent-loginok");
      assertThat(desk()).contains(Device.of("PJSIP/8309"));
      assertThat(attendance()).isEqualTo(Attendance.PRESENT);
    }
    assertThat(ask("log", "PJSIP/8309", "", "")).containsEntry("RW_TARGET", "out");

    assertThat(ask(desks, "desk", "PJSIP/8309", "", "")).containsEntry("RW_TARGET", "leave");
    for (int times = 0; times < 2; times++) {
      assertThat(ask(desks, "desk", "PJSIP/8309", "leave", ""))
          .containsEntry("RW_SPOKEN", "agent-loggedoff");
      assertThat(desk()).isEmpty();
      assertThat(attendance().loggedIn()).isFalse();
    }
  }

  private Optional<Device> desk() {
    return house.router.setup().orElseThrow().phones().desks().of(OWN);
  }

  @Test
  void nobody_sits_at_somebodys_own_phone_nor_where_hot_desking_is_off() {
    AgentScripts desks = new AgentScripts(phones.hotDesking(), AgentSounds.standard(), proven);
    proven.prove("lab-1.7", OWN);
    for (String phone : List.of("PJSIP/8260", "PJSIP/8261", "")) {
      assertThat(ask(desks, "desk", phone, "", ""))
          .as(phone)
          .containsEntry("RW_SPOKEN", "pbx-invalid");
    }
    assertThat(ask("desk", "PJSIP/8309", "", "")).containsEntry("RW_SPOKEN", "pbx-invalid");
    assertThat(desk()).isEmpty();
  }

  @Test
  void to_log_in_ends_a_pause_and_to_resume_does_not_log_in() {
    house.router.setAttendance(OWN, new Attendance(false, Optional.of("lunch")));
    ask("pause", "PJSIP/8260", "resume", "");
    assertThat(attendance()).isEqualTo(new Attendance(false, Optional.empty()));
    house.router.setAttendance(OWN, new Attendance(false, Optional.of("lunch")));
    ask("log", "PJSIP/8260", "in", "");
    assertThat(attendance()).isEqualTo(Attendance.PRESENT);
  }

  @Test
  void the_account_is_compared_whatever_its_case_and_nothing_but_the_account() {
    assertThat(ask("log", "pjsip/8260", "", "")).containsEntry("RW_DECISION", "again");
    for (String stranger :
        List.of("", "8260", "PJSIP/82600", "PJSIP/", "SIP/8260", "PJSIP/8260,")) {
      assertThat(ask("log", stranger, "", ""))
          .as(stranger)
          .containsOnly(Map.entry("RW_DECISION", "identify"));
    }
  }

  @Test
  void a_channel_that_has_proven_whose_it_is_counts_as_that_agent_for_a_minute() {
    proven.prove("lab-1.7", OWN);
    assertThat(ask("log", "PJSIP/stranger", "", "")).containsEntry("RW_TARGET", "out");
    assertThat(new ProvenAgents(() -> 0).agent("lab-1.7")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "log,999", "log,701", "log,8261", "log,8260*701", "log,700*2", "log,*2", "log,8261*700",
    "pause,*7", "pause,700*7", "pause,8261*2", "pause,700*700", "pause,*", "pause,700*", "other,''",
    "log,1"
  })
  void what_is_not_the_agents_is_refused(String order, String choice) {
    assertThat(ask(order, "PJSIP/8260", "out", choice))
        .containsEntry("RW_DECISION", "say")
        .containsEntry("RW_SPOKEN", "pbx-invalid");
    assertThat(house.router.attendances(Attendances.NONE).whole()).isEmpty();
    assertThat(house.router.attendances(Attendances.NONE).inGroups()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"*2,true", "8260*2,true", "700*2,false", "8260,false", "8260*700,false"})
  void what_can_be_dialled_behind_the_pause_is_told_apart(String choice, boolean lunchInAll) {
    ask("pause", "PJSIP/8260", "pause", choice);
    assertThat(attendance().pausedFor().equals(Optional.of("lunch"))).isEqualTo(lunchInAll);
    boolean inGroup = choice.contains("700");
    assertThat(house.router.attendance(OWN, DirectoryNumber.of("700")).isPresent())
        .isEqualTo(!inGroup);
  }

  @Test
  void the_status_names_the_groups_in_which_it_differs() {
    house.router.setAttendance(OWN, new Attendance(true, Optional.of("lunch")));
    house.router.setAttendance(
        OWN, DirectoryNumber.of("700"), new Attendance(false, Optional.empty()));
    assertThat(ask("status", "PJSIP/8260", "", ""))
        .containsEntry("RW_SPOKEN", "custom/lunch&*700&agent-loggedoff");
  }
}
