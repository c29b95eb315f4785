package io.ringwright.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each line is in the report once, and the command says whether one needs a look. */
class ReportTest {

  private static final String PLAIN =
      """
      [700]
      strategy = rrordered
      timeout = 20
      ringinuse = no
      maxlen = 10
      member => PJSIP/101
      """;

  @TempDir private Path folder;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  private int run(String... more) {
    String[] arguments = new String[more.length + 3];
    arguments[0] = folder.toString();
    arguments[1] = "--out=" + folder.resolve("phones.yaml");
    arguments[2] = "--report=" + folder.resolve("report.txt");
    System.arraycopy(more, 0, arguments, 3, more.length);
    return AsteriskImport.run(
        List.of(arguments), new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  @Test
  void each_line_that_is_no_comment_has_one_entry() {
    StringBuilder queues = new StringBuilder("[general]\n[t](!)\n");
    QueueOptions.ALL.forEach(each -> queues.append(each.name()).append(" = 1\n"));
    queues.append("nonsense = 1\nno equals\n[700](t)\nmember = PJSIP/1\n[701](t)\n[702](x)\n");
    queues.append("#nothing\n[703\nmaxlen = 3\n");
    House.Result result = House.with(queues.toString()).imported(folder);
    List<Integer> all =
        IntStream.rangeClosed(1, (int) queues.toString().lines().count()).boxed().toList();
    assertThat(result.house().report().entries())
        .extracting(ReportEntry::line)
        .containsExactlyElementsOf(all);
    assertThat(result.house().report().entries())
        .noneMatch(each -> each.reason().contains("nothing is known"));
  }

  @Test
  void a_line_of_a_template_has_the_verdict_that_most_needs_a_look() {
    House.Result result =
        House.with(
                """
                [t](!)
                timeout = 20
                [700](t)
                member = PJSIP/1
                [701](t)
                member = PJSIP/2
                [702]
                timeout = 50
                member = PJSIP/2
                """)
            .imported(folder);
    assertThat(result.line(2).verdict()).isEqualTo(Verdict.CHANGED);
    assertThat(result.line(8).verdict()).isEqualTo(Verdict.KEPT);
  }

  @Test
  void lines_that_are_not_needed_for_one_reason_stand_together() {
    House.Result result = House.with("[general]\na = 1\nb = 2\nc = 3\n").imported(folder);
    assertThat(result.house().report().text())
        .contains("queues.conf [general]\n", "  2-4: 3 lines: not needed: app_queue does not");
  }

  @Test
  void a_configuration_that_is_kept_ends_with_0() throws IOException {
    House.with(PLAIN).writeTo(folder);
    assertThat(run()).isZero();
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("1 extension", "6 kept, 0 changed, 0 not needed, 0 not possible");
    assertThat(Files.readString(folder.resolve("phones.yaml"))).contains("strategy: circular");
    assertThat(Files.readString(folder.resolve("report.txt")))
        .contains("  2: strategy = rrordered: kept: circular\n");
  }

  @Test
  void a_line_that_needs_a_look_ends_with_1() {
    House.with(PLAIN + "weight = 3\n").writeTo(folder);
    assertThat(run()).isEqualTo(1);
  }

  @Test
  void a_phone_file_that_is_there_is_not_written_over() throws IOException {
    House.with(PLAIN).file("phones.yaml", "mine").writeTo(folder);
    assertThat(run()).isEqualTo(2);
    assertThat(folder.resolve("phones.yaml")).hasContent("mine");
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("is there already");
  }

  @ParameterizedTest
  @CsvSource({"--force", "another"})
  void wrong_arguments_end_with_2_and_the_usage(String argument) {
    House.with(PLAIN).writeTo(folder);
    assertThat(run(argument)).isEqualTo(2);
    assertThat(printed.toString(StandardCharsets.UTF_8)).startsWith("Usage:");
  }

  @Test
  void what_cannot_be_read_ends_with_2() {
    assertThat(run()).isEqualTo(2);
    assertThat(printed.toString(StandardCharsets.UTF_8)).startsWith("queues.conf: is not there");
  }

  @ParameterizedTest
  @CsvSource({
    "persistentmembers, yes, NOT_NEEDED",
    "autofill, yes, NOT_NEEDED",
    "autofill, no, CHANGED",
    "monitor-type, MixMonitor, NOT_NEEDED",
    "shared_lastcall, yes, KEPT",
    "shared_lastcall, no, CHANGED",
    "negative_penalty_invalid, yes, CHANGED",
    "negative_penalty_invalid, no, KEPT",
    "force_longest_waiting_caller, yes, KEPT",
    "force_longest_waiting_caller, prio, KEPT",
    "force_longest_waiting_caller, no, CHANGED",
    "log_membername_as_agent, yes, NOT_NEEDED",
    "log-caller-id-name, yes, NOT_NEEDED",
    "log_unpause_on_reason_change, yes, NOT_NEEDED",
    "timeout, 30, NOT_NEEDED",
    "unheard, of, NOT_NEEDED"
  })
  void options_of_the_general_section_have_a_verdict(String name, String value, Verdict verdict) {
    House.Result result = House.with("[general]\n" + name + " = " + value + "\n").imported(folder);
    assertThat(result.line(2).verdict()).isEqualTo(verdict);
  }
}
