package io.ringwright.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.files.PhoneFileReader;
import io.ringwright.files.PhoneFileWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the document shows is what happens. */
class DocumentTest {

  private static final Path DOCUMENT = Path.of("../docs/migrating.md");

  @TempDir private Path folder;

  /** Stands in for the log of an application. */
  private static final class Log {
    private final List<String> lines = new ArrayList<>();

    void info(String text, Object value) {
      lines.add(text.replace("{}", value.toString()));
    }
  }

  private static List<String> blocks(String language) throws IOException {
    Matcher block =
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(DOCUMENT));
    List<String> blocks = new ArrayList<>();
    while (block.find()) {
      blocks.add(block.group(1));
    }
    return blocks;
  }

  private House example() throws IOException {
    return House.with(blocks("ini").get(0)).dialplan(blocks("ini").get(1));
  }

  @Test
  void each_option_stands_in_the_tables_as_the_code_has_it() throws IOException {
    List<String> rows =
        Stream.concat(
                QueueOptions.ALL.stream().map(each -> row(each.name(), each.becomes())),
                GeneralOption.ALL.stream().map(each -> row(each.name(), each.becomes())))
            .toList();
    List<String> written =
        Files.readAllLines(DOCUMENT).stream()
            .filter(each -> each.matches("\\| `[a-z_0-9-]+` \\| .*"))
            .toList();
    assertThat(written).containsExactlyElementsOf(rows);
  }

  private static String row(String name, String becomes) {
    return "| `" + name + "` | " + becomes + " |";
  }

  @Test
  void the_example_gives_the_report_and_the_phone_file_that_are_shown() throws IOException {
    House.Result result = example().imported(folder);
    assertThat(result.house().report().text()).isEqualTo(blocks("text").get(0));
    assertThat(PhoneFileWriter.yaml(result.house().phones())).isEqualTo(blocks("yaml").get(0));
  }

  @Test
  void keys_that_the_tables_name_are_keys_of_phone_files() throws IOException {
    String schema;
    try (InputStream in =
        PhoneFileReader.class.getResourceAsStream("/io/ringwright/files/phone-file.schema.json")) {
      schema = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    List<String> keys =
        QueueOptions.ALL.stream()
            .flatMap(each -> Pattern.compile("`([a-z-]+)`").matcher(each.becomes()).results())
            .map(each -> each.group(1))
            .filter(each -> !each.equals("yes") && !each.equals("no"))
            .toList();
    assertThat(keys).isNotEmpty().allSatisfy(each -> assertThat(schema).contains('"' + each + '"'));
  }

  @Test
  void the_lines_for_a_program_work() throws IOException {
    example().writeTo(folder);
    Log log = new Log();
    assertThat(program(log)).isEqualTo(blocks("yaml").get(0));
    assertThat(log.lines).hasSize(4).anyMatch(each -> each.contains("did you mean musicclass?"));
  }

  private String program(Log log) {
    // begin: program
    ImportedHouse house = AsteriskImport.of(folder);
    house.report().entries().stream()
        .filter(entry -> entry.verdict().needsALook())
        .forEach(entry -> log.info("{}", entry));
    String yaml = PhoneFileWriter.yaml(house.phones());
    // end: program
    return yaml;
  }
}
