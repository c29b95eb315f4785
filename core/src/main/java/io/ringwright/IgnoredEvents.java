package io.ringwright;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How many events changed nothing, because they came twice, too late, or about a call, phone, key
 * or switch that does not exist. A few are normal, because AGI and AMI report independently of each
 * other. A number that grows with every call means that something is configured wrongly.
 *
 * <p>Thread safety: immutable.
 *
 * @param counts how often, by kind of event, such as {@code answer} or {@code key}
 * @see io.ringwright.port.RoutingListener#ignored
 */
public record IgnoredEvents(Map<String, Long> counts) {

  /** Copies and sorts the counts. */
  public IgnoredEvents {
    counts = Collections.unmodifiableMap(new TreeMap<>(counts));
  }

  /**
   * How many of one kind.
   *
   * @param kind the kind of event
   * @return zero or more
   */
  public long of(String kind) {
    return counts.getOrDefault(kind, 0L);
  }

  /**
   * How many in all.
   *
   * @return zero or more
   */
  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Such as {@code 2 answer, 1 key}; {@code none} if there are none. */
  @Override
  public String toString() {
    return counts.isEmpty()
        ? "none"
        : counts.entrySet().stream()
            .map(each -> each.getValue() + " " + each.getKey())
            .collect(Collectors.joining(", "));
  }
}
