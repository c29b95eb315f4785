package io.ringwright.engine.dispatch;

import io.ringwright.directory.StandardStrategy;
import io.ringwright.directory.Strategy;
import io.ringwright.directory.Strategy.Contender;
import java.util.Comparator;

/**
 * By priority, and then as the group's strategy has it, as far as that does not hang on memory; at
 * last by their place in the list, so that no two are equal.
 */
final class SlotOrder implements Comparator<MemberSlot> {

  private final Comparator<Contender> strategy;

  SlotOrder(Strategy strategy) {
    this.strategy = order(strategy);
  }

  private static Comparator<Contender> order(Strategy strategy) {
    return strategy instanceof StandardStrategy standard && standard.order().isPresent()
        ? standard.order().get()
        : Comparator.comparingInt(Contender::order);
  }

  @Override
  public int compare(MemberSlot one, MemberSlot other) {
    int byPriority =
        Integer.compare(one.member.priority().level(), other.member.priority().level());
    if (byPriority != 0) {
      return byPriority;
    }
    int byStrategy = strategy.compare(one.facts(), other.facts());
    return byStrategy != 0 ? byStrategy : Integer.compare(one.order, other.order);
  }
}
