package io.ringwright;

import io.ringwright.effect.EffectRunner;
import io.ringwright.host.TimeLimit;

/**
 * How the host's own code does: how far its listener and recorder are behind, and how often its
 * predicates and strategies gave no answer that could be used. All zero is good; {@code behind} may
 * be above zero for moments. A {@code dropped} above zero means that call records have gaps.
 *
 * <p>Thread safety: immutable.
 *
 * @param behind how many tellings wait for the listener and the recorder, with the one under way
 * @param dropped how many tellings were dropped because too many waited
 * @param threw how many questions to predicates and strategies were answered by an exception
 * @param late how many such questions were given up because they took too long
 * @param notAsked how many such questions were not asked, because of one that took too long before
 * @see io.ringwright.port.RoutingListener#missed
 */
public record HostCodeCounts(long behind, long dropped, long threw, long late, long notAsked) {

  /** What was counted of tellings, and of both kinds of questions. */
  static HostCodeCounts of(EffectRunner effects, TimeLimit predicates, TimeLimit strategies) {
    return new HostCodeCounts(
        effects.tellingsBehind(),
        effects.tellingsDropped(),
        predicates.threw() + strategies.threw(),
        predicates.late() + strategies.late(),
        predicates.notAsked() + strategies.notAsked());
  }

  /** Such as {@code 3 tellings behind, 0 dropped; questions: 0 threw, 1 late, 12 not asked}. */
  @Override
  public String toString() {
    return behind
        + " tellings behind, "
        + dropped
        + " dropped; questions: "
        + threw
        + " threw, "
        + late
        + " late, "
        + notAsked
        + " not asked";
  }
}
