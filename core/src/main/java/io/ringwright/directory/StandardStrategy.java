package io.ringwright.directory;

import io.ringwright.directory.Strategy.Contender;
import io.ringwright.directory.Strategy.Memory;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The nine usual strategies. Whoever is equal under one of them comes by longest idle, and then by
 * number, shorter numbers first; so the answer never hangs on the order of a list in memory.
 *
 * <p>Thread safety: immutable.
 */
public enum StandardStrategy implements Strategy {
  /** From the top of the list, every time. */
  LINEAR((equals, memory) -> first(equals, byOrder())),
  /** Down the list from the member after the one whose phone rang last, and round again. */
  CIRCULAR((equals, memory) -> first(equals, after(memory.lastOrder()))),
  /** Who has been without a call for the longest time. The default. */
  LONGEST_IDLE((equals, memory) -> first(equals, byIdleness())),
  /** Who has answered the fewest calls, of whatever kind, since the engine was started. */
  FEWEST_CALLS((equals, memory) -> first(equals, byCalls())),
  /** Who has talked for the least time since the engine was started. */
  LEAST_TALK_TIME((equals, memory) -> first(equals, byTalkTime())),
  /** Drawn by lot, each member as likely as another. */
  RANDOM((equals, memory) -> RandomDraw.draw(equals, memory.draw(), each -> 1)),
  /** Drawn by lot, each member as likely as its weight says against the sum of all. */
  WEIGHTED_RANDOM((equals, memory) -> RandomDraw.draw(equals, memory.draw(), Contender::weight)),
  /** All at once; whoever answers first has the call. */
  SIMULTANEOUS((equals, memory) -> equals),
  /** One as in linear, then one more at a time while the others go on ringing. */
  PROGRESSIVE((equals, memory) -> first(equals, byOrder()));

  private final BiFunction<List<Contender>, Memory, List<Contender>> rule;

  StandardStrategy(BiFunction<List<Contender>, Memory, List<Contender>> rule) {
    this.rule = rule;
  }

  @Override
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  @Override
  public List<Contender> next(List<Contender> equals, Memory memory) {
    return rule.apply(equals, memory);
  }

  /**
   * The order by which this strategy takes the first, if it is always the same one: not where it
   * hangs on memory or lots, or takes all.
   *
   * @return the order, or empty
   */
  public Optional<Comparator<Contender>> order() {
    return switch (this) {
      case LINEAR, PROGRESSIVE -> Optional.of(byOrder());
      case LONGEST_IDLE -> Optional.of(byIdleness());
      case FEWEST_CALLS -> Optional.of(byCalls());
      case LEAST_TALK_TIME -> Optional.of(byTalkTime());
      case CIRCULAR, RANDOM, WEIGHTED_RANDOM, SIMULTANEOUS -> Optional.empty();
    };
  }

  /**
   * Who has been without a call for the longest time comes first, then the lowest number: the order
   * among those whom a strategy does not tell apart.
   *
   * @return the order
   */
  public static Comparator<Contender> byIdleness() {
    return StandardStrategy::idleFirst;
  }

  /** Written out: an index asks it for every change of a phone. */
  private static int idleFirst(Contender one, Contender other) {
    int byIdleness = one.idleSince().compareTo(other.idleSince());
    return byIdleness != 0 ? byIdleness : one.extension().compareTo(other.extension());
  }

  private static List<Contender> first(List<Contender> equals, Comparator<Contender> order) {
    return List.of(equals.stream().min(order).orElseThrow());
  }

  private static Comparator<Contender> byOrder() {
    return Comparator.comparingInt(Contender::order).thenComparing(byIdleness());
  }

  private static Comparator<Contender> after(int last) {
    return Comparator.<Contender, Boolean>comparing(each -> each.order() <= last)
        .thenComparing(byOrder());
  }

  private static Comparator<Contender> byCalls() {
    return Comparator.<Contender>comparingLong(each -> each.workload().calls())
        .thenComparing(byIdleness());
  }

  private static Comparator<Contender> byTalkTime() {
    return Comparator.<Contender, Duration>comparing(each -> each.workload().talkTime())
        .thenComparing(byIdleness());
  }
}
