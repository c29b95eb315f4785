package io.ringwright.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.files.PhoneFileWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Each option of queues.conf with its values: what becomes of it, and what the file says then. */
class QueueOptionTest {

  private static final Path TABLE = Path.of("src/test/resources/options.csv");

  @TempDir private Path folder;

  @ParameterizedTest(name = "{0} = {1} is {2}")
  @CsvFileSource(
      files = "src/test/resources/options.csv",
      numLinesToSkip = 1,
      delimiter = '|',
      emptyValue = "")
  void each_option_is_kept_changed_not_needed_or_not_possible(
      String option, String value, String verdict, String beside, String says) {
    String given = value == null ? "" : value;
    String more = beside == null ? "" : beside.replace(" / ", "\n") + "\n";
    House.Result result =
        House.with("[700]\n" + option + " = " + given + "\n" + more + "member = PJSIP/101\n")
            .imported(folder);
    ReportEntry entry = result.line(2);
    assertThat(entry.verdict().words()).as("%s", entry).isEqualTo(verdict);
    assertThat(entry.reason()).doesNotContain("nothing is known");
    String yaml = PhoneFileWriter.yaml(result.house().phones());
    assertThat(yaml).contains(says == null ? "" : says);
  }

  @Test
  void no_option_is_left_out_of_the_table() throws IOException {
    List<String> lines = Files.readAllLines(TABLE);
    Set<String> tried =
        lines.stream().map(each -> each.split("\\|")[0].strip()).collect(Collectors.toSet());
    assertThat(QueueOptions.ALL).extracting(QueueOption::name).isSubsetOf(tried);
  }
}
