package io.ringwright.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever text comes from outside: a value that takes it in means nothing else anywhere. */
class NothingInjectedTest {

  /** What separates or begins something in a dial string, a dialplan, AGI, AMI, SQL or a log. */
  private static final String MEANS_SOMETHING =
      "\r\n\0\t &,|;\"'\\${}[]()<>%`!?^~\u0085\u2028\u2029";

  private static final List<String> CLASSICS =
      List.of(
          "300&Zap/g1/4165551212",
          "2001\r\n\r\nAction: Originate",
          "100\n",
          "100,20,T",
          "${SHELL(id)}",
          "100|20",
          "1 or 1=1",
          "100\0",
          "٣٤٥",
          "１００",
          "0".repeat(500));

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> digits = Arbitraries.strings().withChars("0123456789*#+").ofMaxLength(30);
    Arbitrary<String> anything = Arbitraries.strings().ofMaxLength(200);
    Arbitrary<String> nearly =
        Combinators.combine(digits, Arbitraries.of(MEANS_SOMETHING.split("")), digits)
            .as((before, evil, after) -> before + evil + after);
    Arbitrary<String> names =
        Arbitraries.strings().withChars("abcPJSI/100-@._:;+=#*\r\n&,| ").ofMaxLength(40);
    return Arbitraries.oneOf(digits, anything, nearly, names, Arbitraries.of(CLASSICS));
  }

  @Property
  void a_directory_number_is_digits_star_and_hash_or_nothing(@ForAll("texts") String text) {
    Optional<DirectoryNumber> number = DirectoryNumber.parse(text);
    assertThat(number.isPresent()).isEqualTo(text.matches("[0-9*#]{1,20}"));
    number.ifPresent(found -> assertThat(found.digits()).as("not repaired").isEqualTo(text));
  }

  @Property
  void an_external_number_is_a_plus_and_digits_or_nothing(@ForAll("texts") String text) {
    assertThat(accepts(() -> ExternalNumber.of(text))).isEqualTo(text.matches("\\+?[0-9]{3,15}"));
  }

  private static boolean accepts(Runnable construction) {
    try {
      construction.run();
      return true;
    } catch (IllegalArgumentException refused) {
      assertThat(String.valueOf(refused.getMessage())).doesNotContain("\r", "\n", "\0");
      return false;
    }
  }

  @Property
  void a_device_holds_no_separator_of_a_dial_string(@ForAll("texts") String text) {
    Device.parse(text).ifPresent(device -> meansNothing(device.name(), ""));
    assertThat(accepts(() -> Device.of(text))).isEqualTo(Device.parse(text).isPresent());
  }

  private static void meansNothing(String value, String allowed) {
    for (char c : MEANS_SOMETHING.toCharArray()) {
      if (allowed.indexOf(c) < 0) {
        assertThat(value.indexOf(c)).as("%04x in %s", (int) c, value).isNegative();
      }
    }
  }

  @Property
  void a_channel_holds_nothing_that_ends_a_header(@ForAll("texts") String text) {
    if (accepts(() -> new Channel(PbxId.of("pbx"), text))) {
      meansNothing(text, ";"); // Local/1@x-0001;1 is the name of a channel.
    }
  }

  @Property
  void a_call_id_a_switch_and_a_context_are_plain_words(@ForAll("texts") String text) {
    assertThat(CallId.parse(text).isPresent())
        .isEqualTo(text.matches("[A-Za-z0-9._-]{1,150}(@[A-Za-z0-9._-]{1,64})?"));
    ContextName.parse(text).ifPresent(name -> assertThat(name.name()).matches("[\\w-]{1,79}"));
    assertThat(accepts(() -> PbxId.of(text))).isEqualTo(text.matches("[A-Za-z0-9._-]{1,64}"));
  }

  @Property
  void a_token_is_a_positive_number(@ForAll("texts") String text) {
    assertThat(Token.parse(text).isPresent())
        .isEqualTo(text.matches("[0-9]{1,18}") && !text.matches("0+"));
  }

  @Property
  void a_caller_id_keeps_what_can_be_shown_and_a_number_only_if_it_could_be_dialled(
      @ForAll("texts") String number, @ForAll("texts") String name) {
    CallerId caller = new CallerId(number, name);
    assertThat(caller.number()).matches("\\+?[0-9*#]{1,20}|");
    assertThat(caller.name().codePointCount(0, caller.name().length())).isLessThanOrEqualTo(80);
    assertThat(caller.name().codePoints())
        .noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029);
    assertThat(new CallerId(caller.number(), caller.name())).as("settled").isEqualTo(caller);
  }

  @Example
  void the_message_of_a_refusal_shows_control_characters_and_cuts_long_text() {
    assertThatThrownBy(() -> DirectoryNumber.of("1\r\n2"))
        .hasMessageContaining("'1\\u000d\\u000a2'");
    assertThatThrownBy(() -> CallId.of("x".repeat(500)))
        .satisfies(refused -> assertThat(refused.toString()).hasSizeLessThan(200));
  }
}
