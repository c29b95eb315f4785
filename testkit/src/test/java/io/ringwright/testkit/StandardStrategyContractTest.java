package io.ringwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.directory.StandardStrategy;
import io.ringwright.directory.Strategy;
import io.ringwright.directory.Strategy.Contender;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The nine standard strategies and one of a host keep the contract; four bad ones do not. */
class StandardStrategyContractTest {

  /** From the top of the list. */
  @Nested
  class LinearTest extends Standard {
    LinearTest() {
      super(StandardStrategy.LINEAR);
    }
  }

  /** Round the list. */
  @Nested
  class CircularTest extends Standard {
    CircularTest() {
      super(StandardStrategy.CIRCULAR);
    }
  }

  /** By idleness. */
  @Nested
  class LongestIdleTest extends Standard {
    LongestIdleTest() {
      super(StandardStrategy.LONGEST_IDLE);
    }
  }

  /** By calls. */
  @Nested
  class FewestCallsTest extends Standard {
    FewestCallsTest() {
      super(StandardStrategy.FEWEST_CALLS);
    }
  }

  /** By talk time. */
  @Nested
  class LeastTalkTimeTest extends Standard {
    LeastTalkTimeTest() {
      super(StandardStrategy.LEAST_TALK_TIME);
    }
  }

  /** By lot. */
  @Nested
  class RandomTest extends Standard {
    RandomTest() {
      super(StandardStrategy.RANDOM);
    }
  }

  /** By weighted lot. */
  @Nested
  class WeightedRandomTest extends Standard {
    WeightedRandomTest() {
      super(StandardStrategy.WEIGHTED_RANDOM);
    }
  }

  /** All at once. */
  @Nested
  class SimultaneousTest extends Standard {
    SimultaneousTest() {
      super(StandardStrategy.SIMULTANEOUS);
    }
  }

  /** One more at a time. */
  @Nested
  class ProgressiveTest extends Standard {
    ProgressiveTest() {
      super(StandardStrategy.PROGRESSIVE);
    }
  }

  /** A host's own: the two who have talked least ring together. */
  @Nested
  class LeastBusyPairTest extends StrategyContract {
    @Override
    protected Strategy strategy() {
      Comparator<Contender> order =
          Comparator.<Contender>comparingLong(each -> each.workload().calls())
              .thenComparing(StandardStrategy.byIdleness());
      return named((equals, memory) -> equals.stream().sorted(order).limit(2).toList());
    }
  }

  /** One of the nine. */
  abstract static class Standard extends StrategyContract {
    private final StandardStrategy standard;

    Standard(StandardStrategy standard) {
      this.standard = standard;
    }

    @Override
    protected Strategy strategy() {
      return standard;
    }
  }

  private static Strategy named(
      BiFunction<List<Contender>, Strategy.Memory, List<Contender>> rule) {
    return new Strategy() {
      @Override
      public String words() {
        return "a rule of the house";
      }

      @Override
      public List<Contender> next(List<Contender> equals, Memory memory) {
        return rule.apply(equals, memory);
      }
    };
  }

  private static StrategyContract contractOf(
      BiFunction<List<Contender>, Strategy.Memory, List<Contender>> rule) {
    Strategy strategy = named(rule);
    return new StrategyContract() {
      @Override
      protected Strategy strategy() {
        return strategy;
      }
    };
  }

  private static void breaks(
      Consumer<StrategyContract> promise,
      BiFunction<List<Contender>, Strategy.Memory, List<Contender>> rule) {
    assertThatThrownBy(() -> promise.accept(contractOf(rule))).isInstanceOf(AssertionError.class);
  }

  @Test
  void who_takes_the_first_of_the_list_breaks_the_contract() {
    breaks(
        StrategyContract::it_names_the_same_in_whatever_order_they_are_given,
        (equals, memory) -> equals.subList(0, 1));
  }

  @Test
  void who_names_nobody_or_somebody_twice_breaks_the_contract() {
    breaks(StrategyContract::it_names_at_least_one, (equals, memory) -> List.of());
    breaks(
        StrategyContract::it_names_only_who_was_given_and_each_once,
        (equals, memory) -> List.of(equals.get(0), equals.get(0)));
  }

  @Test
  void who_remembers_by_itself_breaks_the_contract() {
    int[] turn = {0};
    breaks(
        StrategyContract::it_names_the_same_whenever_it_is_asked,
        (equals, memory) -> List.of(equals.get(turn[0]++ % equals.size())));
  }

  @Test
  void who_sorts_what_it_was_given_breaks_the_contract() {
    breaks(
        StrategyContract::it_changes_nothing,
        (equals, memory) -> {
          equals.sort(StandardStrategy.byIdleness());
          return new ArrayList<>(equals.subList(0, 1));
        });
  }

  @Test
  void there_are_nine() {
    assertThat(StandardStrategy.values()).hasSize(9);
    assertThat(StandardStrategyContractTest.class.getDeclaredClasses())
        .filteredOn(Standard.class::isAssignableFrom)
        .as("each of the nine, and what they have in common")
        .hasSize(10);
  }
}
