package io.ringwright.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The dashboard asks for series that Prometheus really has. */
class DashboardTest {

  private static final Pattern EXPRESSION = Pattern.compile("\"expr\": \"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern SERIES = Pattern.compile("(ringwright_[a-z_]+)(?:\\{([^}]*)})?");
  private static final Pattern LABEL = Pattern.compile("([a-z]+)(?:=~|!=|=)");
  private static final Pattern BY = Pattern.compile("by \\(([a-z, ]+)\\)");

  /** The labels of each series in a scrape. */
  private static final Map<String, Set<String>> SCRAPED = new HashMap<>();

  private static String dashboard = "";

  @BeforeAll
  static void scrape() throws IOException {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    try (EveryMeter all = new EveryMeter(registry)) {
      assertThat(all).isNotNull();
      registry.scrape().lines().filter(line -> !line.startsWith("#")).forEach(DashboardTest::keep);
    }
    try (InputStream file =
        Objects.requireNonNull(
            RoutingMeters.class.getResourceAsStream("ringwright-dashboard.json"))) {
      dashboard = new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void keep(String line) {
    Matcher series = SERIES.matcher(line);
    if (series.lookingAt()) {
      Set<String> labels = SCRAPED.computeIfAbsent(series.group(1), any -> new TreeSet<>());
      LABEL
          .matcher(Objects.requireNonNullElse(series.group(2), ""))
          .results()
          .map(found -> found.group(1))
          .forEach(labels::add);
    }
  }

  private static List<String> expressions() {
    return EXPRESSION.matcher(dashboard).results().map(found -> found.group(1)).toList();
  }

  private static List<MatchResult> series(String expression) {
    return SERIES.matcher(expression).results().toList();
  }

  @Test
  void every_series_of_the_dashboard_is_in_a_scrape() {
    assertThat(expressions())
        .hasSizeGreaterThan(25)
        .flatExtracting(DashboardTest::series)
        .extracting(found -> found.group(1))
        .isSubsetOf(SCRAPED.keySet());
  }

  @Test
  void every_label_that_it_selects_by_belongs_to_the_series() {
    for (String expression : expressions()) {
      for (MatchResult found : series(expression)) {
        String chosen = Objects.requireNonNullElse(found.group(2), "");
        assertThat(SCRAPED.get(found.group(1)))
            .as(expression)
            .containsAll(LABEL.matcher(chosen).results().map(label -> label.group(1)).toList())
            .containsAll(sumBy(expression));
      }
    }
  }

  private static List<String> sumBy(String expression) {
    return BY.matcher(expression)
        .results()
        .flatMap(found -> List.of(found.group(1).split(", ")).stream())
        .distinct()
        .toList();
  }

  @Test
  void a_series_that_does_not_exist_would_be_found() {
    assertThat(series("sum(ringwright_waiting_callers{group=\"700\"})"))
        .extracting(found -> found.group(1))
        .noneMatch(SCRAPED::containsKey);
  }

  @Test
  void every_meter_of_calls_is_on_it() {
    assertThat(dashboard)
        .contains("ringwright_waiting_calls", "ringwright_wait_longest_seconds")
        .contains("ringwright_service_level_ratio", "ringwright_ended_calls_total")
        .contains("ringwright_ring_seconds_count", "ringwright_delivery_seconds_count")
        .contains("ringwright_agi_sessions_total", "ringwright_ami_link");
  }
}
