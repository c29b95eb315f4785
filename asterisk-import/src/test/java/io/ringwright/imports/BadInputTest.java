package io.ringwright.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the files hold, they are imported or refused with a reason, in a short time. */
class BadInputTest {

  private static final String WHOLE =
      """
      [general]
      autofill = yes
      [base](!)
      announce-frequency = 30
      [700](base)
      strategy = rrmemory
      member => PJSIP/101,1,"Anna",hint:101@house,no,5,no
      ;-- old
      member => PJSIP/102
      --;
      #include more.conf
      [701](+)
      periodic-announce = a,b
      """;

  @TempDir private Path folder;

  @Test
  void every_beginning_of_a_file_is_imported() {
    for (int end = 0; end <= WHOLE.length(); end++) {
      House.Result result = House.with(WHOLE.substring(0, end)).imported(folder);
      assertThat(result.house().report().entries())
          .as("the first %s characters", end)
          .noneMatch(each -> each.reason().contains("nothing is known"));
    }
  }

  @Test
  void lines_in_any_order_and_with_any_signs_are_imported_or_refused() {
    Random random = new Random(7);
    String signs = "[](!)+,;-=>#\"\\ \t\n/@:*0aPé";
    for (int run = 0; run < 300; run++) {
      StringBuilder text = new StringBuilder(WHOLE);
      for (int change = 0; change < 20; change++) {
        int at = random.nextInt(text.length());
        text.setCharAt(at, signs.charAt(random.nextInt(signs.length())));
      }
      House.Result result = House.with(text.toString()).dialplan(text.toString()).imported(folder);
      assertThat(result.house().report().entries()).isNotEmpty();
    }
  }

  @Test
  void any_options_with_any_values_make_a_phone_list() {
    Random random = new Random(11);
    List<String> values =
        List.of(
            "yes",
            "no",
            "0",
            "1",
            "7",
            "3601",
            "-1",
            "99999999999",
            "wrandom",
            "linear",
            "all",
            "more",
            "a b",
            "x/y",
            "silence/1",
            "x,y",
            "menu",
            "paused,inuse",
            "strict",
            "",
            "é");
    for (int run = 0; run < 200; run++) {
      StringBuilder queues = new StringBuilder();
      for (String queue : List.of("700", "sales", "101")) {
        queues.append("[").append(queue).append("]\n");
        for (int i = 0; i < 25; i++) {
          String option = any(QueueOptions.ALL, random).name();
          queues.append(option).append(" = ").append(any(values, random)).append('\n');
        }
        queues.append("member = PJSIP/101,").append(any(values, random)).append('\n');
        queues.append("member = Local/102@x/n,2,n,").append(any(values, random)).append('\n');
      }
      House.Result result =
          House.with(queues.toString())
              .rules("[x/y]\npenaltychange => 5,+2\npenaltychange => 9,+1\n")
              .dialplan(
                  "[menu]\nexten => 1,1,Set(QUEUE_MAX_PENALTY=0)\n same => n,Queue(700,rtT,,,9)\n")
              .imported(folder);
      assertThat(result.house().phones().phones().huntGroups()).hasSize(3);
    }
  }

  private static <T> T any(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }

  @Test
  void a_folder_without_queues_is_refused() {
    assertThatThrownBy(() -> AsteriskImport.of(folder))
        .isInstanceOf(ImportException.class)
        .hasMessage("queues.conf: is not there; expected it in the folder");
    assertThatThrownBy(() -> AsteriskImport.of(folder.resolve("nowhere")))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("is no folder");
  }

  @Test
  void a_binary_file_is_refused_with_its_line() {
    new House().file("queues.conf", "[700]\n\0\0".getBytes(StandardCharsets.UTF_8)).writeTo(folder);
    assertThatThrownBy(() -> AsteriskImport.of(folder))
        .hasMessage("queues.conf:2: is no text; expected a configuration");
  }

  @Test
  void utf_16_is_refused() {
    new House().file("queues.conf", "[700]\n".getBytes(StandardCharsets.UTF_16)).writeTo(folder);
    assertThatThrownBy(() -> AsteriskImport.of(folder))
        .hasMessage("queues.conf:1: is UTF-16; expected text in UTF-8");
  }

  @Test
  void latin_1_is_read_and_told() {
    byte[] latin = "[700]\nmember = PJSIP/101,0,Jörg\n".getBytes(StandardCharsets.ISO_8859_1);
    House.Result result = new House().file("queues.conf", latin).imported(folder);
    assertThat(result.house().phones().names()).containsValue("Jörg");
    assertThat(result.line(2).reason()).isEqualTo("the file is no UTF-8: read as Latin-1");
  }

  @Test
  void a_byte_order_mark_is_not_part_of_the_first_line() {
    assertThat(
            House.with("\uFEFF[700]\nmember = PJSIP/1\n").imported(folder).group("700").members())
        .hasSize(1);
  }

  @Test
  @Timeout(20)
  void ten_megabytes_are_read_and_a_byte_more_is_refused() {
    String head = "[700]\nmember = PJSIP/101\n;";
    String fill = "x".repeat(10 * 1024 * 1024 - head.length());
    assertThat(House.with(head + fill).imported(folder).group("700").members()).hasSize(1);
    House.with(head + fill + "x").writeTo(folder);
    assertThatThrownBy(() -> AsteriskImport.of(folder))
        .hasMessage("queues.conf: is too large; expected 10 MB at most, in all files");
  }

  @Test
  @Timeout(20)
  void there_is_a_most_of_lines() {
    House.with("[700]\n" + "a=b\n".repeat(300_000)).writeTo(folder);
    assertThatThrownBy(() -> AsteriskImport.of(folder)).hasMessageContaining("too many lines");
  }

  @Test
  @Timeout(20)
  void sections_that_inherit_from_each_other_do_not_fill_the_memory() {
    StringBuilder text = new StringBuilder("[s0](!)\nmember = PJSIP/1\n");
    for (int i = 1; i <= 40; i++) {
      text.append("[s%d](!,s%d,s%d)\n".formatted(i, i - 1, i - 1));
    }
    House.with(text.toString()).writeTo(folder);
    assertThatThrownBy(() -> AsteriskImport.of(folder)).hasMessageContaining("inherit too much");
  }

  @Test
  void more_than_a_hundred_included_files_are_not_read() {
    House house = House.with("#include a/*\n");
    for (int i = 0; i < 101; i++) {
      house.file("a/" + i, "");
    }
    assertThat(house.imported(folder).line(1).reason()).contains("at most 100");
  }

  @Test
  void a_value_of_many_characters_is_cut_in_the_report() {
    House.Result result = House.with("[700]\nannounce = " + "x".repeat(5000)).imported(folder);
    assertThat(result.line(2).value()).hasSize(201);
  }

  @Test
  @Timeout(value = 20, threadMode = ThreadMode.SEPARATE_THREAD)
  void a_line_that_is_longer_than_asterisk_reads_is_told() {
    String blanks = " ".repeat(5_000_000);
    House.Result result =
        House.with("[700]\nmaxlen = 3" + blanks + "4\nmember = PJSIP/101\n")
            .dialplan("[in]\nexten => 1" + blanks + ".\n")
            .imported(folder);
    assertThat(result.line(2).reason()).isEqualTo("longer than 8191 characters");
    assertThat(result.line("extensions.conf", 2).verdict()).isEqualTo(Verdict.NOT_POSSIBLE);
    assertThat(result.group("700").members()).hasSize(1);
  }

  @Test
  void a_pattern_of_many_stars_names_no_file() {
    House house = House.with("#include a/*a*a*a*a*a*.conf\n#include a/*a*a*a*.conf\n");
    House.Result result = house.file("a/aaaaaaaa.conf", "").imported(folder);
    assertThat(result.line(1).reason()).isEqualTo("no file has this name");
    assertThat(result.line(2).reason()).startsWith("read");
  }
}
