package io.ringwright.directory;

import static io.ringwright.directory.PhoneListInspectionTest.mistakesOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.ContextName;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.RingTarget;
import io.ringwright.directory.text.PhoneListText;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Extensions that ring at a number outside, and how people there confirm. */
class OutsideInspectionTest {

  private static final String NAME = "Local/0171555-1-10-followme:options@ringwright-agent";

  private static PhoneListBuilder dora(String number, Confirmation confirmation) {
    return PhoneList.builder()
        .allowExternal("0171")
        .extension("110", dora -> dora.outside(number, confirmation));
  }

  private static RingTarget target(PhoneList phones) {
    return phones.extension(DirectoryNumber.of("110")).orElseThrow().devices().get(0);
  }

  @Test
  void a_number_outside_is_dialled_through_the_context_that_asks_for_the_key() {
    RingTarget target = target(dora("0171555", Confirmation.STANDARD).build());

    assertThat(target.device()).isEqualTo(Device.of(NAME));
    assertThat(target.dialString()).isEqualTo(NAME + "/n");
  }

  @Test
  void key_prompt_time_and_context_are_those_that_were_given() {
    Confirmation own =
        Confirmation.STANDARD
            .key("5")
            .prompt("custom/take-it")
            .within(Duration.ofSeconds(60))
            .in(ContextName.of("agents"));

    assertThat(target(dora("0171555", own).build()).dialString())
        .isEqualTo("Local/0171555-5-60-custom:take-it@agents/n");
  }

  @Test
  void it_may_ring_beside_a_phone_in_the_house() {
    PhoneList phones =
        PhoneList.builder()
            .allowExternal("0171")
            .extension("110", dora -> dora.device("PJSIP/110").outside("0171555"))
            .build();

    assertThat(phones.extension(DirectoryNumber.of("110")).orElseThrow().devices()).hasSize(2);
  }

  @Test
  void the_text_of_a_phone_list_keeps_it() {
    PhoneList phones = dora("0171555", Confirmation.STANDARD).build();

    assertThat(target(PhoneListText.of(phones).read(Map.of())).dialString()).isEqualTo(NAME + "/n");
  }

  @ParameterizedTest
  @CsvSource({
    "0172555, may not be called, an external number that allowExternal permits",
    "0171x, is not valid, an optional + and 3 to 15 digits",
    "'', is not valid, an optional + and 3 to 15 digits"
  })
  void a_number_that_is_none_or_not_allowed_is_refused(
      String number, String problem, String expected) {
    assertThat(mistakesOf(dora(number, Confirmation.STANDARD)))
        .contains(
            "extension 110: outside number '" + number + "' " + problem + "; expected " + expected);
  }

  @Test
  void a_device_does_not_go_around_the_allowed_numbers() {
    String around = NAME.replace("0171555", "0900555");

    assertThat(
            mistakesOf(
                PhoneList.builder()
                    .allowExternal("0171")
                    .extension("110", dora -> dora.device(around + "/n", around))))
        .anySatisfy(
            said -> assertThat(said).contains(" dials '0900555', which is no number of the list"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Local/0900555-11-10-no:standard@ringwright-agent/n",
        "Local/0900555-1-100-a@ringwright-agent/n",
        "Local/0900555-x@anywhere/n",
        "Local/0900555",
        "local/0900555/n",
        "IAX2/user:secret@peer/0900555",
        "IAX2/user@peer/0900555/a",
        "SIP/trunk/0900555/host",
        "SIP/trunk/0900555/",
        "SIP/trunk/sip:0900555@host",
        "PJSIP/0900555x@trunk",
        "Local/0900555a@out/n",
        "Local/0900-555@out/n"
      })
  void no_form_of_a_dial_string_goes_around_the_allowed_numbers(String around) {
    assertThat(
            mistakesOf(
                PhoneList.builder()
                    .allowExternal("0171")
                    .extension("110", dora -> dora.device(around, "PJSIP/110"))))
        .singleElement()
        .asString()
        .contains(" dials '0900555', which is no number of the list");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Local/0171-555@out/n",
        "Local/110-desk@out/n",
        "Local/desk-9@out/n",
        "Local/2nd@floor",
        "SIP/trunk:5060/0171555",
        "PJSIP/110"
      })
  void a_number_that_is_allowed_or_no_number_builds(String dialString) {
    PhoneList phones =
        PhoneList.builder()
            .allowExternal("0171")
            .extension("110", dora -> dora.device(dialString, "PJSIP/110"))
            .build();
    assertThat(target(phones).dialString()).isEqualTo(dialString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12", "*", "a"})
  void a_key_is_one_digit(String key) {
    assertThat(mistakesOf(dora("0171555", Confirmation.STANDARD.key(key))))
        .contains(
            "extension 110: confirmation key '" + key + "' is not valid; expected a digit, 0 to 9");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a&b", "custom/twenty-one-letters"})
  void a_prompt_is_the_name_of_one_sound(String prompt) {
    assertThat(mistakesOf(dora("0171555", Confirmation.STANDARD.prompt(prompt))))
        .contains(
            "extension 110: confirmation prompt '"
                + prompt
                + "' is not valid; expected 1 to 20 letters, digits and _ . / -, such as"
                + " custom/confirm");
  }

  @ParameterizedTest
  @CsvSource({"PT1.999S", "PT60.001S", "PT2.5S", "PT-1S"})
  void the_time_to_confirm_is_2_to_60_whole_seconds(Duration time) {
    assertThat(mistakesOf(dora("0171555", Confirmation.STANDARD.within(time))))
        .anySatisfy(
            said ->
                assertThat(said)
                    .startsWith("extension 110: time to confirm ")
                    .endsWith("is not valid; expected whole seconds, 2 s to 60 s"));
  }

  @Test
  void a_name_that_asterisk_would_cut_is_refused() {
    Confirmation longest =
        Confirmation.STANDARD.in(ContextName.of("a-context-with-a-very-long-name-indeed"));

    assertThat(mistakesOf(dora("0171555", longest)))
        .anySatisfy(said -> assertThat(said).contains("characters long; expected at most 68"));
  }
}
