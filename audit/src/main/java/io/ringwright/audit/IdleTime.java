package io.ringwright.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds up, between two steps of a log, for which queues somebody waited while an agent was idle.
 *
 * <p>Thread safety: for one thread.
 */
final class IdleTime {

  private final AuditSettings settings;
  private final Tally tally;
  private final long presence;

  IdleTime(AuditSettings settings, Tally tally) {
    this.settings = settings;
    this.tally = tally;
    this.presence = settings.limits().presence().toMillis();
  }

  /** A stretch of time, in milliseconds. */
  private record Stretch(long from, long to) {

    Stretch around(Stretch other) {
      return new Stretch(Math.min(from, other.from), Math.max(to, other.to));
    }

    boolean isEmpty() {
      return from >= to;
    }
  }

  /** Nothing changed from one instant to the other. */
  void pass(Iterable<QueueLine> queues, long from, long to) {
    Map<AgentState, Stretch> agents = new LinkedHashMap<>();
    for (QueueLine queue : queues) {
      if (queue.hasUnserved()) {
        pass(queue, new Stretch(from, to), agents);
      }
    }
    agents.forEach(this::idle);
  }

  private void idle(AgentState agent, Stretch stretch) {
    if (agent.isUnsure()) {
      tally.agentUnsure(agent.name, stretch.from(), stretch.to());
    } else {
      agent.gap.extend(stretch.from(), stretch.to());
    }
  }

  private void pass(QueueLine queue, Stretch whole, Map<AgentState, Stretch> agents) {
    List<Stretch> sure = new ArrayList<>();
    List<Stretch> unsure = new ArrayList<>();
    for (AgentState agent : queue.members) {
      if (agent.lastSign() + presence <= whole.from() || !agent.isIdleFor(queue)) {
        continue;
      }
      Stretch idle = idleFor(queue, agent, whole);
      if (!idle.isEmpty()) {
        agents.merge(agent, idle, Stretch::around);
        (agent.isUnsure() ? unsure : sure).add(idle);
      }
    }
    union(sure).forEach(each -> queue.gap.extend(each.from(), each.to()));
    if (sure.isEmpty()) {
      union(unsure).forEach(each -> tally.queueUnsure(queue.name, each.from(), each.to()));
    }
  }

  private Stretch idleFor(QueueLine queue, AgentState agent, Stretch whole) {
    if (settings.isBackup(queue.name, agent.name)) {
      return new Stretch(0, 0);
    }
    return new Stretch(
        Math.max(whole.from(), agent.freeFrom(queue)),
        Math.min(whole.to(), agent.lastSign() + presence));
  }

  private static List<Stretch> union(List<Stretch> stretches) {
    List<Stretch> united = new ArrayList<>();
    List<Stretch> sorted =
        stretches.stream().sorted(Comparator.comparingLong(Stretch::from)).toList();
    for (Stretch each : sorted) {
      int last = united.size() - 1;
      if (last >= 0 && each.from() <= united.get(last).to()) {
        united.set(last, united.get(last).around(each));
      } else {
        united.add(each);
      }
    }
    return united;
  }
}
