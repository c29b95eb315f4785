package io.ringwright.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.directory.HuntGroup.Member;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The format of Asterisk's files: sections, templates, comments, includes. */
class ConfigFormatTest {

  @TempDir private Path folder;

  private House.Result imported(String queues) {
    return House.with(queues).imported(folder);
  }

  @Test
  void a_queue_inherits_from_its_templates_in_their_order() {
    House.Result result =
        imported(
            """
            [one](!)
            maxlen = 3
            strategy = linear
            [two](!)
            maxlen = 4
            [700](one,two)
            member => PJSIP/101
            """);
    assertThat(result.group("700").waiting().queueLimit()).isEqualTo(4);
    assertThat(result.group("700").hunting().strategy().words()).isEqualTo("linear");
    assertThat(result.line(2).reason()).isEqualTo("a later line counts: queues.conf:5");
    assertThat(result.line(2).verdict()).isEqualTo(Verdict.NOT_NEEDED);
    assertThat(result.line(3).verdict()).isEqualTo(Verdict.KEPT);
  }

  @Test
  void the_first_strategy_counts_as_in_app_queue_and_the_other_one_is_told() {
    House.Result result =
        imported(
            """
            [one](!)
            strategy = ringall
            [700](one)
            strategy = linear
            strategy = RINGALL
            member => PJSIP/101
            """);
    assertThat(result.group("700").hunting().strategy().words()).isEqualTo("simultaneous");
    assertThat(result.line(4).verdict()).isEqualTo(Verdict.CHANGED);
    assertThat(result.line(4).reason()).contains("goes by the first strategy, queues.conf:2");
    assertThat(result.line(5).verdict()).isEqualTo(Verdict.NOT_NEEDED);
  }

  @Test
  void a_template_that_nobody_inherits_is_told() {
    House.Result result = imported("[spare](!)\nmaxlen = 3\n[700]\nmember => PJSIP/101\n");
    assertThat(result.line(2).reason()).isEqualTo("no queue inherits this template");
  }

  @Test
  void a_base_that_is_not_there_is_told_and_the_rest_is_read() {
    House.Result result = imported("[700](nowhere)\nmember => PJSIP/101\n");
    assertThat(result.line(1).verdict()).isEqualTo(Verdict.CHANGED);
    assertThat(result.line(1).reason()).contains("inherits from nowhere, which is not there");
    assertThat(result.group("700").members()).hasSize(1);
  }

  @Test
  void a_section_with_a_plus_adds_to_the_one_above() {
    House.Result result =
        imported("[700]\nmember => PJSIP/101\n[701]\nmember = PJSIP/101\n[700](+)\nmaxlen = 7\n");
    assertThat(result.group("700").waiting().queueLimit()).isEqualTo(7);
    assertThat(result.line(5).reason()).isEqualTo("adds to the section of this name");
  }

  @Test
  void comments_end_with_the_line_and_an_escaped_semicolon_does_not_begin_one() {
    House.Result result =
        imported("[700] ; sales\nmember => PJSIP/101,0,Anna\\; front desk ; not at noon\n");
    assertThat(result.house().phones().names()).containsValue("Anna; front desk");
  }

  @Test
  void block_comments_stand_in_each_other_and_a_row_of_dashes_is_none() {
    House.Result result =
        imported(
            """
            ;----------------;
            [700]
            member => PJSIP/101
            ;-- out
            ;-- in --;
            maxlen = 1
            --; maxlen = 2
            """);
    assertThat(result.group("700").waiting().queueLimit()).isEqualTo(2);
    assertThat(result.house().report().entries()).hasSize(3);
  }

  @Test
  void a_block_comment_that_never_ends_is_told() {
    House.Result result = imported("[700]\nmember => PJSIP/101\n;-- gone\nmaxlen = 1\n");
    assertThat(result.line(3).verdict()).isEqualTo(Verdict.CHANGED);
    assertThat(result.line(3).reason()).contains("never ends");
  }

  @Test
  void options_are_compared_without_case_and_the_last_line_counts() {
    House.Result result = imported("[700]\nMEMBER = PJSIP/101\nMaxLen=1\nmaxlen => 2\n");
    assertThat(result.group("700").waiting().queueLimit()).isEqualTo(2);
    assertThat(result.line(3).verdict()).isEqualTo(Verdict.NOT_NEEDED);
  }

  @Test
  void an_included_file_goes_on_with_the_section_that_is_open() {
    House.Result result =
        House.with("[700]\n#include \"queues.d/*.conf\"\nmember = PJSIP/102\n")
            .file("queues.d/a.conf", "member = PJSIP/101\ntimeout = 33\n")
            .imported(folder);
    assertThat(result.group("700").members())
        .extracting(each -> each.to().digits())
        .containsExactly("101", "102");
    assertThat(result.extension("101").times().ring()).isEqualTo(Duration.ofSeconds(33));
    assertThat(result.line("queues.d/a.conf", 1).section()).isEqualTo("700");
  }

  @Test
  void a_file_that_is_not_there_is_told_unless_it_may_be_missing() {
    House.Result result = imported("#include gone.conf\n#tryinclude gone.conf\n#include no.d/*\n");
    assertThat(result.line(1).verdict()).isEqualTo(Verdict.NOT_POSSIBLE);
    assertThat(result.line(2).verdict()).isEqualTo(Verdict.NOT_NEEDED);
    assertThat(result.line(3).verdict()).isEqualTo(Verdict.NOT_NEEDED);
  }

  @Test
  void nothing_outside_of_the_folder_is_read_and_no_program_is_run() {
    House.with("[700]\nmember = PJSIP/999\n")
        .file("a/queues.conf", "#include ../queues.conf\n#include /etc/passwd\n#exec touch here\n")
        .writeTo(folder);
    ImportedHouse house = AsteriskImport.of(folder.resolve("a"));
    assertThat(house.phones().phones().extensions()).isEmpty();
    assertThat(house.report().entries())
        .extracting(ReportEntry::verdict)
        .containsExactly(Verdict.NOT_POSSIBLE, Verdict.NOT_POSSIBLE, Verdict.NOT_POSSIBLE);
    assertThat(folder.resolve("a/here")).doesNotExist();
  }

  @Test
  void a_link_that_leads_out_of_the_folder_is_not_followed() throws IOException {
    House.with("[700]\nmember = PJSIP/999\n")
        .file("a/queues.conf", "#include more.conf\n")
        .writeTo(folder);
    Files.createSymbolicLink(folder.resolve("a/more.conf"), folder.resolve("queues.conf"));
    ImportedHouse house = AsteriskImport.of(folder.resolve("a"));
    assertThat(house.phones().phones().extensions()).isEmpty();
    assertThat(house.report().needsALook()).isTrue();
  }

  @Test
  void a_file_that_includes_itself_is_read_once() {
    House.Result result = imported("[700]\nmember = PJSIP/101\n#include queues.conf\n");
    assertThat(result.line(3).reason()).isEqualTo("includes itself");
  }

  @Test
  void lines_without_a_section_and_without_an_equals_sign_are_told() {
    House.Result result = imported("maxlen = 3\n[700]\nmonitor-join\n[701\nmaxlen = 4\n");
    assertThat(result.line(1).reason()).isEqualTo("stands before any section");
    assertThat(result.line(3).reason()).startsWith("no = in it");
    assertThat(result.line(4).reason()).startsWith("no section");
    assertThat(result.line(5).reason()).isEqualTo("the line of its section cannot be read");
  }

  @Test
  void a_second_section_of_a_name_is_skipped_as_asterisk_does() {
    House.Result result = imported("[700]\nmember = PJSIP/101\nmaxlen = 3\n[700]\nmaxlen = 4\n");
    assertThat(result.group("700").waiting().queueLimit()).isEqualTo(3);
    assertThat(result.line(5).verdict()).isEqualTo(Verdict.NOT_NEEDED);
  }

  @Test
  void an_empty_default_section_is_no_queue() {
    House.Result result = imported("[default]\n[sales]\n");
    assertThat(result.line(1).verdict()).isEqualTo(Verdict.NOT_NEEDED);
    assertThat(result.house().phones().phones().huntGroups()).hasSize(1);
  }

  @Test
  void what_a_panel_generates_is_read_without_the_main_file() {
    House.Result result =
        new House()
            .file("queues_additional.conf", "[700]\nmember=PJSIP/101,2\n")
            .file("queues_general_additional.conf", "persistentmembers=yes\n")
            .file("queues_post_custom.conf", "[700](+)\nmaxlen=9\n")
            .imported(folder);
    assertThat(result.group("700").waiting().queueLimit()).isEqualTo(9);
    assertThat(result.line("queues_general_additional.conf", 1).section()).isEqualTo("general");
    assertThat(result.group("700").members())
        .extracting(Member::priority)
        .extracting(each -> each.level())
        .containsExactly(3);
  }
}
