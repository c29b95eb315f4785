package io.ringwright.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file holds, it is read or refused with a place and a remedy, in a short time. */
class BadInputTest {

  private static final PhoneFileReader READER = PhoneFileReader.create().anyHostNames();
  private static final String GOOD = "extensions:\n  101: {name: Müller, device: PJSIP/101}\n";

  @TempDir private Path folder;

  private FileMistake only(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("phones.yaml"), bytes);
    PhoneFileException refused =
        catchThrowableOfType(PhoneFileException.class, () -> READER.read(file));
    assertThat(refused.mistakes()).hasSize(1);
    return refused.mistakes().get(0);
  }

  private FileMistake only(String text) throws IOException {
    return only(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_file_that_does_not_exist_is_named() {
    Path file = folder.resolve("nowhere.yaml");
    assertThat(catchThrowableOfType(PhoneFileException.class, () -> READER.read(file)))
        .hasMessageContaining("nowhere.yaml does not exist");
  }

  @Test
  void a_folder_is_no_file() {
    assertThat(catchThrowableOfType(PhoneFileException.class, () -> READER.read(folder)))
        .hasMessageContaining("cannot be read");
  }

  @Test
  void an_empty_file_is_an_empty_list() throws IOException {
    Path file = Files.writeString(folder.resolve("phones.yaml"), "# nobody yet\n");
    assertThat(READER.read(file).phones().extensions()).isEmpty();
  }

  @Test
  void another_encoding_is_told_at_the_first_character_of_it() throws IOException {
    FileMistake mistake = only(GOOD.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(mistake.problem()).isEqualTo("byte 0xFC is no UTF-8");
    assertThat(mistake.at()).isEqualTo(new FilePlace("phones.yaml", 2, 16));
    assertThat(mistake.remedy()).isEqualTo("Save the file as UTF-8.");
  }

  @Test
  void utf_16_is_told() throws IOException {
    assertThat(only(GOOD.getBytes(StandardCharsets.UTF_16)).problem()).contains("UTF-16");
    assertThat(only(GOOD.getBytes(StandardCharsets.UTF_16LE)).problem()).contains("UTF-16");
    assertThat(only(GOOD.getBytes(Charset.forName("UTF-32LE"))).problem()).contains("UTF-16");
  }

  @Test
  void a_byte_order_mark_does_not_matter() {
    assertThat(READER.readText("\uFEFF" + GOOD)).isEqualTo(READER.readText(GOOD));
  }

  @Test
  void windows_line_ends_do_not_matter() {
    assertThat(READER.readText(GOOD.replace("\n", "\r\n"))).isEqualTo(READER.readText(GOOD));
  }

  @Test
  void a_binary_file_is_told() throws IOException {
    assertThat(only("PK\u0003\u0004 extensions").problem())
        .isEqualTo("character U+0003 is not printable");
  }

  @Test
  void ten_megabytes_are_refused() throws IOException {
    assertThat(only(new byte[10 << 20]).toString()).contains("is too large", "at most 8 MiB");
  }

  @Test
  @Timeout(20)
  void many_thousand_people_in_one_file_are_read() {
    StringBuilder text = new StringBuilder("extensions:\n");
    for (int number = 10_000; number < 30_000; number++) {
      text.append("  ").append(number).append(": {device: PJSIP/").append(number).append("}\n");
    }
    assertThat(READER.readText(text.toString()).phones().extensions()).hasSize(20_000);
  }

  @Test
  @Timeout(20)
  void a_file_of_nothing_but_mistakes_is_refused_in_a_short_time() {
    StringBuilder text = new StringBuilder("allow-external: [");
    text.append("x, ".repeat(5_000)).append("x]\nextensions:\n");
    for (int number = 10_000; number < 15_000; number++) {
      text.append(
          "  %d: {name: n%d, device: x, overflow: m%d}\n".formatted(number, number, number));
    }
    PhoneFileException refused =
        catchThrowableOfType(PhoneFileException.class, () -> READER.readText(text.toString()));
    assertThat(refused.mistakes()).hasSize(1000);
    assertThat(refused.getMessage()).hasSizeLessThan(50_000);
  }

  @Test
  void a_file_that_grows_by_aliases_is_refused() throws IOException {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int level = 1; level < 12; level++) {
      String before = "*a" + (level - 1);
      bomb.append("a%d: &a%d [%s]%n".formatted(level, level, (before + ", ").repeat(9) + before));
    }
    Path file = Files.writeString(folder.resolve("phones.yaml"), bomb);
    assertThat(catchThrowableOfType(PhoneFileException.class, () -> READER.read(file)).mistakes())
        .extracting(FileMistake::problem)
        .contains("'*a0' refers to another value");
  }

  @Test
  void values_within_values_are_bounded() throws IOException {
    assertThat(only("[".repeat(100_000)).problem()).isEqualTo("values within values");
    assertThat(only("{a: ".repeat(100_000)).problem()).isEqualTo("values within values");
  }

  @Test
  void a_file_that_is_cut_anywhere_is_read_or_refused_with_a_place() {
    String whole = PhoneFileWriter.yaml(AnyPhoneFile.of(7));
    for (int end = 0; end < whole.length(); end += 13) {
      readOrRefuse(whole.substring(0, end));
    }
  }

  @Test
  void any_damage_is_read_or_refused_with_a_place() {
    Random random = new Random(20_261_128);
    int tries = Integer.getInteger("fuzz", 1_000) / 20;
    int refused = 0;
    for (int file = 0; file < 20; file++) {
      String whole = PhoneFileWriter.yaml(AnyPhoneFile.of(file));
      for (int attempt = 0; attempt < tries; attempt++) {
        refused += readOrRefuse(damaged(whole, random)) ? 0 : 1;
      }
    }
    assertThat(refused).isGreaterThan(tries);
  }

  private static String damaged(String whole, Random random) {
    StringBuilder text = new StringBuilder(whole);
    for (int change = 1 + random.nextInt(3); change > 0; change--) {
      int at = random.nextInt(text.length());
      String other = "\n\t :-#*&![]{}|>'\"%@,?0a\\\u00e4\u2028".substring(random.nextInt(24));
      switch (random.nextInt(3)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, other.charAt(0));
        default -> text.setCharAt(at, other.charAt(0));
      }
    }
    return text.toString();
  }

  private static boolean readOrRefuse(String text) {
    try {
      READER.readText(text);
      return true;
    } catch (PhoneFileException refused) {
      assertThat(refused.mistakes()).allMatch(each -> each.at().line() > 0, text);
      return false;
    }
  }

  @Test
  void durations_that_no_clock_can_hold_are_refused() {
    assertThat(DurationWords.read("999999999999999999 d")).isEmpty();
    assertThat(DurationWords.read("20 s s")).isEmpty();
    assertThat(DurationWords.read("s")).isEmpty();
    assertThat(DurationWords.read("1h30min")).contains(Duration.ofMinutes(90));
  }
}
