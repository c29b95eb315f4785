package io.ringwright.simulator;

import java.time.Instant;

/**
 * One thing that the callers or the phones of a simulation saw.
 *
 * <p>Thread safety: immutable.
 *
 * @param at when, in virtual time
 * @param kind what was seen
 * @param caller the identity of the caller it is about
 * @param subject more about it: see {@link Kind}
 */
public record Observation(Instant at, Kind kind, String caller, String subject) {

  /** What can be seen. */
  public enum Kind {
    /** The call came in; subject = what was dialled. */
    CALLER_ARRIVED,
    /** The call has a priority; subject = the priority, 1 is the highest. */
    PRIORITY_GIVEN,
    /** The call asks for skills; subject = these, as {@code french:3+sales:1}. */
    SKILLS_GIVEN,
    /** The caller waits from now on; subject = the number waited for. */
    CALLER_WAITS,
    /** Why the caller is told what is told next, or nothing; subject = the reason. */
    REASON_GIVEN,
    /** The caller was told something while waiting; subject = the words, sounds and numbers. */
    CALLER_TOLD,
    /** A phone began to ring for this caller; subject = its extension number. */
    PHONE_RINGS,
    /** A phone stopped ringing and was not answered; subject = its extension number. */
    PHONE_STOPS,
    /** A phone answered; subject = its extension number. */
    PHONE_ANSWERS,
    /** The talk at a phone is over; subject = its extension number. */
    PHONE_ENDS,
    /** The caller has hung up or was sent away; subject = how, as the name of an outcome. */
    CALLER_ENDED
  }
}
