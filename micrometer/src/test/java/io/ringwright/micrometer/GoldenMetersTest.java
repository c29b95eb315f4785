package io.ringwright.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The meters are those of the list that hosts build their panels and alarms on. */
class GoldenMetersTest {

  private static final String HEAD = "name\ttype\tunit\ttags\tmeaning";

  @Test
  void names_types_units_and_tags_are_those_of_the_list() throws IOException {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    try (EveryMeter all = new EveryMeter(registry)) {
      assertThat(all).isNotNull();
      List<String> found =
          registry.getMeters().stream()
              .map(Meter::getId)
              .filter(id -> !id.getName().endsWith(".histogram"))
              .map(GoldenMetersTest::line)
              .distinct()
              .sorted()
              .toList();
      assertThat(Stream.concat(Stream.of(HEAD), found.stream()).toList()).isEqualTo(golden());
    }
  }

  @Test
  void the_list_has_each_name_of_the_code_once() throws IOException {
    assertThat(golden()).hasSize(MeterName.values().length + 1);
  }

  @Test
  void the_documentation_prints_the_list() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "metrics.md"));
    List<String> rows = page.lines().filter(line -> line.startsWith("| `ringwright.")).toList();
    List<String> wanted = golden().stream().skip(1).map(GoldenMetersTest::row).toList();
    assertThat(rows).isEqualTo(wanted);
  }

  private static String line(Meter.Id id) {
    String tags = id.getTags().stream().map(Tag::getKey).collect(Collectors.joining(","));
    String unit = Objects.requireNonNullElse(id.getBaseUnit(), "");
    return String.join(
        "\t",
        id.getName(),
        id.getType().name().toLowerCase(Locale.ROOT),
        unit,
        tags,
        Objects.requireNonNull(id.getDescription()));
  }

  private static String row(String line) {
    String[] parts = line.split("\t", -1);
    return "| `%s` | %s | %s | %s | %s |".formatted((Object[]) parts).replace("|  |", "| |");
  }

  private static List<String> golden() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(RoutingMeters.class.getResourceAsStream("meters.tsv"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
