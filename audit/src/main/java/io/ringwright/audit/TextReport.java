package io.ringwright.audit;

import io.ringwright.audit.AuditReport.AgentDay;
import io.ringwright.audit.AuditReport.Finding;
import io.ringwright.audit.AuditReport.QueueDay;
import io.ringwright.audit.AuditReport.Unread;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * A report as text, for a terminal.
 *
 * <p>Thread safety: immutable.
 *
 * @param report what is told
 */
record TextReport(AuditReport report) {

  private static final String QUEUE_ROW = "%-10s  %-20s %7s %8s %9s %8s %8s %8s %9s %8s %7s %7s%n";
  private static final String AGENT_ROW = "%-10s  %-28s %8s %8s %8s %8s %7s%n";

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(
        "%d lines, %s to %s%n"
            .formatted(report.span().lines(), report.span().first(), report.span().last()));
    queues(text);
    agents(text);
    findings(text);
    unread(text);
    text.append("\nNot in the log:\n");
    report.unknown().forEach(each -> text.append("- ").append(each).append('\n'));
    return text.toString().replace("\r\n", "\n");
  }

  private void queues(StringBuilder text) {
    text.append(
        "\nQueues. Idle: seconds in which somebody waited and an agent was idle; all: short");
    text.append(" gaps too;\nunsure: only agents who had let it ring.\n");
    text.append(
        QUEUE_ROW.formatted(
            "day",
            "queue",
            "entered",
            "answered",
            "abandoned",
            "idle s",
            "all s",
            "unsure s",
            "overtaken",
            "by prio",
            "starved",
            "doubles"));
    for (QueueDay row : report.queues()) {
      text.append(
          QUEUE_ROW.formatted(
              row.day(),
              printable(row.queue()),
              row.calls().entered(),
              row.calls().answered(),
              row.calls().abandoned(),
              seconds(row.idle().sure()),
              seconds(row.idle().all()),
              seconds(row.idle().unsure()),
              row.faults().overtaken(),
              row.faults().byPriority(),
              row.faults().starved(),
              row.faults().doubles()));
    }
  }

  private void agents(StringBuilder text) {
    text.append("\nAgents. Idle: seconds in which the agent was idle and somebody waited.\n");
    text.append(
        AGENT_ROW.formatted("day", "agent", "answered", "idle s", "all s", "unsure s", "doubles"));
    for (AgentDay row : report.agents()) {
      text.append(
          AGENT_ROW.formatted(
              row.day(),
              printable(row.agent()),
              row.answered(),
              seconds(row.idle().sure()),
              seconds(row.idle().all()),
              seconds(row.idle().unsure()),
              row.doubles()));
    }
  }

  private void findings(StringBuilder text) {
    List<Finding> all = report.findings();
    text.append(all.isEmpty() ? "\nNo findings.\n" : "\nFindings, the longest of each kind:\n");
    for (Finding each : all) {
      text.append(
          "%-12s %s  queue %s%s  %s s  %s%n"
              .formatted(
                  each.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                  each.at().truncatedTo(ChronoUnit.SECONDS),
                  printable(each.queue()),
                  each.who().isEmpty() ? "" : "  " + printable(each.who()),
                  seconds(each.lasted()),
                  printable(each.words())));
    }
  }

  private void unread(StringBuilder text) {
    if (!report.unread().isEmpty()) {
      text.append("\nNot as it should be:\n");
      for (Unread each : report.unread()) {
        text.append(
            "- %d × %s: %s%s%n"
                .formatted(
                    each.count(),
                    each.why(),
                    printable(String.join(", ", each.places())),
                    each.count() > each.places().size() ? ", …" : ""));
      }
    }
  }

  /** Names come from outside: what a terminal could take for an order is left out. */
  private static String printable(String name) {
    return name.replaceAll("\\p{C}", "?");
  }

  private static String seconds(Duration time) {
    return time.toMillis() % 1000 == 0
        ? Long.toString(time.toSeconds())
        : String.format(Locale.ROOT, "%.1f", time.toMillis() / 1000.0);
  }
}
