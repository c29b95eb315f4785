package io.ringwright.audit;

import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a queue_log does not say and the house may supply, and from where on something is a finding.
 *
 * <p>Thread safety: immutable.
 *
 * @param zone by which days are told apart
 * @param wrapUps the wrap-up time of queues, by name; zero for all others
 * @param backups agents who are not to be rung in a queue at ordinary times, because of a penalty:
 *     by queue; they do not count as idle there
 * @param aliases names that mean an agent known under another one, such as the interface that
 *     ADDMEMBER names
 * @param limits from where on something is a finding
 */
public record AuditSettings(
    ZoneId zone,
    Map<String, Duration> wrapUps,
    Map<String, Set<String>> backups,
    Map<String, String> aliases,
    Limits limits) {

  /** UTC, nothing supplied, and the usual limits. */
  public static final AuditSettings DEFAULT =
      new AuditSettings(ZoneId.of("UTC"), Map.of(), Map.of(), Map.of(), Limits.DEFAULT);

  /** Copies the maps. */
  public AuditSettings {
    wrapUps = Map.copyOf(wrapUps);
    backups = Map.copyOf(backups);
    aliases = Map.copyOf(aliases);
  }

  /**
   * From where on something is a finding.
   *
   * @param shortestGap gaps up to this long are no findings: a log tells whole seconds, so that
   *     none at all can look like one of 1.5 s, the default
   * @param presence an agent of whom nothing was seen for so long does not count as there. 15
   *     minutes by default
   * @param starving a caller starves who waited this long. 60 s by default
   * @param passedOver and was passed over by so many newer callers. 3 by default
   */
  public record Limits(Duration shortestGap, Duration presence, Duration starving, int passedOver) {

    /** The usual limits. */
    public static final Limits DEFAULT =
        new Limits(Duration.ofMillis(1500), Duration.ofMinutes(15), Duration.ofSeconds(60), 3);
  }

  /**
   * These settings with another time zone.
   *
   * @param other the zone
   * @return a copy
   */
  public AuditSettings in(ZoneId other) {
    return new AuditSettings(other, wrapUps, backups, aliases, limits);
  }

  /**
   * These settings with the wrap-up time of a queue.
   *
   * @param queue its name
   * @param time how long
   * @return a copy
   */
  public AuditSettings wrapUp(String queue, Duration time) {
    Map<String, Duration> more = new HashMap<>(wrapUps);
    more.put(queue, time);
    return new AuditSettings(zone, more, backups, aliases, limits);
  }

  /**
   * These settings with an agent who is not to be rung in a queue at ordinary times.
   *
   * @param queue its name
   * @param agent the name in the log
   * @return a copy
   */
  public AuditSettings backup(String queue, String agent) {
    Map<String, Set<String>> more = new HashMap<>(backups);
    Set<String> agents = new HashSet<>(more.getOrDefault(queue, Set.of()));
    agents.add(agent);
    more.put(queue, Set.copyOf(agents));
    return new AuditSettings(zone, wrapUps, more, aliases, limits);
  }

  /**
   * These settings with another name of an agent.
   *
   * @param name the name that is not used in calls
   * @param agent the one that is
   * @return a copy
   */
  public AuditSettings alias(String name, String agent) {
    Map<String, String> more = new HashMap<>(aliases);
    more.put(name, agent);
    return new AuditSettings(zone, wrapUps, backups, more, limits);
  }

  /**
   * These settings with other limits.
   *
   * @param others the limits
   * @return a copy
   */
  public AuditSettings limits(Limits others) {
    return new AuditSettings(zone, wrapUps, backups, aliases, others);
  }

  Duration wrapUp(String queue) {
    return wrapUps.getOrDefault(queue, Duration.ZERO);
  }

  boolean isBackup(String queue, String agent) {
    return backups.getOrDefault(queue, Set.of()).contains(agent);
  }
}
