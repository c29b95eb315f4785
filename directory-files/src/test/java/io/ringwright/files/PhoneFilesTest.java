package io.ringwright.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command for CI: what it prints, and how it exits. */
class PhoneFilesTest {

  private static final String GOOD =
      "extensions:\n  101: {name: Anna, device: PJSIP/101}\nhunt-groups:\n  700: {members: 101}\n";

  @TempDir private Path folder;
  private String printed = "";

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private int run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int code =
        PhoneFiles.run(List.of(arguments), new PrintStream(out, true, StandardCharsets.UTF_8));
    printed = out.toString(StandardCharsets.UTF_8);
    return code;
  }

  @Test
  void a_good_file_has_no_finding() throws IOException {
    assertThat(run("lint", file("phones.yaml", GOOD))).isZero();
    assertThat(printed).contains("phone list of 1 extensions and 1 hunt groups, no finding");
  }

  @Test
  void mistakes_are_printed_by_line() throws IOException {
    assertThat(run("lint", file("phones.yaml", GOOD.replace("PJSIP/101", "PJSIP 101")))).isOne();
    assertThat(printed)
        .contains("phones.yaml:2:29: extension 101: device 'PJSIP 101' is not valid")
        .contains("1 mistake");
  }

  @Test
  void findings_are_printed_with_the_line_of_their_setting() throws IOException {
    String neglected =
        """
        extensions:
          101: {device: PJSIP/101, service: out-of-service}
          102: {device: PJSIP/102}
        hunt-groups:
          700:
            queue-limit: 3
            members: [101, 102]
        """;
    assertThat(run("lint", file("phones.yaml", neglected))).isOne();
    assertThat(printed)
        .contains("phones.yaml:2:37: calls are lost: extension 101 · dead end")
        .contains("phones.yaml:7:15: without effect: hunt group 700 · member that never rings");
  }

  @Test
  void what_is_only_worth_a_look_counts_where_that_is_asked_for() throws IOException {
    String shared = GOOD.replace("hunt-groups", "  102: {device: PJSIP/101}\nhunt-groups");
    assertThat(run("lint", file("phones.yaml", shared))).isZero();
    assertThat(printed).contains("worth a look: extension 101 · device of several extensions");
    assertThat(run("lint", "--strict", file("phones.yaml", shared))).isOne();
  }

  @Test
  void what_the_program_has_to_bring_is_named() throws IOException {
    String own =
        GOOD.replace("members: 101", "members: 101, strategy: {host: nearest}")
            .replace("name: Anna", "forward: {on-busy: {to: 700, when: {host: vacation}}}");
    assertThat(run("lint", file("phones.yaml", own))).isZero();
    assertThat(printed).contains("needs the predicate 'vacation'", "needs the strategy 'nearest'");
  }

  @Test
  void differences_are_printed() throws IOException {
    String old = file("old.yaml", GOOD);
    assertThat(run("diff", old, old)).isZero();
    assertThat(printed).isEmpty();
    assertThat(run("diff", old, file("new.yaml", GOOD.replace("Anna", "Anne")))).isOne();
    assertThat(printed).isEqualToIgnoringNewLines("101 (Anne): name Anna → Anne");
  }

  @Test
  void files_that_cannot_be_read_or_compared_are_another_exit_code() throws IOException {
    String good = file("old.yaml", GOOD);
    assertThat(run("lint", folder.resolve("nowhere.yaml").toString())).isEqualTo(2);
    assertThat(run("diff", good, file("bad.yaml", "extensions: 1"))).isEqualTo(2);
    assertThat(printed).contains("bad.yaml:1:13");
  }

  @Test
  void other_arguments_print_how_it_is_used() {
    assertThat(run()).isEqualTo(2);
    assertThat(run("lint")).isEqualTo(2);
    assertThat(run("check", "a")).isEqualTo(2);
    assertThat(printed).contains("lint [--strict] FILE", "diff OLD NEW");
  }
}
