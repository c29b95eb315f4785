package io.ringwright.dialplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QuestionTest {

  @ParameterizedTest
  @EnumSource
  void a_question_is_found_by_its_script(Question question) {
    assertThat(Question.of(question.script())).contains(question);
  }

  @Test
  void a_script_of_the_host_is_no_question() {
    assertThat(Question.of("menu")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"ROUTE", "AGENT", "FELL_BACK"})
  void a_known_caller_is_asked_about_with_all_that_the_channel_remembers(Question question) {
    assertThat(question.arguments()).containsAll(ChannelVariables.remembered());
  }

  @ParameterizedTest
  @EnumSource
  void every_question_has_its_number_first(Question question) {
    assertThat(question.position(ChannelVariables.ASKED)).isZero();
  }

  @Test
  void an_argument_has_its_place() {
    assertThat(Question.KEY.position(ChannelVariables.GROUP)).isEqualTo(4);
    assertThatThrownBy(() -> Question.KEY.position(ChannelVariables.TOKEN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("script 'key' has no argument RW_TOKEN");
  }
}
