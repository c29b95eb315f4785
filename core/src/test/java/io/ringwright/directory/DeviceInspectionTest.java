package io.ringwright.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.RingTarget;
import io.ringwright.dialplan.DialText;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which devices an extension may have. */
class DeviceInspectionTest {

  private static PhoneList list(Consumer<ExtensionBuilder> anna) {
    return PhoneList.builder()
        .allowExternal("+4930")
        .extension("100", anna)
        .extension("101", ben -> ben.device("PJSIP/101"))
        .build();
  }

  private static List<RingTarget> devices(Consumer<ExtensionBuilder> anna) {
    return list(anna).extension(DirectoryNumber.of("100")).orElseThrow().devices();
  }

  @Test
  void several_devices_are_kept_in_order_with_what_is_dialled_and_what_is_watched() {
    assertThat(
            devices(
                anna ->
                    anna.device("PJSIP/100")
                        .device("Local/100@agents/n", "PJSIP/100s")
                        .device("PJSIP/100w", "hint:100@house")))
        .containsExactly(
            new RingTarget(DirectoryNumber.of("100"), Device.of("PJSIP/100")),
            new RingTarget(
                DirectoryNumber.of("100"), Device.of("PJSIP/100s"), "Local/100@agents/n"),
            new RingTarget(DirectoryNumber.of("100"), Device.of("hint:100@house"), "PJSIP/100w"));
  }

  @Test
  void a_device_that_is_named_twice_is_refused_whatever_its_case() {
    assertThatThrownBy(() -> list(anna -> anna.device("PJSIP/anna").device("pjsip/Anna")))
        .isInstanceOf(DirectoryException.class)
        .hasMessageContaining("device 'pjsip/Anna' is named twice");
  }

  @Test
  void a_dial_string_with_options_needs_the_name_that_is_watched() {
    assertThatThrownBy(() -> list(anna -> anna.device("Local/100@agents/n")))
        .isInstanceOf(DirectoryException.class)
        .hasMessageContaining("device 'Local/100@agents/n' is not valid")
        .hasMessageContaining("needs the name of the device that is watched");
  }

  @Test
  void a_hint_cannot_be_dialled() {
    assertThatThrownBy(() -> list(anna -> anna.device("hint:100@house")))
        .isInstanceOf(DirectoryException.class)
        .hasMessageContaining("device 'hint:100@house' is not valid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hint:100", "hint:@house", "hint:100@", "hint:1 0@house", "100", "x/"})
  void what_asterisk_reports_of_nobody_cannot_be_watched(String watched) {
    assertThatThrownBy(() -> list(anna -> anna.device("PJSIP/100", watched)))
        .isInstanceOf(DirectoryException.class)
        .hasMessageContaining("watched device '" + watched + "' is not valid");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PJSIP/09001234@trunk",
        "PJSIP/0900-12.34@trunk",
        "PJSIP/trunk/sip:09001234@provider",
        "PJSIP/trunk/sip:+49900123@provider",
        "SIP/trunk/09001234",
        "IAX2/trunk/09001234",
        "DAHDI/g0/ww09001234",
        "Local/09001234@from-internal/n",
        "Local/102@agents/n"
      })
  void no_device_goes_around_the_list_of_numbers_that_may_be_called(String dialString) {
    assertThatThrownBy(() -> list(anna -> anna.device(dialString, "PJSIP/100")))
        .isInstanceOf(DirectoryException.class)
        .hasMessageContaining("device '" + dialString + "' dials '")
        .hasMessageContaining("an external number that allowExternal permits");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PJSIP/+49301234@trunk",
        "Local/+49301234@from-internal/n",
        "Local/101@agents/n",
        "Local/anna@agents/n",
        "PJSIP/100/sip:100@10.0.0.5:5060",
        "PJSIP/09001234",
        "SCCP/anna"
      })
  void a_device_may_dial_numbers_of_the_list_and_those_that_are_allowed(String dialString) {
    assertThat(devices(anna -> anna.device(dialString, "PJSIP/100")))
        .extracting(RingTarget::dialString)
        .containsExactly(dialString);
  }

  @Test
  void all_contacts_of_an_account_are_one_device() {
    RingTarget target = devices(anna -> anna.allContacts("8301")).get(0);
    assertThat(target.device()).isEqualTo(Device.of("PJSIP/8301"));
    assertThat(target.account()).contains("8301");
    assertThat(DialText.of(target)).isEqualTo("${PJSIP_DIAL_CONTACTS(8301)}");
    assertThat(DialText.of(devices(anna -> anna.device("PJSIP/100")).get(0)))
        .isEqualTo("PJSIP/100");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "83)01", "8301&8302", "8301,10", "8301}", "83/01", "8301@trunk"})
  void what_could_mean_more_than_an_account_is_refused(String account) {
    assertThatThrownBy(() -> list(anna -> anna.allContacts(account)))
        .isInstanceOf(DirectoryException.class)
        .hasMessageContaining("device 'PJSIP/" + account + "/*' is not valid");
  }

  @Test
  void a_phone_answers_under_the_name_that_is_watched_and_under_the_one_that_is_dialled() {
    RingTarget target = devices(anna -> anna.device("Local/100@agents/n", "PJSIP/100s")).get(0);
    assertThat(target.isNamed(Device.of("PJSIP/100S"))).isTrue();
    assertThat(target.isNamed(Device.of("Local/100@agents"))).isTrue();
    assertThat(target.isNamed(Device.of("PJSIP/100"))).isFalse();
  }

  @Test
  void hints_need_only_be_watched_if_a_device_is_one() {
    assertThat(list(anna -> anna.device("PJSIP/100")).watchesHints()).isFalse();
    assertThat(list(anna -> anna.device("PJSIP/100", "hint:100@house")).watchesHints()).isTrue();
  }
}
