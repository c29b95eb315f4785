package io.ringwright.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What an audit found.
 *
 * <p>Thread safety: immutable.
 *
 * @param queues one row for each day and queue
 * @param agents one row for each day and agent
 * @param findings the gravest of each kind, the longest first
 * @param unread what could not be read, by reason
 * @param unknown what a queue_log does not say, and what was made of it, in words
 * @param span how much was read
 */
public record AuditReport(
    List<QueueDay> queues,
    List<AgentDay> agents,
    List<Finding> findings,
    List<Unread> unread,
    List<String> unknown,
    Span span) {

  /** Copies the lists. */
  public AuditReport {
    queues = List.copyOf(queues);
    agents = List.copyOf(agents);
    findings = List.copyOf(findings);
    unread = List.copyOf(unread);
    unknown = List.copyOf(unknown);
  }

  /**
   * How much was read.
   *
   * @param lines how many lines, those included that could not be read
   * @param first when the first event was written
   * @param last when the last one was
   */
  public record Span(long lines, Instant first, Instant last) {}

  /**
   * One day of one queue.
   *
   * @param day in the time zone of the settings
   * @param queue its name
   * @param calls what became of its calls
   * @param idle for how long somebody waited there while an agent was idle who could have served
   *     them
   * @param faults what else went wrong
   */
  public record QueueDay(LocalDate day, String queue, Calls calls, Idle idle, Faults faults) {}

  /**
   * What became of calls.
   *
   * @param entered how many entered
   * @param answered how many were answered
   * @param abandoned how many callers hung up
   */
  public record Calls(long entered, long answered, long abandoned) {}

  /**
   * Times in which somebody waited while an agent was idle.
   *
   * @param sure the sum of the gaps that are longer than whole seconds can make up
   * @param all the sum of all gaps, the short ones included
   * @param unsure the part in which only agents were idle who had let their last ring go
   *     unanswered: in no other sum
   */
  public record Idle(Duration sure, Duration all, Duration unsure) {}

  /**
   * Faults of one day.
   *
   * @param overtaken how often a caller was connected while an earlier one of the same queue
   *     waited, and no phone rang for that one
   * @param byPriority how often that was so because the later one had entered ahead of the earlier
   * @param starved how many callers waited while newer ones of other queues were served by agents
   *     of their own
   * @param doubles how often an agent was rung while ringing for another caller or talking to one
   */
  public record Faults(long overtaken, long byPriority, long starved, long doubles) {}

  /**
   * One day of one agent.
   *
   * @param day in the time zone of the settings
   * @param agent the name in the log
   * @param answered how many calls the agent answered
   * @param idle for how long the agent was idle while somebody waited in a queue of the agent
   * @param doubles how often the agent was rung twice at once
   */
  public record AgentDay(LocalDate day, String agent, long answered, Idle idle, long doubles) {}

  /** What kind of fault a finding is. */
  public enum Kind {
    /** Somebody waited while an agent was idle. */
    IDLE,
    /** A later caller was connected before an earlier one. */
    OVERTAKEN,
    /** A caller waited while newer ones of other queues were served. */
    STARVED,
    /** An agent was rung for two callers at once, or while talking. */
    DOUBLE_OFFER
  }

  /**
   * One fault.
   *
   * @param kind of what kind
   * @param at when it began
   * @param queue in which queue
   * @param who which call or which agent
   * @param lasted how long; for an overtaking, how long the earlier caller had waited by then
   * @param words the rest, in words
   */
  public record Finding(
      Kind kind, Instant at, String queue, String who, Duration lasted, String words) {}

  /**
   * What could not be read for one reason.
   *
   * @param why the reason
   * @param count how many lines
   * @param places the first of them, as file and line
   */
  public record Unread(String why, long count, List<String> places) {

    /** Copies the list. */
    public Unread {
      places = List.copyOf(places);
    }
  }
}
