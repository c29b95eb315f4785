package io.ringwright.dialplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentCodesTest {

  @Test
  void the_usual_codes_are_those_that_telephone_engineers_know() {
    assertThat(AgentCodes.STANDARD.all()).containsExactly("*45", "*46", "*47", "*48");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "*", "45", "*4 5", "*45,1", "*45)", "*45\n", "*X", "*${A}", "*12345678"})
  void a_code_that_could_be_anything_else_is_refused(String code) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AgentCodes(code, "*46", "*47", "*48"))
        .withMessageNotContaining("\n");
  }

  @Test
  void a_code_with_which_another_begins_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AgentCodes("*4", "*46", "*57", "*58"))
        .withMessageContaining("'*4'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AgentCodes("*45", "*45", "*47", "*48"));
  }
}
