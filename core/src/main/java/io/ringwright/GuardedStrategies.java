package io.ringwright;

import io.ringwright.directory.Strategy;
import io.ringwright.directory.Strategy.Contender;
import io.ringwright.engine.dispatch.StrategyCaller;
import io.ringwright.host.Asked;
import io.ringwright.host.Reply;
import io.ringwright.host.TimeLimit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Calls strategies of the host with a time limit: for all questions of one event to one strategy
 * together, because every other event waits meanwhile. When a journal's entries are applied again,
 * there is none: what failed then is in the entry, and what did not fail then must not now.
 *
 * <p>Thread safety: guarded by the lock of {@link JournaledEngine}.
 */
final class GuardedStrategies implements StrategyCaller {

  /** A strategy is given this long even if all the time of the event was used up. */
  private static final long LEAST = 1_000_000L;

  private final TimeLimit limit;
  private final LongSupplier nanos;
  private final Map<String, Long> used = new HashMap<>();
  private boolean again;

  GuardedStrategies(TimeLimit limit, LongSupplier nanos) {
    this.limit = limit;
    this.nanos = nanos;
  }

  /** An event or a question begins. */
  void begin() {
    used.clear();
    again = false;
  }

  /** An entry is applied that was applied before. */
  void beginAgain() {
    again = true;
  }

  @Override
  public Optional<List<Contender>> call(
      Strategy strategy, List<Contender> equals, Strategy.Memory memory) {
    if (again || limit.nanos() == 0) {
      return DIRECT.call(strategy, equals, memory);
    }
    String name = "strategy " + strategy.words();
    long left = Math.max(LEAST, limit.nanos() - used.getOrDefault(name, 0L));
    long from = nanos.getAsLong();
    Reply<List<Contender>> reply =
        limit.ask(List.of(new Asked<>(name, () -> strategy.next(equals, memory))), left).get(0);
    used.merge(name, nanos.getAsLong() - from, Long::sum);
    if (reply instanceof Reply.Failed<List<Contender>> failed) {
      throw failed.why();
    }
    return reply instanceof Reply.Said<List<Contender>> said
        ? Optional.of(said.value())
        : Optional.empty();
  }
}
