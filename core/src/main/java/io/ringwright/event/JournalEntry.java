package io.ringwright.event;

import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.HostAnswers;
import java.util.List;

/**
 * One entry of a journal: an event, its moment, and what the host's own code answered because of
 * it. The same entries in the same order lead to the same state.
 *
 * <p>Thread safety: immutable.
 *
 * @param moment when it happened
 * @param event what happened
 * @param answers what the host's predicates said before
 * @param failedStrategies which of the questions to the host's own strategies failed; there the
 *     order of the list decided instead
 */
public record JournalEntry(
    Moment moment, RouterEvent event, HostAnswers answers, List<StrategyFailure> failedStrategies) {

  /** Copies the list. */
  public JournalEntry {
    failedStrategies = List.copyOf(failedStrategies);
  }

  /**
   * This entry, with what failed when it was applied.
   *
   * @param failed the questions to the host's own strategies that failed; mostly none
   * @return this entry, or a copy
   */
  public JournalEntry failing(List<StrategyFailure> failed) {
    return failed.isEmpty() ? this : new JournalEntry(moment, event, answers, failed);
  }

  /**
   * A question to a strategy of the host that failed.
   *
   * @param group the hunt group for which it was asked
   * @param question which of the different questions for this group within the event, from 1
   */
  public record StrategyFailure(DirectoryNumber group, int question) {
    @Override
    public String toString() {
      return group + ":" + question;
    }
  }

  /**
   * An entry for which no code of the host was asked, or none that failed.
   *
   * @param moment when it happened
   * @param event what happened
   * @return the entry
   */
  public static JournalEntry of(Moment moment, RouterEvent event) {
    return new JournalEntry(moment, event, HostAnswers.NONE, List.of());
  }
}
