package io.ringwright.audit;

import io.ringwright.audit.AuditReport.AgentDay;
import io.ringwright.audit.AuditReport.Calls;
import io.ringwright.audit.AuditReport.Faults;
import io.ringwright.audit.AuditReport.Finding;
import io.ringwright.audit.AuditReport.Idle;
import io.ringwright.audit.AuditReport.Kind;
import io.ringwright.audit.AuditReport.QueueDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * The sums by day, queue and agent, and the gravest findings of each kind.
 *
 * <p>Thread safety: for one thread.
 */
final class Tally {

  private static final int MOST_FINDINGS = 20;
  private static final int MOST_ROWS = 200_000;
  private static final String OTHERS = "(others)";

  private static final Comparator<Finding> GRAVITY =
      Comparator.comparing(Finding::lasted).thenComparing(Finding::at, Comparator.reverseOrder());

  private final Days days;
  private final long shortest;
  private final Map<Key, Row> queues = new HashMap<>();
  private final Map<Key, Row> agents = new HashMap<>();
  private final Map<Kind, PriorityQueue<Finding>> findings = new EnumMap<>(Kind.class);

  Tally(AuditSettings settings) {
    this.days = new Days(settings.zone());
    this.shortest = settings.limits().shortestGap().toMillis();
  }

  private record Key(LocalDate day, String name) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byDay = day.compareTo(other.day);
      return byDay != 0 ? byDay : name.compareTo(other.name);
    }
  }

  /** What is counted of one day of a queue or an agent. */
  static final class Row {
    long entered;
    long answered;
    long abandoned;
    long overtaken;
    long byPriority;
    long starved;
    long doubles;
    private long sure;
    private long all;
    private long unsure;

    private Idle idle() {
      return new Idle(Duration.ofMillis(sure), Duration.ofMillis(all), Duration.ofMillis(unsure));
    }
  }

  Row queue(String name, long at) {
    return row(queues, name, days.of(at));
  }

  Row agent(String name, long at) {
    return row(agents, name, days.of(at));
  }

  private static Row row(Map<Key, Row> rows, String name, LocalDate day) {
    Key key = new Key(day, name);
    if (rows.size() >= MOST_ROWS && !rows.containsKey(key)) {
      key = new Key(day, OTHERS);
    }
    return rows.computeIfAbsent(key, any -> new Row());
  }

  /** A gap of a queue is over: a finding if it is longer than whole seconds can make up. */
  void queueGap(String queue, long from, long to) {
    add(queues, queue, from, to);
    if (to - from > shortest) {
      find(
          new Finding(
              Kind.IDLE,
              Instant.ofEpochMilli(from),
              queue,
              "",
              Duration.ofMillis(to - from),
              "somebody waited, and an agent was idle"));
    }
  }

  void agentGap(String agent, long from, long to) {
    add(agents, agent, from, to);
  }

  private void add(Map<Key, Row> rows, String name, long from, long to) {
    boolean sure = to - from > shortest;
    days.split(
        from,
        to,
        (day, time) -> {
          Row row = row(rows, name, day);
          row.all += time;
          row.sure += sure ? time : 0;
        });
  }

  /** Only agents were idle who had let their last ring go unanswered. */
  void queueUnsure(String queue, long from, long to) {
    days.split(from, to, (day, time) -> row(queues, queue, day).unsure += time);
  }

  void agentUnsure(String agent, long from, long to) {
    days.split(from, to, (day, time) -> row(agents, agent, day).unsure += time);
  }

  /** Keeps a finding, if it is among the gravest of its kind. */
  void find(Finding finding) {
    PriorityQueue<Finding> kept =
        findings.computeIfAbsent(finding.kind(), any -> new PriorityQueue<>(GRAVITY));
    kept.add(finding);
    if (kept.size() > MOST_FINDINGS) {
      kept.remove();
    }
  }

  List<QueueDay> queueDays() {
    List<QueueDay> told = new ArrayList<>();
    new TreeMap<>(queues)
        .forEach(
            (key, row) ->
                told.add(
                    new QueueDay(
                        key.day(),
                        key.name(),
                        new Calls(row.entered, row.answered, row.abandoned),
                        row.idle(),
                        new Faults(row.overtaken, row.byPriority, row.starved, row.doubles))));
    return told;
  }

  List<AgentDay> agentDays() {
    List<AgentDay> told = new ArrayList<>();
    new TreeMap<>(agents)
        .forEach(
            (key, row) ->
                told.add(
                    new AgentDay(key.day(), key.name(), row.answered, row.idle(), row.doubles)));
    return told;
  }

  List<Finding> findings() {
    return findings.values().stream()
        .flatMap(kept -> kept.stream().sorted(GRAVITY.reversed()))
        .toList();
  }
}
