package io.ringwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.Workload;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.Strategy;
import io.ringwright.directory.Strategy.Contender;
import io.ringwright.directory.Strategy.Memory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Strategy} must do: name somebody of those it was given, each once, the same
 * whenever and in whatever order it is asked, and change nothing. Tried on houses that are drawn by
 * lot from fixed seeds.
 *
 * <p>Extend it in the tests of a strategy:
 *
 * <pre>{@code
 * class NearestTest extends StrategyContract {
 *   @Override
 *   protected Strategy strategy() {
 *     return new Nearest(seats);
 *   }
 * }
 * }</pre>
 *
 * <p>Thread safety: one test at a time.
 */
public abstract class StrategyContract {

  private static final int HOUSES = 500;
  private static final int MOST_CONTENDERS = 12;
  private static final long FIRST_SEED = 20_260_302;

  /** For subclasses. */
  protected StrategyContract() {}

  /**
   * The strategy under test.
   *
   * @return the strategy
   */
  protected abstract Strategy strategy();

  /**
   * An extension that may be among the contenders: 100, 101 and so on unless overridden, for
   * strategies that know only some.
   *
   * @param nth from 0 to 11
   * @return the extension, a different one for each
   */
  protected DirectoryNumber extension(int nth) {
    return DirectoryNumber.of(Integer.toString(100 + nth));
  }

  /** Somebody always rings. */
  @Test
  void it_names_at_least_one() {
    inEveryHouse((given, memory) -> assertThat(strategy().next(given, memory)).isNotEmpty());
  }

  /** Nobody rings who was not given, and nobody twice. */
  @Test
  void it_names_only_who_was_given_and_each_once() {
    inEveryHouse(
        (given, memory) ->
            assertThat(strategy().next(given, memory)).isSubsetOf(given).doesNotHaveDuplicates());
  }

  /** The order in which the engine happens to keep its members decides nothing. */
  @Test
  void it_names_the_same_in_whatever_order_they_are_given() {
    inEveryHouse(
        (given, memory) -> {
          Set<Contender> first = Set.copyOf(strategy().next(given, memory));
          List<Contender> shuffled = new ArrayList<>(given);
          Collections.shuffle(shuffled, new Random(memory.draw()));
          assertThat(Set.copyOf(strategy().next(shuffled, memory))).isEqualTo(first);
          Collections.reverse(shuffled);
          assertThat(Set.copyOf(strategy().next(shuffled, memory))).isEqualTo(first);
        });
  }

  /** It remembers nothing by itself, so that a recorded day can be replayed. */
  @Test
  void it_names_the_same_whenever_it_is_asked() {
    List<List<Contender>> before = new ArrayList<>();
    inEveryHouse((given, memory) -> before.add(strategy().next(given, memory)));
    List<List<Contender>> again = new ArrayList<>();
    inEveryHouse((given, memory) -> again.add(strategy().next(given, memory)));
    assertThat(again).isEqualTo(before);
  }

  /** It changes nothing of what it is given. */
  @Test
  void it_changes_nothing() {
    inEveryHouse(
        (given, memory) -> {
          List<Contender> open = new ArrayList<>(given);
          strategy().next(open, memory);
          assertThat(open).isEqualTo(given);
        });
  }

  /** A list that cannot be changed is no obstacle. */
  @Test
  void it_takes_a_list_that_cannot_be_changed() {
    inEveryHouse(
        (given, memory) -> assertThat(strategy().next(List.copyOf(given), memory)).isNotEmpty());
  }

  /** Who is alone rings. */
  @Test
  void it_names_who_is_alone() {
    inEveryHouse(
        (given, memory) ->
            assertThat(strategy().next(given.subList(0, 1), memory))
                .isEqualTo(given.subList(0, 1)));
  }

  /** Explanations need a word for it. */
  @Test
  void it_has_a_name_for_explanations() {
    assertThat(strategy().words()).isNotBlank().doesNotContain("\n", "\r");
  }

  private void inEveryHouse(BiConsumer<List<Contender>, Memory> check) {
    for (int house = 0; house < HOUSES; house++) {
      Random random = new Random(FIRST_SEED + house);
      List<Contender> contenders = contenders(random);
      int last = random.nextInt(MOST_CONTENDERS + 1) - 1;
      check.accept(contenders, new Memory(last, random.nextLong()));
    }
  }

  private List<Contender> contenders(Random random) {
    List<Integer> seats = new ArrayList<>(IntStream.range(0, MOST_CONTENDERS).boxed().toList());
    Collections.shuffle(seats, random);
    int size = 1 + random.nextInt(MOST_CONTENDERS);
    List<Contender> contenders = new ArrayList<>();
    Set<Integer> orders = new HashSet<>();
    while (orders.size() < size) {
      int order = random.nextInt(MOST_CONTENDERS);
      if (orders.add(order)) {
        contenders.add(contender(extension(seats.get(orders.size() - 1)), order, random));
      }
    }
    return contenders;
  }

  /** Few different values, so that many are equal in some way. */
  private static Contender contender(DirectoryNumber extension, int order, Random random) {
    Instant idleSince =
        random.nextInt(4) == 0
            ? Instant.MIN
            : ManualClock.MONDAY_MORNING.minusSeconds(random.nextInt(3));
    Workload workload = new Workload(random.nextInt(3), Duration.ofSeconds(random.nextInt(3)));
    return new Contender(extension, order, 1 + random.nextInt(4), idleSince, workload);
  }
}
