package io.ringwright.files;

import io.ringwright.directory.Condition;
import io.ringwright.directory.Condition.Circumstances;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.directory.Strategy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The code of the host that a phone file names.
 *
 * @param strategies by name
 * @param predicates by name
 * @param anyName whether names are taken for which there is no code, as where files are only
 *     checked
 */
record HostCode(
    Map<String, Strategy> strategies,
    Map<String, Predicate<Circumstances>> predicates,
    boolean anyName) {

  static final HostCode NONE = new HostCode(Map.of(), Map.of(), false);

  HostCode {
    strategies = Map.copyOf(strategies);
    predicates = Map.copyOf(predicates);
  }

  /** A strategy of which only the name is known. */
  private record Named(String words) implements Strategy {
    @Override
    public List<Contender> next(List<Contender> equals, Memory memory) {
      return StandardStrategy.LONGEST_IDLE.next(equals, memory);
    }
  }

  Optional<Strategy> strategy(String name) {
    return Optional.ofNullable(strategies.get(name))
        .or(() -> anyName ? Optional.of(new Named(name)) : Optional.empty());
  }

  Optional<Condition> predicate(String name) {
    return Optional.ofNullable(predicates.get(name))
        .<Condition>map(code -> new Condition.Host(name, code))
        .or(() -> anyName ? Optional.of(new Condition.Host(name)) : Optional.empty());
  }
}
