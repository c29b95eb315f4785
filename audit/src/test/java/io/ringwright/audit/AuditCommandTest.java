package io.ringwright.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/** The command as somebody types it. */
class AuditCommandTest {

  /** Anna is free at 10:00:50 and rung at 10:00:55.5, and c1 waited longer than c2. */
  private static final String LOG =
      """
      1767607205|MANAGER|sales|anna|ADDMEMBER|
      1767607210|c1|sales|NONE|ENTERQUEUE||0301|1
      1767607212|c1|sales|anna|CONNECT|2|a1|2
      1767607220|c2|sales|NONE|ENTERQUEUE||0302|1
      1767607250|c1|sales|anna|COMPLETEAGENT|2|38|1
      1767607258|c2|sales|anna|CONNECT|38|a2|2
      1767607290|c2|sales|anna|COMPLETEAGENT|38|32|1
      """;

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... arguments) {
    return QueueLogAudit.run(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        arguments);
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String complained() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private String log(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void it_prints_what_the_documentation_shows() throws IOException {
    assertThat(run(log("queue_log", LOG))).isZero();
    String page = Files.readString(Path.of("..", "docs", "audit.md"));
    assertThat(printed()).isNotEmpty();
    assertThat(page).contains("```\n" + printed() + "```").contains("```\n" + LOG + "```");
  }

  @Test
  void its_options_are_those_of_the_documentation() throws IOException {
    assertThat(run("--help")).isZero();
    assertThat(Files.readString(Path.of("..", "docs", "audit.md"))).contains(printed());
  }

  @Test
  void every_option_is_understood() throws IOException {
    String file = log("queue_log", LOG);
    assertThat(
            run(
                "--zone=Europe/Berlin",
                "--wrapup=sales=10",
                "--backup=sales=ben",
                "--alias=Local/1@a=anna",
                "--presence=600",
                "--shortest-gap=2",
                "--starving=30",
                "--passed-over=2",
                file))
        .isZero();
    assertThat(printed()).contains("2026-01-05  sales", "No findings.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--zone=Moon/Base",
        "--wrapup=sales",
        "--wrapup=sales=long",
        "--wrapup=sales=99999999",
        "--backup==anna",
        "--alias=anna=",
        "--colour=red",
        "--starving"
      })
  void an_option_that_is_wrong_is_named_and_nothing_is_printed(String option) {
    assertThat(run(option, "queue_log")).isEqualTo(2);
    assertThat(complained()).isNotEmpty();
    assertThat(printed()).isEmpty();
  }

  @Test
  void a_file_that_is_not_there_is_named() {
    assertThat(run(folder.resolve("nothing").toString())).isEqualTo(2);
    assertThat(complained()).contains("nothing cannot be read: expected a queue_log");
    assertThat(run(folder.toString())).isEqualTo(2);
  }

  @Test
  void the_plot_is_a_picture_with_a_bar_for_each_day_and_queue() throws Exception {
    Path plot = folder.resolve("idle.svg");
    String other =
        LOG.replace("sales", "a<b>&\"c")
            .replace("17676072", "17676082")
            .replace("|c", "|d")
            .replace("\nc", "\nd")
            .replace("anna", "ben");
    assertThat(run("--svg=" + plot, log("one", LOG), log("two", other))).isZero();
    byte[] svg = Files.readAllBytes(plot);
    Document picture =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg));
    assertThat(picture.getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(picture.getElementsByTagName("rect").getLength()).isEqualTo(2 + 2);
    assertThat(new String(svg, StandardCharsets.UTF_8)).contains("a&lt;b&gt;&amp;");
  }

  @Test
  void a_plot_that_cannot_be_written_is_told() throws IOException {
    assertThat(run("--svg=" + folder, log("queue_log", LOG))).isEqualTo(2);
    assertThat(complained()).startsWith("cannot write the plot");
  }

  @Test
  void no_name_of_the_log_reaches_the_terminal_as_an_order() throws IOException {
    String file = log("queue_log", LOG.replace("anna", "an\u009bna\u202e"));
    assertThat(run(file)).isZero();
    assertThat(printed()).contains("an?na?").doesNotContain("\u009b").doesNotContain("\u202e");
  }
}
