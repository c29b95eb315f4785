package io.ringwright.it.kills;

import java.time.Instant;

/**
 * A call at a phone, as the phone saw it.
 *
 * @param phone the number of the phone
 * @param caller the number that the phone was shown
 * @param from the INVITE
 * @param answered the phone's 200, if it was confirmed; else {@link Instant#MAX}
 * @param to the end: BYE, CANCEL, refusal, the end of the dialling where the phone saw none, or of
 *     the Asterisk
 */
record Ring(String phone, String caller, Instant from, Instant answered, Instant to) {

  boolean isAnswered() {
    return answered.isBefore(Instant.MAX);
  }

  /** Whether the phone is engaged by it at an instant, the very beginning left out. */
  boolean isUnderWay(Instant at) {
    return from.isBefore(at) && to.isAfter(at);
  }
}
