package io.ringwright.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** A text that is refused learns what would be accepted. */
class RefusalTextsTest {

  @Test
  void a_refused_name_or_number_is_told_which_characters_it_may_have() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DirectoryNumber.of("12a"))
        .withMessage("directory number '12a' is not valid: expected 1 to 20 of 0-9, * and #");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PbxId.of("pbx/1"))
        .withMessage("PBX name 'pbx/1' is not valid: expected 1 to 64 letters, digits and . _ -");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ContextName.of("my wait"))
        .withMessage(
            "context name 'my wait' is not valid: expected 1 to 79 letters, digits, _ and -");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Channel(PbxId.of("lab"), "PJSIP trunk"))
        .withMessageContaining("expected 1 to 120 letters, digits and / @ . _");
  }

  @Test
  void refused_requirements_are_told_why() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Requirements.of("french:3+sales"))
        .withMessage(
            "requirements 'french:3+sales' are not valid: expected each skill once, as skill:level");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Requirements.of("french:900"))
        .withMessageContaining("level 900 of skill french is not valid");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Requirements.of("x".repeat(201)))
        .withMessageContaining("expected at most 200 characters");
    assertThat(Requirements.of("french:3;60="))
        .isEqualTo(Requirements.parse("french:3;60=").orElseThrow());
  }
}
