package io.ringwright.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptionsTest {

  @Test
  void the_journal_is_where_it_was_asked_for() throws IOException {
    Options options = Options.parse("--journal=/var/lib/pbx/calls");
    assertThat(options.journalFile()).isEqualTo(Path.of("/var/lib/pbx/calls"));
    assertThat(options.crash()).isFalse();
  }

  @Test
  void without_an_option_the_journal_is_a_new_file_each_time() throws IOException {
    Options options = Options.parse("--crash");
    assertThat(options.crash()).isTrue();
    assertThat(options.journalFile()).isNotEqualTo(options.journalFile());
  }

  @Test
  void the_password_comes_from_a_file_and_is_in_no_text_about_it(@TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), "s3cret\n");
    Options options = Options.parse("--asterisk=127.0.0.1:5038", "--secret-file=" + file);
    assertThat(options.asterisk().orElseThrow().secret()).isEqualTo("s3cret");
    assertThat(options.toString()).doesNotContain("s3cret").contains("127.0.0.1");
  }

  @Test
  void a_password_is_not_taken_as_an_argument_nor_repeated() {
    assertThatThrownBy(() -> Options.parse("--asterisk=127.0.0.1:5038", "--secret=s3cret"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unknown option '--secret'")
        .hasMessageNotContaining("s3cret");
    assertThatThrownBy(
            () -> Options.parse("--asterisk=127.0.0.1:5038", "--secret-file=/no/such/file"))
        .hasMessageContaining("--secret-file=/no/such/file", "can be read");
  }

  @Test
  void a_real_asterisk_is_not_part_of_a_crash() {
    assertThatThrownBy(() -> Options.parse("--crash", "--asterisk=127.0.0.1:5038"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--crash with --asterisk");
  }
}
