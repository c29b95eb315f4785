package io.ringwright.audit;

import static io.ringwright.audit.LogText.TEN_O_CLOCK;
import static io.ringwright.audit.LogText.auditBytes;
import static io.ringwright.audit.LogText.queue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ringwright.audit.AuditReport.Unread;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing in a file stops the audit; what cannot be read is counted, and its place is named. */
class BadInputTest {

  private static final Charset UTF_8 = StandardCharsets.UTF_8;

  @TempDir Path folder;

  /** A gap of 5.5 seconds. */
  private static String good() {
    return line(5, "MANAGER|sales|Ann\u00e4|ADDMEMBER|")
        + line(10, "c1|sales|NONE|ENTERQUEUE||0301|1")
        + line(12, "c1|sales|Ann\u00e4|CONNECT|2|a1|2")
        + line(20, "c2|sales|NONE|ENTERQUEUE||0302|1")
        + line(50, "c1|sales|Ann\u00e4|COMPLETEAGENT|2|38|1")
        + line(58, "c2|sales|Ann\u00e4|CONNECT|38|a2|2")
        + line(90, "c2|sales|Ann\u00e4|COMPLETEAGENT|38|32|1");
  }

  private static String line(long second, String rest) {
    return (TEN_O_CLOCK + second) + "|" + rest + "\n";
  }

  private static AuditReport audit(String text, Charset charset) {
    return auditBytes(text.getBytes(charset), AuditSettings.DEFAULT);
  }

  private static void isWhole(AuditReport report) {
    assertThat(queue(report, "sales").idle().sure()).isEqualTo(Duration.ofMillis(5500));
  }

  @Test
  void lines_that_are_none_are_counted_by_reason_and_the_rest_is_judged() {
    String text =
        "nonsense\n"
            + good()
            + "yesterday|c9|sales|NONE|ENTERQUEUE||1|1\n"
            + line(95, "c9|sales|NONE|ENTERQUEUE||1|first")
            + line(96, "c9|sales|ann|CONNECT|-5|x|1")
            + "12345678901234567890|c9|sales|NONE|ABANDON|1|1|1\n"
            + "|||\n";
    AuditReport report = audit(text, UTF_8);
    isWhole(report);
    assertThat(report.unread())
        .extracting(Unread::why, Unread::count)
        .containsExactly(
            tuple("a field that should be a number is none", 2L),
            tuple("fewer than five fields between bars", 2L),
            tuple("the time is no number of seconds", 2L));
    assertThat(report.unread().get(1).places().get(0)).endsWith(".log:1");
  }

  @Test
  void a_last_line_that_was_cut_off_is_named() {
    AuditReport report = audit(good() + (TEN_O_CLOCK + 99) + "|c3|sal", UTF_8);
    isWhole(report);
    assertThat(report.unread()).hasSize(1);
  }

  @Test
  void line_ends_of_windows_and_a_byte_order_mark_do_no_harm() {
    AuditReport report = audit("\uFEFF" + good().replace("\n", "\r\n"), UTF_8);
    isWhole(report);
    assertThat(report.unread()).isEmpty();
  }

  @Test
  void names_in_latin_1_count_and_are_named() {
    AuditReport report = audit(good(), StandardCharsets.ISO_8859_1);
    isWhole(report);
    assertThat(report.agents()).extracting(AuditReport.AgentDay::agent).contains("Ann\u00e4");
    assertThat(report.unread())
        .extracting(Unread::why, Unread::count)
        .containsExactly(tuple("not UTF-8, taken for Latin-1 (the line counts)", 5L));
  }

  @Test
  void utf_16_is_told_to_be_that() {
    AuditReport report = audit(good(), StandardCharsets.UTF_16);
    assertThat(report.queues()).isEmpty();
    assertThat(report.unread())
        .extracting(Unread::why)
        .contains("a control character: binary, or UTF-16");
  }

  @Test
  void ten_megabytes_of_chance_in_the_middle_do_not_hide_what_stands_around() throws IOException {
    byte[] chance = new byte[10_000_000];
    new Random(3).nextBytes(chance);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    String half = good();
    int middle = half.indexOf('\n', half.length() / 2) + 1;
    all.write(half.substring(0, middle).getBytes(UTF_8));
    all.write(chance);
    all.write('\n');
    all.write(half.substring(middle).getBytes(UTF_8));
    isWhole(auditBytes(all.toByteArray(), AuditSettings.DEFAULT));
  }

  @Test
  void a_line_of_ten_megabytes_is_one_line_too_long() {
    byte[] endless = new byte[10_000_000];
    Arrays.fill(endless, (byte) '1');
    AuditReport report = auditBytes(endless, AuditSettings.DEFAULT);
    assertThat(report.unread())
        .extracting(Unread::why, Unread::count)
        .containsExactly(tuple("longer than 16384 bytes", 1L));
  }

  @Test
  void an_empty_file_is_an_empty_report() {
    AuditReport report = auditBytes(new byte[0], AuditSettings.DEFAULT);
    assertThat(report.queues()).isEmpty();
    assertThat(report.span().lines()).isZero();
  }

  @Test
  void a_log_that_goes_back_in_time_is_read_on_and_told() {
    AuditReport report = audit(good() + line(30, "c3|sales|NONE|ENTERQUEUE||0303|1"), UTF_8);
    isWhole(report);
    assertThat(report.unknown())
        .anyMatch(each -> each.startsWith("1 lines are older than the line before"));
  }

  @Test
  void rotated_files_are_taken_in_the_order_of_time_and_unpacked() throws IOException {
    String whole = good();
    int middle = whole.indexOf('\n', whole.length() / 2) + 1;
    Path newer = Files.writeString(folder.resolve("queue_log"), whole.substring(middle));
    Path older = folder.resolve("queue_log.1.gz");
    Files.write(older, packed(whole.substring(0, middle)));
    isWhole(QueueLogAudit.of(List.of(newer, older), AuditSettings.DEFAULT));
  }

  @Test
  void a_packed_file_that_breaks_off_is_read_as_far_as_it_goes() throws IOException {
    StringBuilder text = new StringBuilder(good());
    for (int call = 100; call < 3000; call++) {
      text.append(line(call, "x" + call + "|sales|NONE|DID|" + call * 7919L));
    }
    byte[] packed = packed(text.toString());
    Path file = folder.resolve("queue_log.gz");
    Files.write(file, Arrays.copyOf(packed, packed.length / 2));
    AuditReport report = QueueLogAudit.of(List.of(file), AuditSettings.DEFAULT);
    isWhole(report);
    assertThat(report.unread())
        .extracting(Unread::why)
        .anyMatch(why -> why.startsWith("the file breaks off"));
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void mutated_logs_never_stop_it() {
    Random random = new Random(11);
    for (int round = 0; round < 500; round++) {
      byte[] bytes = good().getBytes(UTF_8);
      for (int change = 0; change < 1 + random.nextInt(20); change++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      AuditReport report = auditBytes(bytes, AuditSettings.DEFAULT);
      assertThat(new TextReport(report).toString()).contains("Not in the log:");
    }
  }
}
