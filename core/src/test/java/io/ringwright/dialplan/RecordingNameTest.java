package io.ringwright.dialplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ringwright.call.CallId;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingNameTest {

  private static String name(String group, String call) {
    return RecordingName.of(DirectoryNumber.of(group), CallId.of(call), new Token(17)).path();
  }

  @Test
  void a_recording_is_named_by_call_group_and_attempt_in_a_directory_of_the_group() {
    assertThat(name("701", "lab-1795722739.127@pbx1"))
        .isEqualTo("701/lab-1795722739.127-pbx1-701-17");
  }

  @Test
  void stars_and_hashes_of_a_group_are_letters() {
    assertThat(name("*7#", "1.2")).isEqualTo("x7h/1.2-x7h-17");
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "...", "....", ".hidden", "a..b", "-rf"})
  void whatever_a_call_is_called_its_recording_stays_in_the_directory(String call) {
    String file = name("701", call).substring("701/".length());
    assertThat(file).doesNotContain("..", "/").doesNotStartWith(".");
  }

  @Test
  void a_long_name_of_a_call_is_cut_to_what_a_file_may_be_called() {
    assertThat(name("701", "1".repeat(150)).length()).isLessThan(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "701",
        "701/",
        "/701/a",
        "../a",
        "701/../../etc/passwd",
        "701/..",
        "701/.hidden",
        "701/a/b",
        "701/a,b",
        "701/a;b",
        "701/a b",
        "701/${SHELL(x)}",
        "701/a\nb",
        "sales/a"
      })
  void what_could_lead_elsewhere_or_mean_anything_else_is_refused(String path) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RecordingName(path))
        .withMessageContaining("expected the digits of a hunt group");
  }
}
