package io.ringwright.engine.dispatch;

import io.ringwright.directory.Strategy;
import io.ringwright.directory.Strategy.Contender;
import java.util.List;
import java.util.Optional;

/** Calls a strategy of the host's own. What it throws is taken for a failure of the strategy. */
@FunctionalInterface
public interface StrategyCaller {

  /** Calls it right here, and waits for as long as it takes. */
  StrategyCaller DIRECT = (strategy, equals, memory) -> Optional.of(strategy.next(equals, memory));

  /**
   * Asks who rings next.
   *
   * @param strategy who is asked
   * @param equals who may ring
   * @param memory what the group remembers
   * @return the answer; empty if the strategy is not asked at present
   */
  Optional<List<Contender>> call(Strategy strategy, List<Contender> equals, Strategy.Memory memory);
}
