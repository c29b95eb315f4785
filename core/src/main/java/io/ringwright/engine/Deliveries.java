package io.ringwright.engine;

import io.ringwright.call.RoutingAnswer;
import io.ringwright.effect.Effect;
import io.ringwright.engine.CallPhase.Attempt;
import io.ringwright.engine.CallPhase.Delivering;
import io.ringwright.routing.Trail;
import io.ringwright.routing.Verdict;
import java.time.Duration;
import java.time.Instant;

/**
 * Sends waiting callers on the way: to a phone, or to be told something. Belongs to the {@link
 * EngineState} and its lock.
 */
public final class Deliveries {

  /** How long after a delivery was sent the caller is looked for. */
  static final Duration LANDING_TIME = Duration.ofSeconds(2);

  /** How long it may take until somebody who is called back has answered or has not. */
  static final Duration CALL_OUT_TIME = Duration.ofSeconds(60);

  private final EngineState room;

  public Deliveries(EngineState room) {
    this.room = room;
  }

  public boolean deliverable(Call file) {
    return room.linked().contains(file.pbx()) && !file.rests(room.now());
  }

  /** Sends a waiting caller on the way: reserve, claim, move. */
  public void offer(Call file, Attempt attempt) {
    room.line().leave(file);
    room.attempts().reserve(file, attempt);
    Instant checkAt = room.now().plus(file.callBack().isPresent() ? CALL_OUT_TIME : LANDING_TIME);
    room.moves().enter(file, new Delivering(attempt, 1, checkAt));
    room.leave(new Effect.Deliver(room.attempts().delivery(file, attempt)));
    room.leave(new Effect.Tell.Delivering(attempt.answer()));
  }

  /** Fetches a waiting caller to be told an answer, which ends the wait. */
  public void fetch(Call file, Verdict verdict, Trail trail) {
    RoutingAnswer answer = room.answers().answer(file, Decisions.parting(verdict), trail);
    offer(file, room.attempts().toTell(file, answer));
  }
}
