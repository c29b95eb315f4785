package io.ringwright.engine.dispatch;

import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.directory.Strategy;
import io.ringwright.directory.Strategy.Contender;
import io.ringwright.event.JournalEntry.StrategyFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks the host's own strategies, so that nothing they do can leave an event half done. One that
 * throws, takes too long, or does not answer with some of those it was given, has failed: the order
 * of the list decides instead. The same holds while it is not asked, which is not told each time.
 * Within one event the same question is asked once.
 */
public final class StrategyGuard {

  private final Map<Question, List<Contender>> answers = new HashMap<>();
  private final Map<DirectoryNumber, Integer> asked = new HashMap<>();
  private final List<StrategyFailure> failures = new ArrayList<>();
  private final List<Failed> thrown = new ArrayList<>();
  private Set<StrategyFailure> known = Set.of();
  private StrategyCaller caller = StrategyCaller.DIRECT;

  private record Question(DirectoryNumber group, List<Contender> equals, Strategy.Memory memory) {}

  /**
   * A strategy that failed.
   *
   * @param group the hunt group for which it was asked
   * @param failure what it threw, or what was wrong with its answer
   */
  public record Failed(HuntGroup group, RuntimeException failure) {}

  StrategyGuard() {}

  /**
   * An event begins.
   *
   * @param failedThen which questions failed when the event happened first
   */
  public void begin(List<StrategyFailure> failedThen) {
    known = Set.copyOf(failedThen);
    if (!asked.isEmpty()) {
      answers.clear();
      asked.clear();
      failures.clear();
      thrown.clear();
    }
  }

  /** From now on strategies are called this way. */
  public void callBy(StrategyCaller chosen) {
    caller = chosen;
  }

  /** The questions that failed in this event. */
  public List<StrategyFailure> failures() {
    return List.copyOf(failures);
  }

  /** What failed in this event, and how, for the listener. */
  public List<Failed> thrown() {
    return List.copyOf(thrown);
  }

  List<Contender> next(HuntGroup group, List<Contender> equals, Strategy.Memory memory) {
    Strategy strategy = group.hunting().strategy();
    if (strategy instanceof StandardStrategy) {
      return strategy.next(equals, memory);
    }
    Question question = new Question(group.number(), equals, memory);
    List<Contender> before = answers.get(question);
    if (before != null) {
      return before;
    }
    List<Contender> answer = ask(group, equals, memory);
    answers.put(question, answer);
    return answer;
  }

  private List<Contender> ask(HuntGroup group, List<Contender> equals, Strategy.Memory memory) {
    StrategyFailure number =
        new StrategyFailure(group.number(), asked.merge(group.number(), 1, Integer::sum));
    if (!known.contains(number)) {
      try {
        Optional<List<Contender>> answer = caller.call(group.hunting().strategy(), equals, memory);
        if (answer.isPresent()) {
          return checked(group, equals, answer.get());
        }
      } catch (RuntimeException failure) {
        thrown.add(new Failed(group, failure));
      } catch (Throwable failure) { // It changed nothing of the state, whatever it is.
        thrown.add(new Failed(group, new IllegalStateException(failure)));
      }
    }
    failures.add(number);
    return List.of(equals.get(0));
  }

  private static List<Contender> checked(
      HuntGroup group, List<Contender> equals, List<Contender> answer) {
    if (answer.isEmpty() || !equals.containsAll(answer)) {
      throw new IllegalStateException(
          "the strategy "
              + group.hunting().strategy().words()
              + " of hunt group "
              + group.number()
              + " answered "
              + answer
              + ": expected at least one of "
              + equals);
    }
    return List.copyOf(answer);
  }
}
