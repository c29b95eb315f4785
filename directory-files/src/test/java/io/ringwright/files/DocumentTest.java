package io.ringwright.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ringwright.call.CallerId;
import io.ringwright.directory.Strategy;
import io.ringwright.lint.DirectoryLint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the document shows is what happens. */
class DocumentTest {

  private static final Path DOCUMENT = Path.of("../docs/directory-files.md");
  private static final Path SOURCE = Path.of("src/test/java/io/ringwright/files/DocumentTest.java");
  private static final Pattern REGION =
      Pattern.compile("// begin: wiring\n(.*?)\n *// end: wiring\n", Pattern.DOTALL);

  @TempDir private Path folder;

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

  private Path example() throws IOException {
    return Files.writeString(folder.resolve("phones.yaml"), blocks("yaml").get(0));
  }

  @Test
  void the_example_is_read_and_nothing_in_it_is_worth_a_look() throws IOException {
    PhoneFile file = PhoneFileReader.create().anyHostNames().read(example());
    assertThat(file.phones().extensions()).hasSize(3);
    assertThat(file.names()).hasSize(5);
    assertThat(DirectoryLint.findings(file.phones())).isEmpty();
  }

  @Test
  void the_wiring_is_what_the_document_shows() throws IOException {
    Path file = example();
    Set<CallerId> vacations = Set.of();
    Strategy nearest = EverySetting.NEAREST;
    PhoneFileListener listener = PhoneFileListener.NONE;
    ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor();
    try {
      // begin: wiring
      PhoneFileReader reader =
          PhoneFileReader.create()
              .predicate("vacation", circumstances -> vacations.contains(circumstances.caller()))
              .strategy(nearest);
      WatchedPhoneFile directory = WatchedPhoneFile.at(file, reader, listener);
      ScheduledFuture<?> looks = directory.lookEvery(Duration.ofSeconds(1), clockwork);
      // end: wiring
      assertThat(directory.phoneList().huntGroups()).hasSize(2);
      assertThat(looks.cancel(false)).isTrue();
    } finally {
      clockwork.shutdownNow();
    }
    Matcher region = REGION.matcher(Files.readString(SOURCE));
    assertThat(region.find()).isTrue();
    assertThat(blocks("java"))
        .containsExactly(region.group(1).stripIndent().stripTrailing() + "\n");
  }

  @Test
  void the_mistakes_are_told_as_the_document_shows() throws IOException {
    Path file = Files.writeString(folder.resolve("phones.yaml"), blocks("yaml").get(1));
    PhoneFileException refused =
        catchThrowableOfType(PhoneFileException.class, () -> PhoneFileReader.create().read(file));
    assertThat(lines(refused.mistakes())).isEqualTo(blocks("text").get(0));
  }

  @Test
  void the_differences_are_told_as_the_document_shows() throws IOException {
    String before =
        """
        extensions:
          101: {name: Anna, device: PJSIP/101}
          103: {device: PJSIP/103}
        hunt-groups: {700: {name: Sales, members: [101, 103]}}
        """;
    String after =
        before
            .replace("[101, 103]", "[103]")
            .replace("PJSIP/101", "PJSIP/101, ring-time: 30 s")
            .replace("hunt", "  102: {name: Ben, device: PJSIP/102}\nhunt");
    PhoneFileReader reader = PhoneFileReader.create();
    assertThat(
            PhoneFileDifferences.between(reader.readText(before), reader.readText(after)).stream()
                .sorted()
                .toList())
        .containsExactlyElementsOf(blocks("text").get(1).lines().sorted().toList());
  }

  private static String lines(List<?> values) {
    return values.stream().map(each -> each + "\n").collect(Collectors.joining());
  }
}
