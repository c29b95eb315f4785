package io.ringwright.simulator;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.directory.StandardStrategy;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ReportTest {

  private static final CallStream CALLS =
      CallStream.to("700")
          .at(List.of(ofSeconds(0), ofSeconds(10)))
          .talking(TimeDistribution.fixed(ofSeconds(60)));

  private static final Simulation HOUR =
      Simulation.of(Houses.of(1, StandardStrategy.LINEAR)).over(Span.of(ofHours(1)));

  @Test
  void a_report_prints_as_a_table() {
    assertThat(HOUR.withCalls(CALLS.named("orders")).run().table(ofSeconds(30)))
        .isEqualTo(
            """
            calls   offered  answered  abandoned  overflowed  rejected  lost    had to wait      mean wait  90 % within  longest wait  answered in 30 s
            orders        2         2          0           0         0     0  50.0 ± 50.0 %  25.0 ± 25.0 s       50.0 s        50.0 s     50.0 ± 50.0 %
            phones in use 3.3 % of the time, from 3.3 % to 3.3 %\
            """);
  }

  @Test
  void each_stream_and_each_priority_has_a_line() {
    CallStream mixed = CALLS.named("mixed").priorities(Map.of(1, 1.0, 7, 1.0));
    SimulationReport report = HOUR.withCalls(CALLS, mixed, mixed.priority(1).named("high")).run();
    assertThat(report.toString().lines().map(line -> line.split("  ")[0]))
        .contains("to 700", "mixed", "high", "priority 1", "priority 5", "all");
  }

  @Test
  void a_comparison_says_what_a_variant_brings() {
    Simulation hour = HOUR.withCalls(CALLS);
    Comparison comparison =
        Comparison.of("as it is", hour.run())
            .and("one more", hour.withPhones(Houses.of(2, StandardStrategy.LINEAR)).run());
    assertThat(comparison)
        .hasToString(
            """
                      offered    abandoned      mean wait          change  90 % within  answered in 20 s  phones in use
            as it is        2  0.0 ± 0.0 %  25.0 ± 25.0 s                       50.0 s     50.0 ± 50.0 %          3.3 %
            one more        2  0.0 ± 0.0 %    0.0 ± 0.0 s  -25.0 ± 25.0 s        0.0 s     100.0 ± 0.0 %          1.7 %\
            """);
  }

  @Test
  void a_plot_is_an_svg_with_a_line_for_each_stream() throws Exception {
    SimulationReport report = HOUR.withCalls(CALLS, CALLS.named("<any & all>")).run();
    Document svg = parsed(report.svg());
    assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(svg.getElementsByTagName("polyline").getLength()).isEqualTo(3);
    assertThat(svg.getDocumentElement().getTextContent()).contains("to 700", "<any & all>", "all");
  }

  @Test
  void nothing_happened_and_is_reported_all_the_same() throws Exception {
    SimulationReport report = HOUR.run();
    assertThat(report.toString().lines().toList().get(1)).startsWith("all").contains("-");
    assertThat(parsed(report.svg()).getElementsByTagName("polyline").getLength()).isZero();
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }
}
