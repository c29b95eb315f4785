package io.ringwright.engine.state;

import io.ringwright.call.CallerId;
import io.ringwright.directory.HostAnswers;
import io.ringwright.directory.HostAnswers.Question;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the host's predicates said last about the callers of calls that are not over.
 *
 * <p>Thread safety: confined to the owner of the state.
 */
public final class HostAnswerTable implements Predicate<Question> {

  /** So many callers are remembered before those of ended calls are looked for. */
  private static final int SLACK = 1000;

  private final Map<CallerId, Map<Question, Boolean>> answers = new HashMap<>();

  HostAnswerTable() {}

  HostAnswerTable(HostAnswerTable other) {
    answers.putAll(other.answers);
  }

  /** Whether a predicate holds; false for what was not asked. */
  @Override
  public boolean test(Question question) {
    return answers.getOrDefault(question.caller(), Map.of()).getOrDefault(question, false);
  }

  /** Whether anything was asked about a caller. */
  public boolean knows(CallerId caller) {
    return answers.containsKey(caller);
  }

  /**
   * Takes new answers.
   *
   * @return the callers about whom something else was said before
   */
  public Set<CallerId> put(HostAnswers said) {
    Set<CallerId> changed = new HashSet<>();
    said.answers()
        .forEach(
            (question, holds) -> {
              Map<Question, Boolean> known = answers.getOrDefault(question.caller(), Map.of());
              if (!known.isEmpty() && !holds.equals(known.get(question))) {
                changed.add(question.caller());
              }
              Map<Question, Boolean> more = new HashMap<>(known);
              more.put(question, holds);
              answers.put(question.caller(), Map.copyOf(more));
            });
    return changed;
  }

  /** Whether it is time to forget callers, with so many calls that are not over. */
  public boolean isLarge(int calls) {
    return answers.size() > SLACK + 2 * calls;
  }

  /** Forgets all but these. */
  public void retain(Collection<CallerId> callers) {
    answers.keySet().retainAll(callers);
  }

  /** All answers, in no particular order. */
  public HostAnswers data() {
    Map<Question, Boolean> all = new HashMap<>();
    answers.values().forEach(all::putAll);
    return new HostAnswers(all);
  }
}
