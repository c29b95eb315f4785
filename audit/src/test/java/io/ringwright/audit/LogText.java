package io.ringwright.audit;

import io.ringwright.audit.AuditReport.AgentDay;
import io.ringwright.audit.AuditReport.Finding;
import io.ringwright.audit.AuditReport.Kind;
import io.ringwright.audit.AuditReport.QueueDay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Audits a log that stands in a test. Times in it are seconds after 10:00 UTC of one Monday. */
final class LogText {

  /** 2026-01-05T10:00:00Z. */
  static final long TEN_O_CLOCK = 1_767_607_200L;

  private LogText() {}

  static AuditReport audit(String log) {
    return audit(log, AuditSettings.DEFAULT);
  }

  static AuditReport audit(String log, AuditSettings settings) {
    StringBuilder text = new StringBuilder();
    for (String line : log.lines().filter(each -> !each.isBlank()).toList()) {
      int bar = line.indexOf('|');
      text.append(TEN_O_CLOCK + Long.parseLong(line.substring(0, bar).strip()));
      text.append(line.substring(bar)).append('\n');
    }
    return auditBytes(text.toString().getBytes(StandardCharsets.UTF_8), settings);
  }

  static AuditReport auditBytes(byte[] bytes, AuditSettings settings) {
    try {
      Path file = Files.createTempFile("queue_log", ".log");
      try {
        Files.write(file, bytes);
        return QueueLogAudit.of(List.of(file), settings);
      } finally {
        Files.delete(file);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static QueueDay queue(AuditReport report, String name) {
    return report.queues().stream()
        .filter(row -> row.queue().equals(name))
        .findFirst()
        .orElseThrow();
  }

  static AgentDay agent(AuditReport report, String name) {
    return report.agents().stream()
        .filter(row -> row.agent().equals(name))
        .findFirst()
        .orElseThrow();
  }

  static List<Finding> findings(AuditReport report, Kind kind) {
    return report.findings().stream().filter(each -> each.kind() == kind).toList();
  }
}
