package io.ringwright.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ringwright.CallRouter;
import io.ringwright.availability.Attendance;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.dialplan.AgentCodes;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.memory.InMemoryDirectory;
import io.ringwright.testkit.ManualClock;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 100 is in hunt group 700, 101 is in none. */
class LampsTest {

  private static final DirectoryNumber ANNA = DirectoryNumber.of("100");
  private static final Attendance OUT = new Attendance(false, Optional.empty());

  private final ManualClock clock = ManualClock.onMondayMorning();
  private final List<String> written = new ArrayList<>();
  private final InMemoryDirectory directory = new InMemoryDirectory(house().build());
  private final CallRouter router =
      CallRouter.builder(directory).clock(clock).singleThreaded().build();
  private final Lamps lamps = lamps(true);

  private static PhoneListBuilder house() {
    return PhoneList.builder()
        .extension("100", anna -> anna.device("PJSIP/100"))
        .extension("101", ben -> ben.device("PJSIP/101"))
        .huntGroup("700", group -> group.member("100"));
  }

  private Lamps lamps(boolean wanted) {
    LinkSettings usual = Settings.with(router, clock);
    LinkSettings settings =
        new LinkSettings(
            usual.pbx(),
            usual.endpoint(),
            new LinkSettings.Plan(
                usual.plan().contexts(),
                "",
                Optional.empty(),
                new LinkSettings.Agents(AgentCodes.STANDARD, wanted)),
            usual.rhythm(),
            usual.world());
    return new Lamps(settings, new PendingActions(this::sent, settings));
  }

  private void sent(byte[] bytes) {
    List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).contains("Action: Setvar");
    written.add(value(lines, "Variable: ") + " " + value(lines, "Value: "));
  }

  private static String value(List<String> lines, String key) {
    return lines.stream()
        .filter(line -> line.startsWith(key))
        .map(line -> line.substring(key.length()))
        .findFirst()
        .orElseThrow();
  }

  private static AmiMessage state(String device, String state) {
    return Messages.message("Event: DeviceStateChange", "Device: " + device, "State: " + state);
  }

  private List<String> beat(Lamps beating) {
    written.clear();
    clock.advance(Lamps.BEAT);
    beating.tick();
    return List.copyOf(written);
  }

  @Test
  void at_the_start_those_are_written_that_show_something_else() {
    lamps.looked(
        List.of(
            state("PJSIP/100", "INUSE"),
            state("Custom:rw-login-100", "INUSE"),
            state("Custom:rw-pause-100", "INUSE"),
            state("Custom:rw-login-101", "NOT_INUSE"),
            state("Custom:rw-login-999", "INUSE"),
            state("Custom:rw-login-101-700", "INUSE"),
            state("Custom:door", "INUSE")));
    assertThat(beat(lamps))
        .containsExactlyInAnyOrder(
            "DEVICE_STATE(Custom:rw-pause-100) NOT_INUSE",
            "DEVICE_STATE(Custom:rw-login-100-700) INUSE",
            "DEVICE_STATE(Custom:rw-login-101) INUSE",
            "DEVICE_STATE(Custom:rw-login-999) NOT_INUSE",
            "DEVICE_STATE(Custom:rw-login-101-700) NOT_INUSE");
    assertThat(beat(lamps)).as("once each").isEmpty();
  }

  @Test
  void each_change_is_written_once() {
    lamps.looked(List.of());
    beat(lamps);
    router.setAttendance(ANNA, OUT);
    router.setAttendance(ANNA, new Attendance(true, Optional.of("lunch")));
    assertThat(beat(lamps)).containsExactly("DEVICE_STATE(Custom:rw-pause-100) INUSE");
    router.setAttendance(ANNA, DirectoryNumber.of("700"), OUT);
    assertThat(beat(lamps)).containsExactly("DEVICE_STATE(Custom:rw-login-100-700) NOT_INUSE");
    router.setAttendance(ANNA, DirectoryNumber.of("700"), OUT);
    assertThat(beat(lamps)).isEmpty();
  }

  @Test
  void what_is_not_in_the_phone_list_any_more_is_put_out() {
    lamps.looked(List.of());
    beat(lamps);
    directory.replace(
        PhoneList.builder().extension("100", anna -> anna.device("PJSIP/100")).build());
    router.directoryChanged();
    assertThat(beat(lamps))
        .containsExactlyInAnyOrder(
            "DEVICE_STATE(Custom:rw-login-101) NOT_INUSE",
            "DEVICE_STATE(Custom:rw-login-100-700) NOT_INUSE");
  }

  @Test
  void no_more_than_twenty_are_written_in_a_beat() {
    PhoneListBuilder large = PhoneList.builder();
    for (int number = 100; number < 150; number++) {
      String digits = String.valueOf(number);
      large.extension(digits, each -> each.device("PJSIP/" + digits));
    }
    directory.replace(large.build());
    router.directoryChanged();
    lamps.looked(List.of());
    assertThat(beat(lamps)).hasSize(20);
    written.clear();
    lamps.tick();
    assertThat(written).as("within the same beat").isEmpty();
    assertThat(beat(lamps)).hasSize(20);
    assertThat(beat(lamps)).hasSize(10);
    assertThat(beat(lamps)).isEmpty();
  }

  @Test
  void nothing_is_written_where_no_lamps_are_wanted_or_nothing_was_looked_at() {
    Lamps unwanted = lamps(false);
    unwanted.looked(List.of());
    assertThat(beat(unwanted)).isEmpty();
    assertThat(beat(lamps)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1)", "1,2", "a", "1-2", "*1", "#", "1\n"})
  void a_name_that_could_be_another_state_is_refused(String number) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LampName(LampName.Kind.LOGIN, number, ""));
    assertThat(LampName.parse("Custom:rw-login-" + number))
        .matches(read -> read.isEmpty() || number.equals("1-2"));
  }

  @Test
  void numbers_with_stars_have_no_lamps() {
    assertThat(LampName.of(LampName.Kind.PAUSE, DirectoryNumber.of("*1"), "")).isEmpty();
    assertThat(LampName.of(LampName.Kind.PAUSE, ANNA, "*9")).isEmpty();
  }
}
