package io.ringwright.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What can be made can also be written on a channel and read from there. */
class RequirementsLimitTest {

  private static Map<String, Integer> skills(int many) {
    return IntStream.range(0, many)
        .boxed()
        .collect(Collectors.toMap(skill -> "skill%03d".formatted(skill), skill -> 1));
  }

  @Test
  void requirements_whose_text_would_be_refused_cannot_be_made() {
    Requirements longest = Requirements.of(skills(18));
    assertThat(longest.text()).hasSize(197);
    assertThat(Requirements.parse(longest.text())).contains(longest);
    assertThatThrownBy(() -> Requirements.of(skills(19)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "requirements of 208 characters are not valid: expected at most 200.\n"
                + "Ask for fewer skills, give them shorter names, or leave out stages.");
    assertThatThrownBy(() -> longest.after(Duration.ofSeconds(20), skills(1)))
        .hasMessageContaining("of 211 characters");
  }

  @Test
  void a_stage_later_than_text_can_say_cannot_be_made() {
    Requirements late =
        Requirements.of(Map.of("french", 1)).after(Duration.ofSeconds(999_999), Map.of());
    assertThat(Requirements.parse(late.text())).contains(late);
    assertThatThrownBy(() -> late.after(Duration.ofSeconds(1_000_000), Map.of()))
        .hasMessageContaining("expected whole seconds, 0 to 999999");
  }
}
