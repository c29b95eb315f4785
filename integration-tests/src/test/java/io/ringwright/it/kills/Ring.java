package io.ringwright.it.kills;

import java.time.Instant;

/**
 * A call at a phone, as the phone saw it.
 *
 * @param phone the number of the phone; {@link #UNSEEN} if the caller was moved to one that did not
 *     ring, because it was off the wire or taken back
 * @param caller the number that the phone was shown
 * @param from the INVITE
 * @param answered the phone's 200, if it was confirmed; else {@link Instant#MAX}
 * @param to the end: BYE, CANCEL, refusal, the end of the dialling where the phone saw none, or of
 *     the Asterisk
 */
record Ring(String phone, String caller, Instant from, Instant answered, Instant to) {

  /** In place of the number of a phone. */
  static final String UNSEEN = "?";

  boolean isSeen() {
    return !phone.equals(UNSEEN);
  }

  boolean isAnswered() {
    return answered.isBefore(Instant.MAX);
  }

  /** Whether the phone is engaged by it at an instant, the very beginning left out. */
  boolean isUnderWay(Instant at) {
    return from.isBefore(at) && to.isAfter(at);
  }
}
