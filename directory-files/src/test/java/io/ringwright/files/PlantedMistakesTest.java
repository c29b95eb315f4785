package io.ringwright.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mistake is told by line and column, and all of them at once. */
class PlantedMistakesTest {

  static Stream<PlantedMistake> mistakes() {
    return PlantedMistake.all();
  }

  private static List<FileMistake> mistakesOf(String yaml) {
    PhoneFileException refused =
        catchThrowableOfType(
            PhoneFileException.class, () -> PhoneFileReader.create().readText(yaml));
    assertThat(refused).as(yaml).isNotNull();
    return refused.mistakes();
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void one_mistake_is_told_once_at_its_line_and_column(PlantedMistake planted) {
    List<FileMistake> found = mistakesOf(planted.text());
    assertThat(found).hasSize(1);
    FileMistake mistake = found.get(0);
    assertThat(mistake.toString()).contains(planted.words());
    assertThat(mistake.at()).isEqualTo(new FilePlace("text", planted.line(), planted.column()));
    assertThat(mistake.problem()).isNotEmpty();
    assertThat(mistake.expected()).isNotEmpty();
  }

  @Test
  void many_mistakes_are_told_at_once_in_the_order_of_their_lines() {
    List<FileMistake> found =
        mistakesOf(
            """
            time-zone: Europe/Berln
            extensions:
              101: {device: PJSIP 101, ring-time: 3 parsecs, forward: {on-busy: 999}}
              102: {devise: PJSIP/102}
            hunt-groups:
              700: {members: [101, 105], strategy: fair, queue-limit: -1}
            """);
    assertThat(found.stream().map(each -> each.at().line()).collect(Collectors.toList()))
        .containsExactly(1, 3, 3, 3, 4, 6, 6, 6);
  }

  @Test
  void a_secret_is_not_repeated_in_what_is_said_of_it() {
    assertThat(mistakesOf("extensions:\n  101: {device: SIP/1, sip-password: hunter2}"))
        .singleElement()
        .asString()
        .contains("sip-password", "Secrets have no place")
        .doesNotContain("hunter2");
  }
}
