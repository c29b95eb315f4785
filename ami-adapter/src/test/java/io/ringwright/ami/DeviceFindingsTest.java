package io.ringwright.ami;

import static io.ringwright.ami.Checks.kinds;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.ami.InstallationFinding.Kind;
import io.ringwright.directory.PhoneList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeviceFindingsTest {

  private final Findings findings = new Findings(Settings.LAB);
  private final Map<String, String> values = new HashMap<>();
  private final List<String> asked = new ArrayList<>();

  private Optional<String> value(String function) {
    asked.add(function);
    return Optional.of(values.getOrDefault(function, function.startsWith("HINT") ? "" : "INVALID"));
  }

  private void compare(PhoneList phones, String... listed) throws InterruptedException {
    List<AmiMessage> states =
        List.of(listed).stream().map(name -> Messages.deviceState(name, "NOT_INUSE")).toList();
    new DeviceFindings(states, this::value, findings).inspect(phones);
  }

  private static PhoneList phones(String... devices) {
    return PhoneList.builder()
        .allowExternal("0171")
        .extension(
            "100",
            person -> {
              for (String device : devices) {
                person.device(device);
              }
            })
        .build();
  }

  @Test
  void a_device_in_the_list_of_states_is_known_and_not_asked_for() throws Exception {
    compare(phones("PJSIP/8260"), "PJSIP/8260");
    assertThat(findings.all()).isEmpty();
    assertThat(asked).isEmpty();
  }

  @Test
  void a_device_that_asterisk_does_not_have_is_found_with_its_extension() throws Exception {
    compare(phones("PJSIP/8260", "PJSIP/9999"), "PJSIP/8260");
    assertThat(findings.all())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.kind()).isEqualTo(Kind.DEVICE_UNKNOWN);
              assertThat(found.what())
                  .isEqualTo("Asterisk does not know PJSIP/9999 of extension 100");
            });
  }

  @Test
  void a_device_without_a_state_so_far_is_asked_for() throws Exception {
    values.put("DEVICE_STATE(PJSIP/8261)", "UNAVAILABLE");
    compare(phones("PJSIP/8261"));
    assertThat(findings.all()).isEmpty();
  }

  @Test
  void a_technology_in_another_case_works_and_is_said() throws Exception {
    compare(phones("pjsip/8260"), "PJSIP/8260");
    assertThat(findings.all())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.kind()).isEqualTo(Kind.DEVICE_SPELT_OTHERWISE);
              assertThat(found.what()).contains("pjsip/8260 (Asterisk writes PJSIP/8260)");
            });
    assertThat(asked).isEmpty();
  }

  @Test
  void an_account_in_another_case_is_another_account() throws Exception {
    compare(phones("PJSIP/ANNA"), "PJSIP/anna");
    assertThat(findings.all())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.kind()).isEqualTo(Kind.DEVICE_UNKNOWN);
              assertThat(found.what()).contains("PJSIP/ANNA", "Asterisk has PJSIP/anna");
            });
  }

  @Test
  void of_a_number_behind_a_trunk_the_trunk_is_asked_for() throws Exception {
    values.put("DEVICE_STATE(PJSIP/trunk)", "NOT_INUSE");
    compare(phones("PJSIP/01715550@trunk"));
    assertThat(findings.all()).isEmpty();
    assertThat(asked).containsExactly("DEVICE_STATE(PJSIP/trunk)");
  }

  @Test
  void a_local_channel_is_asked_for_without_its_options() throws Exception {
    PhoneList phones =
        PhoneList.builder()
            .extension("100", person -> person.device("Local/100@agents/n", "PJSIP/100"))
            .build();
    compare(phones, "PJSIP/100");
    assertThat(asked).containsExactly("DEVICE_STATE(Local/100@agents)");
    assertThat(kinds(findings)).containsExactly(Kind.DEVICE_UNKNOWN);
  }

  @Test
  void a_hint_that_is_not_in_the_dialplan_is_found() throws Exception {
    PhoneList phones =
        PhoneList.builder()
            .extension("100", person -> person.device("PJSIP/100", "hint:100@house"))
            .build();
    compare(phones, "PJSIP/100");
    assertThat(asked).containsExactly("HINT(100@house)");
    assertThat(kinds(findings)).containsExactly(Kind.DEVICE_UNKNOWN);
    values.put("HINT(100@house)", "PJSIP/100");
    Findings again = new Findings(Settings.LAB);
    new DeviceFindings(List.of(), this::value, again).inspect(phones);
    assertThat(again.all()).isEmpty();
  }

  @Test
  void of_many_devices_the_first_are_named() throws Exception {
    var phones = PhoneList.builder();
    for (int number = 1000; number < 1300; number++) {
      String digits = String.valueOf(number);
      phones.extension(digits, person -> person.device("PJSIP/" + digits));
    }
    compare(phones.build());
    assertThat(asked).hasSize(200);
    assertThat(kinds(findings)).containsExactly(Kind.DEVICE_UNKNOWN, Kind.NOT_LOOKED_AT);
    assertThat(findings.all().get(0).what()).contains("; and 195 more");
  }
}
