package io.ringwright.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ringwright.call.DirectoryNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A phone file can be parted, within its folder. */
class IncludeTest {

  private static final PhoneFileReader READER = PhoneFileReader.create();

  @TempDir private Path around;
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectories(around.resolve("house"));
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private String refusal(Path file) {
    return ""
        + catchThrowableOfType(PhoneFileException.class, () -> READER.read(file)).getMessage();
  }

  @Test
  void people_and_groups_can_stand_in_files_of_their_own() throws IOException {
    write("people/sales.yaml", "extensions: {101: {name: Anna, device: PJSIP/101}}");
    write("hours.yaml", "hours: {office: Mo-Fr 08:00-18:00}");
    Path file =
        write(
            "phones.yaml",
            """
            include: [people/sales.yaml, hours.yaml]
            time-zone: Europe/Berlin
            extensions: {102: {device: PJSIP/102}}
            hunt-groups: {700: {members: [Anna, 102], open: office}}
            """);
    PhoneFile read = READER.read(file);
    assertThat(read.phones().extensions())
        .extracting(each -> each.number().digits())
        .containsExactly("101", "102");
    assertThat(read.name(DirectoryNumber.of("101"))).contains("Anna");
    assertThat(read.hours())
        .hasEntrySatisfying(
            "office", hours -> assertThat(hours.zone()).hasToString("Europe/Berlin"));
  }

  @Test
  void an_included_file_includes_relative_to_itself() throws IOException {
    write("a/b/c.yaml", "extensions: {101: {device: PJSIP/101}}");
    write("a/b.yaml", "include: b/c.yaml");
    Path file = write("phones.yaml", "include: a/b.yaml");
    assertThat(READER.read(file).phones().extensions()).hasSize(1);
  }

  @Test
  void a_mistake_of_an_included_file_is_told_with_the_name_of_that_file() throws IOException {
    write("people/sales.yaml", "extensions:\n  101: {device: PJSIP 101}\n");
    Path file = write("phones.yaml", "include: people/sales.yaml\ntime-zone: Mars");
    assertThat(refusal(file))
        .contains("people/sales.yaml:2:17: extension 101: device 'PJSIP 101' is not valid")
        .contains("phones.yaml:2:12: file: time-zone 'Mars' is not valid");
  }

  @Test
  void nothing_outside_the_folder_is_included() throws IOException {
    Files.writeString(around.resolve("secret.yaml"), "extensions: {}");
    assertThat(refusal(write("phones.yaml", "include: ../secret.yaml")))
        .contains("phones.yaml:1:10", "a file in the folder of the first one, or below");
    assertThat(refusal(write("phones.yaml", "include: " + around.resolve("secret.yaml"))))
        .contains("a file in the folder of the first one, or below");
    Files.createSymbolicLink(folder.resolve("link.yaml"), around.resolve("secret.yaml"));
    assertThat(refusal(write("phones.yaml", "include: link.yaml")))
        .contains("a file in the folder of the first one, or below");
  }

  @Test
  void files_that_include_each_other_are_told() throws IOException {
    write("a.yaml", "include: phones.yaml");
    assertThat(refusal(write("phones.yaml", "include: a.yaml")))
        .contains("a.yaml:1:10", "files that do not include each other in a circle");
  }

  @Test
  void a_file_is_included_once() throws IOException {
    write("a.yaml", "extensions: {101: {device: SIP/1}}");
    assertThat(refusal(write("phones.yaml", "include: [a.yaml, a.yaml]")))
        .contains("phones.yaml:1:19", "each file once");
  }

  @Test
  void an_included_file_that_is_missing_is_told_where_it_is_included() throws IOException {
    String told =
        refusal(write("phones.yaml", "include: a.yaml\nhunt-groups: {700: {members: 101}}"));
    assertThat(told).contains("phones.yaml:1:10: file: a.yaml does not exist");
    assertThat(told).as("what may be in it is not missed").doesNotContain("700");
  }

  @Test
  void a_number_in_two_files_is_told() throws IOException {
    write("a.yaml", "extensions: {101: {device: SIP/1}}");
    assertThat(refusal(write("phones.yaml", "include: a.yaml\nextensions: {101: {device: SIP/2}}")))
        .contains("phones.yaml:2:14: extension 101: number 101 is taken, see a.yaml:1:14");
  }

  @Test
  void a_setting_of_the_house_stands_in_one_file() throws IOException {
    write("a.yaml", "time-zone: UTC");
    assertThat(refusal(write("phones.yaml", "include: a.yaml\ntime-zone: Europe/Berlin")))
        .contains("phones.yaml:2:12: file: time-zone stands in several files");
  }

  @Test
  void more_than_a_hundred_files_are_refused() throws IOException {
    for (int each = 0; each < 100; each++) {
      write("f" + each + ".yaml", "include: f" + (each + 1) + ".yaml");
    }
    write("f100.yaml", "extensions: {}");
    assertThat(refusal(write("phones.yaml", "include: f0.yaml"))).contains("at most 100 files");
  }
}
