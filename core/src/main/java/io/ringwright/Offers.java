package io.ringwright;

import io.ringwright.Phase.Attempt;
import io.ringwright.Phase.Offered;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.routing.Trail;
import io.ringwright.routing.Verdict;
import java.time.Duration;
import java.time.Instant;

/**
 * Sends waiting callers on the way: to a phone, or to be told something. Belongs to the {@link
 * SwitchRoom} and its lock.
 */
final class Offers {

  /** How long after a delivery was sent the caller is looked for. */
  static final Duration LANDING_TIME = Duration.ofSeconds(2);

  /** How long it may take until somebody who is called back has answered or has not. */
  static final Duration CALL_OUT_TIME = Duration.ofSeconds(60);

  private final SwitchRoom room;

  Offers(SwitchRoom room) {
    this.room = room;
  }

  boolean deliverable(CallFile file) {
    return room.linked().contains(file.pbx()) && !file.rests(room.now());
  }

  /** Sends a waiting caller on the way: reserve, claim, move. */
  void offer(CallFile file, Attempt attempt) {
    room.line().leave(file);
    room.attempts().reserve(file, attempt);
    Instant checkAt = room.now().plus(file.callBack().isPresent() ? CALL_OUT_TIME : LANDING_TIME);
    room.moves().enter(file, new Offered(attempt, 1, checkAt));
    room.leave(new Effect.Deliver(room.attempts().delivery(file, attempt)));
    room.leave(new Effect.Tell.Delivering(attempt.answer()));
  }

  /** Fetches a waiting caller to be told an answer, which ends the wait. */
  void fetch(CallFile file, Verdict verdict, Trail trail) {
    RoutingAnswer answer = room.answers().answer(file, Answers.parting(verdict), trail);
    offer(file, room.attempts().toTell(file, answer));
  }
}
