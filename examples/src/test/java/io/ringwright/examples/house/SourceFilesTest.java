package io.ringwright.examples.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The source files of all modules keep to the sizes and words of the house. */
class SourceFilesTest {

  private static final List<SourceFile> FILES = SourceFile.all(SourceFile.root());

  @Test
  void the_files_of_every_module_are_seen() {
    assertThat(FILES)
        .extracting(file -> file.name().substring(0, file.name().indexOf('/')))
        .contains(
            "core",
            "testkit",
            "fake-asterisk",
            "simulator",
            "sqlite-journal",
            "wallboard",
            "call-records",
            "directory-files",
            "asterisk-import",
            "agi-adapter",
            "ami-adapter",
            "micrometer",
            "audit",
            "examples");
  }

  @Test
  void no_main_file_is_too_long() {
    SourceRules.filesOver(SourceRules.LONG_FILE, FILES)
        .forEach(file -> System.out.println("long, think of parting it: " + file));
    assertThat(SourceRules.filesOver(SourceRules.LONGEST_FILE, FILES)).isEmpty();
  }

  @Test
  void no_method_is_too_long() {
    assertThat(SourceRules.methodsTooLong(FILES)).isEmpty();
  }

  @Test
  void no_file_has_an_empty_name() {
    assertThat(SourceRules.emptyNames(FILES)).isEmpty();
  }

  @Test
  void nothing_is_put_off_switched_off_or_signed() {
    assertThat(SourceRules.unwantedLines(FILES)).isEmpty();
  }

  @Test
  void everything_public_is_described() {
    assertThat(SourceRules.undescribed(FILES)).isEmpty();
  }
}
