package io.ringwright.it.kills;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What was seen of one caller from outside.
 *
 * @param who the caller
 * @param known when the dialplan had the first answer of the engine; {@link Instant#MAX} if never
 * @param waits the stays in the wait context
 * @param moves when the engine had the caller moved to a phone; the other rings were answers to a
 *     question of the caller's own
 * @param rings the calls at phones, by the phones' own account
 * @param ending how it ended
 */
record CallerTrace(
    Who who,
    Instant known,
    List<Stay> waits,
    List<Instant> moves,
    List<Ring> rings,
    Ending ending) {

  /**
   * A caller.
   *
   * @param number the caller's own number, which no other has
   * @param call what the engine calls it; empty if it never said
   * @param priority 1 is the highest
   * @param arrived the INVITE
   */
  record Who(String number, String call, int priority, Instant arrived) {}

  /** Who ended a call. */
  enum EndedBy {
    CALLER,
    SWITCH,
    ASTERISK_GONE,
    NOBODY
  }

  /**
   * How a call ended.
   *
   * @param at when; {@link Instant#MAX} if it did not
   * @param by who ended it
   * @param fellBack whether the dialplan went on without an engine
   */
  record Ending(Instant at, EndedBy by, boolean fellBack) {}

  CallerTrace {
    waits = List.copyOf(waits);
    moves = List.copyOf(moves);
    rings = rings.stream().sorted(Comparator.comparing(Ring::from)).toList();
  }

  Optional<Ring> answer() {
    return rings.stream().filter(Ring::isAnswered).findFirst();
  }

  /** From the arrival to the answer, or to the end without one. */
  Duration waited() {
    Instant until = answer().map(Ring::answered).orElse(ending.at());
    return until.equals(Instant.MAX) ? Duration.ZERO : Duration.between(who.arrived(), until);
  }

  Experience experience() {
    if (ending.fellBack()) {
      return Experience.FELL_BACK;
    }
    if (answer().isPresent()) {
      return Experience.ANSWERED;
    }
    return switch (ending.by()) {
      case CALLER -> Experience.GAVE_UP;
      case SWITCH -> Experience.HUNG_UP;
      case ASTERISK_GONE -> Experience.ENDED_WITH_ASTERISK;
      case NOBODY -> Experience.STILL_WAITING;
    };
  }
}
