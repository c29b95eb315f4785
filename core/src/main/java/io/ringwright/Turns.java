package io.ringwright;

import io.ringwright.Phase.Attempt;
import io.ringwright.Phase.Offered;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingExplanation.Rule;
import io.ringwright.routing.RoutingFacts;
import io.ringwright.routing.Trail;
import io.ringwright.routing.Verdict;
import io.ringwright.routing.WaitingDispatch;
import io.ringwright.routing.WaitingDispatch.Match;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Whose turn it is: those in line are matched with phones, first to last, and nobody overtakes.
 * Belongs to the {@link SwitchRoom} and its lock.
 */
final class Turns {

  /** How long after a delivery was sent the caller is looked for. */
  static final Duration LANDING_TIME = Duration.ofSeconds(2);

  /** A caller of a switch to which there is no link must beat this often to be served in turn. */
  static final Duration TWO_BEATS = Duration.ofSeconds(65);

  private final SwitchRoom room;

  Turns(SwitchRoom room) {
    this.room = room;
  }

  /** The facts that those ahead in line leave to this call. */
  RoutingFacts factsFor(CallFile file, Trail trail) {
    RoutingFacts all = room.facts();
    Instant now = all.now();
    RoutingFacts left =
        WaitingDispatch.after(room.line().ahead(file, now, other -> takesPart(other, now)), all);
    if (!left.equals(all)) {
      trail.note(
          0, "the line", Rule.FAIRNESS, "callers ahead could take phones; these count as taken");
    }
    return left;
  }

  /** Everybody in line whose turn has come is sent to a phone. */
  void dispatch() {
    if (room.line().isEmpty()) {
      return;
    }
    Instant now = room.now();
    Map<CallFile, Attempt> due = new LinkedHashMap<>();
    for (Match match : plan(now, none -> false)) {
      // All are explained before the first is offered: an offer changes the facts for the rest.
      Optional<CallFile> file = room.file(match.call().id()).filter(each -> deliverable(each, now));
      if (file.isPresent()) {
        Trail trail = room.trail();
        room.decide(file.get(), match.facts(), trail);
        due.put(file.get(), room.attempts().toRing(file.get(), match.candidates(), trail));
      }
    }
    due.forEach(this::offer);
  }

  /** Whose turn in line it is, the given call's included if its turn has come. */
  Optional<Match> turnOf(CallFile file) {
    return plan(room.now(), file::equals).stream()
        .filter(match -> match.call().id().equals(file.id()))
        .findFirst();
  }

  boolean deliverable(CallFile file, Instant now) {
    return room.linked().contains(file.pbx()) && !file.rests(now);
  }

  /** Sends a waiting caller on the way: reserve, claim, move. */
  void offer(CallFile file, Attempt attempt) {
    room.line().leave(file);
    room.attempts().reserve(file, attempt);
    file.enter(new Offered(attempt, 1, room.now().plus(LANDING_TIME)), room.now());
    room.wakeAt(room.now().plus(LANDING_TIME));
    room.leave(new Effect.Deliver(room.attempts().delivery(file, attempt)));
    room.leave(new Effect.Tell.Delivering(attempt.answer()));
  }

  /** Fetches a waiting caller to be told an answer, which ends the wait. */
  void fetch(CallFile file, Verdict verdict, Trail trail) {
    RoutingAnswer answer = room.answer(file, SwitchRoom.parting(verdict), trail);
    offer(file, room.attempts().toTell(file, answer));
  }

  private List<Match> plan(Instant now, Predicate<CallFile> asks) {
    return WaitingDispatch.plan(
        room.line().contestants(now, file -> asks.test(file) || takesPart(file, now)),
        room.facts());
  }

  /**
   * Whether a phone is held for a call whose turn has come: it can be delivered, or its next beat
   * will fetch the phone. One of which nothing was ever heard may be anywhere.
   */
  private boolean takesPart(CallFile file, Instant now) {
    return !file.rests(now)
        && (room.linked().contains(file.pbx())
            ? file.heard().isAfter(Instant.MIN)
            : file.heard().isAfter(now.minus(TWO_BEATS)));
  }
}
