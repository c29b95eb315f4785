package io.ringwright.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every block of Java in the README stands in an example, and every one in the page of a module in
 * a test of that module: there it is compiled and run.
 */
class ReadmeSnippetsTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern REGION =
      Pattern.compile("// begin: ([^\n]+)\n(.*?)\n *// end: \\1\n", Pattern.DOTALL);

  @Test
  void every_java_block_of_the_readme_is_a_region_of_an_example() {
    List<String> blocks = blocks(read(ROOT.resolve("README.md")));
    assertThat(blocks).isNotEmpty();
    assertThat(regions("examples")).containsAll(blocks);
  }

  @ParameterizedTest
  @CsvSource({
    "asterisk-import, migrating.md",
    "call-records, call-records.md",
    "directory-files, directory-files.md",
    "micrometer, metrics.md",
    "wallboard, wallboard.md"
  })
  void every_java_block_of_a_page_is_a_region_of_its_module(String module, String page) {
    List<String> blocks = blocks(read(ROOT.resolve("docs").resolve(page)));
    assertThat(blocks).isNotEmpty();
    assertThat(regions(module)).containsAll(blocks);
  }

  @Test
  void a_block_that_no_example_contains_is_noticed() {
    assertThat(regions("examples"))
        .doesNotContainAnyElementsOf(blocks("```java\nint none = 1;\n```"));
  }

  private static List<String> blocks(String markdown) {
    List<String> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(markdown);
    while (matcher.find()) {
      blocks.add(matcher.group(1).stripTrailing());
    }
    return blocks;
  }

  private static List<String> regions(String module) {
    List<String> regions = new ArrayList<>();
    for (Path source : sources(module)) {
      Matcher matcher = REGION.matcher(read(source));
      while (matcher.find()) {
        regions.add(matcher.group(2).stripIndent().stripTrailing());
      }
    }
    return regions;
  }

  private static List<Path> sources(String module) {
    try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src"))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
