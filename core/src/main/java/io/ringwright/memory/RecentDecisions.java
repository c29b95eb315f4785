package io.ringwright.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.ringwright.call.CallId;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.port.RoutingListener;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * The last decisions with their explanations, by call: for the question why a call went where it
 * went, an hour later. Bounded in number and age; what is older is forgotten.
 *
 * <pre>{@code
 * RecentDecisions recent = RecentDecisions.keeping(10_000, Duration.ofHours(1));
 * CallRouter router = CallRouter.builder(directory).listener(recent.and(others)).build();
 * recent.of(call).forEach(answer -> out.println(answer.explanation()));
 * }</pre>
 *
 * <p>It is no part of the engine's state: no decision depends on it, and a restart empties it.
 *
 * <p>Thread safety: may be used by many threads.
 */
public final class RecentDecisions implements RoutingListener {

  /** Of one call at most so many decisions are kept, the newest. */
  public static final int MOST_OF_A_CALL = 50;

  private final Cache<CallId, List<RoutingAnswer>> decisions;

  private RecentDecisions(Cache<CallId, List<RoutingAnswer>> decisions) {
    this.decisions = decisions;
  }

  /**
   * Keeps decisions for a time that no step of the clock changes.
   *
   * @param calls of how many calls, above 0
   * @param age for how long after the last decision about a call
   * @return an empty memory
   */
  public static RecentDecisions keeping(int calls, Duration age) {
    return keeping(calls, age, Ticker.systemTicker());
  }

  /**
   * Keeps decisions by another clock, whose steps count as time that passes: for tests.
   *
   * @param calls of how many calls, above 0
   * @param age for how long after the last decision about a call
   * @param clock where time comes from
   * @return an empty memory
   */
  public static RecentDecisions keeping(int calls, Duration age, InstantSource clock) {
    return keeping(calls, age, () -> clock.millis() * 1_000_000);
  }

  private static RecentDecisions keeping(int calls, Duration age, Ticker ticker) {
    if (calls <= 0) {
      throw new IllegalArgumentException(
          "calls " + calls + " is not valid: expected how many calls to remember, above 0");
    }
    return new RecentDecisions(
        Caffeine.newBuilder()
            .maximumSize(calls)
            .expireAfterWrite(age)
            .ticker(ticker)
            .executor(Runnable::run)
            .build());
  }

  /**
   * What was decided about a call.
   *
   * @param call its identity
   * @return first to last; none if nothing is remembered
   */
  public List<RoutingAnswer> of(CallId call) {
    List<RoutingAnswer> known = decisions.getIfPresent(call);
    return known == null ? List.of() : known;
  }

  @Override
  public void decided(RoutingAnswer answer) {
    add(answer);
  }

  @Override
  public void delivering(RoutingAnswer answer) {
    add(answer);
  }

  private void add(RoutingAnswer answer) {
    decisions.asMap().merge(answer.call(), List.of(answer), RecentDecisions::both);
  }

  private static List<RoutingAnswer> both(List<RoutingAnswer> known, List<RoutingAnswer> more) {
    List<RoutingAnswer> all = new ArrayList<>(known);
    all.addAll(more);
    return List.copyOf(all.subList(Math.max(0, all.size() - MOST_OF_A_CALL), all.size()));
  }
}
