package io.ringwright.ami;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.ami.InstallationFinding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class FindingReportTest {

  private static final InstallationFinding ONE =
      new InstallationFinding(Settings.LAB, Kind.NO_TICKS, "ticker", "silence", "Start one");
  private static final InstallationFinding TWO =
      new InstallationFinding(Settings.LAB, Kind.AGI_SILENT, "AGI", "nothing", "Start it");

  private final List<List<InstallationFinding>> heard = new ArrayList<>();
  private final FindingReport report = reportTo(heard::add);

  private static FindingReport reportTo(Consumer<List<InstallationFinding>> listener) {
    LinkTellings.Hearers hearers = LinkTellings.Hearers.NONE.findings(listener).on(Runnable::run);
    return new FindingReport(Settings.LAB, new LinkTellings(Settings.LAB, hearers));
  }

  @Test
  void the_host_is_told_of_changes_only() {
    report.publish(List.of(ONE));
    report.publish(List.of(ONE));
    report.publish(List.of(ONE, TWO));
    report.publish(List.of());
    assertThat(heard).containsExactly(List.of(ONE), List.of(ONE, TWO), List.of());
  }

  @Test
  void a_first_check_without_findings_is_told_too() {
    assertThat(report.newest()).isEmpty();
    report.publish(List.of());
    assertThat(heard).containsExactly(List.of());
    assertThat(report.newest()).hasValue(List.of());
  }

  @Test
  void a_listener_that_throws_does_not_keep_the_findings() {
    FindingReport failing =
        reportTo(
            found -> {
              throw new IllegalStateException("the wallboard is broken");
            });
    failing.publish(List.of(ONE));
    assertThat(failing.newest()).hasValue(List.of(ONE));
  }

  @Test
  void the_worst_comes_first_and_nothing_twice() {
    Findings findings = new Findings(Settings.LAB);
    findings.add(Kind.NO_TICKS, "ticker", "silence", "Start one");
    findings.add(Kind.AGI_SILENT, "AGI", "nothing", "Start it");
    findings.add(Kind.NO_TICKS, "ticker", "silence", "Start one");
    assertThat(findings.all()).containsExactly(TWO, ONE);
  }
}
