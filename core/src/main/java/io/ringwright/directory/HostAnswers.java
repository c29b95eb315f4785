package io.ringwright.directory;

import io.ringwright.call.CallerId;
import io.ringwright.call.DirectoryNumber;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What predicates of the host said before an event was put in order. The engine looks answers up
 * here and calls no predicate, so a replay needs none.
 *
 * <p>Thread safety: immutable.
 *
 * @param answers whether it holds, by question
 */
public record HostAnswers(Map<Question, Boolean> answers)
    implements Predicate<HostAnswers.Question> {

  /** No question was asked. */
  public static final HostAnswers NONE = new HostAnswers(Map.of());

  /** Copies the answers. */
  public HostAnswers {
    answers = Map.copyOf(answers);
  }

  /**
   * Looks an answer up.
   *
   * @param question what was asked
   * @return whether the predicate holds; false if it was not asked
   */
  @Override
  public boolean test(Question question) {
    return answers.getOrDefault(question, false);
  }

  /**
   * One question to a predicate.
   *
   * @param predicate its name
   * @param caller about whom
   * @param throughGroup the hunt group through which the call comes, or empty if dialled directly
   */
  public record Question(
      String predicate, CallerId caller, Optional<DirectoryNumber> throughGroup) {}
}
