package io.ringwright.journal;

import io.ringwright.directory.HostAnswers;
import io.ringwright.event.RouterEvent;

/**
 * An event on its way to the journal, before it has a sequence number and a moment.
 *
 * <p>Thread safety: immutable.
 *
 * @param event what happened
 * @param answers what the host's predicates said, as far as this event can ask for them
 */
public record Proposal(RouterEvent event, HostAnswers answers) {

  /**
   * An event about which no predicate of the host was asked.
   *
   * @param event what happened
   * @return the proposal
   */
  public static Proposal of(RouterEvent event) {
    return new Proposal(event, HostAnswers.NONE);
  }
}
