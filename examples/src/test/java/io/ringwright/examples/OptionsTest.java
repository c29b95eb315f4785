package io.ringwright.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

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
  void a_real_asterisk_is_not_part_of_a_crash() {
    assertThatThrownBy(() -> Options.parse("--crash", "--asterisk=127.0.0.1:5038"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--crash with --asterisk");
  }
}
