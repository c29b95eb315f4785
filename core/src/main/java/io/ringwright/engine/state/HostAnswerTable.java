package io.ringwright.engine.state;

import io.ringwright.call.CallerId;
import io.ringwright.directory.HostAnswers;
import io.ringwright.directory.HostAnswers.Question;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the host's predicates said last about the callers of calls that are not over.
 *
 * <p>Thread safety: confined to the owner of the state.
 */
public final class HostAnswerTable implements Predicate<Question> {

  /** Of more callers than this who have no call the answers are forgotten. */
  private static final int MOST_WITHOUT_CALL = 10_000;

  private final Map<CallerId, Map<Question, Boolean>> answers = new HashMap<>();

  /** The calls of each caller that are not over; kept while the phone list asks the host. */
  private final Map<CallerId, RankedSet<Call>> calls = new HashMap<>();

  /** Who has answers and no call: a call that was refused at once, or is still to come. */
  private final Set<CallerId> withoutCall = new HashSet<>();

  private boolean asks;

  HostAnswerTable() {}

  HostAnswerTable(HostAnswerTable other) {
    answers.putAll(other.answers);
  }

  /**
   * The phone list is another one.
   *
   * @param hasPredicates whether it asks the host
   * @param open the calls that are not over
   */
  void listChanged(boolean hasPredicates, Iterable<Call> open) {
    if (hasPredicates && !asks) {
      withoutCall.addAll(answers.keySet());
      asks = true;
      open.forEach(this::opened);
    } else if (!hasPredicates) {
      asks = false;
      calls.clear();
      withoutCall.clear();
    }
  }

  /** A call begins. */
  void opened(Call call) {
    if (asks) {
      CallerId caller = call.waiting().caller();
      calls.computeIfAbsent(caller, none -> new RankedSet<>(Calls.BY_TICKET)).add(call);
      withoutCall.remove(caller);
    }
  }

  /** A call is over; with the last one of a caller the answers are forgotten. */
  void closed(Call call) {
    CallerId caller = call.waiting().caller();
    RankedSet<Call> theirs = calls.get(caller);
    if (theirs != null && theirs.remove(call) && theirs.isEmpty()) {
      calls.remove(caller);
      answers.remove(caller);
    }
  }

  /** The calls of these callers, in no particular order. */
  public List<Call> callsOf(Set<CallerId> callers) {
    List<Call> theirs = new ArrayList<>();
    for (CallerId caller : callers) {
      RankedSet<Call> known = calls.get(caller);
      if (known != null) {
        known.forEach(theirs::add);
      }
    }
    return theirs;
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
    forgetOthers();
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
              if (asks && !calls.containsKey(question.caller())) {
                withoutCall.add(question.caller());
              }
            });
    return changed;
  }

  /** Before answers are taken: the call that they are about comes after them. */
  private void forgetOthers() {
    if (withoutCall.size() > MOST_WITHOUT_CALL) {
      answers.keySet().removeAll(withoutCall);
      withoutCall.clear();
    }
  }

  /** All answers, in no particular order. */
  public HostAnswers data() {
    Map<Question, Boolean> all = new HashMap<>();
    answers.values().forEach(all::putAll);
    return new HostAnswers(all);
  }
}
