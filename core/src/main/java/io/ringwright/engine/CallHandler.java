package io.ringwright.engine;

import io.ringwright.CallRouter;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.Destination;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.RejectReason;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision;
import io.ringwright.call.RoutingExplanation;
import io.ringwright.call.RoutingExplanation.Rule;
import io.ringwright.call.Token;
import io.ringwright.directory.Extension;
import io.ringwright.effect.Effect;
import io.ringwright.engine.CallPhase.Attempt;
import io.ringwright.engine.CallPhase.Delivering;
import io.ringwright.engine.CallPhase.Ringing;
import io.ringwright.engine.CallPhase.Talking;
import io.ringwright.engine.CallPhase.Waiting;
import io.ringwright.routing.Candidate;
import io.ringwright.routing.RoutingRules;
import io.ringwright.routing.Trail;
import io.ringwright.routing.Verdict;
import io.ringwright.waiting.Place;
import io.ringwright.waiting.WaitingCall;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The events of a call, in the order of its life. Used under the lock of the {@link CallRouter}
 * only.
 */
public final class CallHandler {

  private final EngineState room;
  private final RingEndHandler rings;
  private long tickets;

  public CallHandler(EngineState room) {
    this.room = room;
    this.rings = new RingEndHandler(room);
  }

  public RoutingAnswer arrived(InboundCall call) {
    room.file(call.id())
        .ifPresent(
            earlier ->
                room.moves()
                    .end(
                        earlier,
                        earlier.phase() instanceof Talking
                            ? CallOutcome.ANSWERED
                            : CallOutcome.WITHDRAWN));
    room.leave(new Effect.Tell.Arrived(call));
    Trail trail = room.trail();
    Optional<Destination> called = RoutingRules.called(call, room.phones(), trail);
    Call file = room.files().open(waiting(call, tickets++), room.now());
    room.moves().spoke(file, call.channel());
    called
        .flatMap(wanted -> room.keptPlaces().takeBack(call, wanted, room.now()))
        .ifPresent(place -> takesBack(file, place, trail));
    return decide(file, called, trail);
  }

  private static void takesBack(Call file, Place place, Trail trail) {
    trail.note(0, "call " + file.id(), Rule.ADMISSION, "takes back a place from ", place.since());
    file.takeBack(place);
  }

  /** What would happen to a call, without a trace. */
  public RoutingAnswer explain(InboundCall call) {
    Trail trail = Trail.kept();
    Optional<Destination> called = RoutingRules.called(call, room.phones(), trail);
    Call file = new Call(waiting(call, tickets), room.now());
    called.ifPresent(to -> file.want(to, room.now()));
    Verdict verdict =
        called.isEmpty()
            ? new Verdict.Refuse(RejectReason.UNKNOWN_NUMBER)
            : room.turns().asIfInTurn(file, trail, () -> room.decide(file, trail));
    return room.answers().answer(file, Preview.of(verdict, file, room), trail);
  }

  /** What would happen to a waiting call whose turn has come, without a trace. */
  public RoutingAnswer explainTurn(Call file) {
    Trail trail = Trail.kept();
    Verdict verdict = room.turns().asIfInTurn(file, trail, () -> room.decide(file, trail));
    Call copy = new Call(file.waiting(), room.now());
    return room.answers().answer(copy, Preview.of(verdict, copy, room), trail);
  }

  public RoutingAnswer ringEnded(RememberedCall call, Token token, RingOutcome outcome) {
    Optional<Call> known = room.file(call.id());
    if (outcome == RingOutcome.ANSWERED || outcome == RingOutcome.ABANDONED) {
      known.ifPresentOrElse(
          file -> over(file, outcome), () -> room.ignored("ring end", unknown(call.id())));
      return callOver(call);
    }
    if (known.isEmpty() && room.files().isWithdrawn(call.id())) {
      return withdrawn(call, "ring end");
    }
    if (known.isEmpty() && room.files().endedLately(call.id(), room.now())) {
      return tooLate(call, "ring end");
    }
    Call file = heard(known, call, token);
    return rings.goOn(file, token, outcome);
  }

  /**
   * The landing of a caller.
   *
   * @param won whether the store let the token in
   */
  public RoutingAnswer landed(RememberedCall call, Token token, boolean won) {
    Optional<Call> known = room.file(call.id());
    if (known.isEmpty() && room.files().isWithdrawn(call.id())) {
      return withdrawn(call, "landing");
    }
    if (known.isEmpty() && room.files().endedLately(call.id(), room.now())) {
      return tooLate(call, "landing");
    }
    Call file = heard(known, call, token);
    Optional<Attempt> attempt =
        Reservations.of(file).filter(current -> current.token().equals(token));
    boolean again = file.phase() instanceof Ringing;
    if (attempt.isPresent() && (won || again)) {
      if (file.callBack().isPresent()) {
        file.calledBack();
      }
      return land(file, attempt.get());
    }
    room.ignored("landing", "token " + token + " no longer counts for call " + file.id());
    if (attempt.isPresent()) {
      room.moves().restInLine(file);
    } else if (file.phase() instanceof Ringing ringing) {
      // Was the caller torn from a phone, or does an old question come late? The switch knows.
      room.moves().ringing(file, ringing.attempt(), room.now().plus(Deliveries.LANDING_TIME));
    }
    return room.answers().waitOn(file, "token " + token + " no longer counts");
  }

  public RoutingAnswer beat(RememberedCall call) {
    Optional<Call> known = room.file(call.id());
    if (known.isEmpty() && room.files().isWithdrawn(call.id())) {
      return withdrawn(call, "beat");
    }
    if (known.isEmpty() && room.files().endedLately(call.id(), room.now())) {
      return tooLate(call, "beat");
    }
    Call file = known.orElseGet(() -> adopt(call));
    room.moves().spoke(file, call.channel());
    boolean waits = file.phase() instanceof Waiting || file.phase() instanceof Delivering;
    if (!waits && !room.now().isBefore(file.phaseSince().plus(EngineState.CROSSING_TOLERANCE))) {
      room.moves().backInLine(file);
    }
    return turnOrWait(file);
  }

  public void answered(CallId call, Device device) {
    Optional<Call> file = room.file(call);
    if (file.isEmpty()) {
      room.ignored("answer", unknown(call));
    } else if (file.get().phase() instanceof Talking) {
      room.ignored("answer", "call " + call + " talks already");
    } else if (numberOf(file.get(), device).isEmpty()) {
      room.ignored("answer", "device " + device + " is nobody's in the directory");
    } else {
      answered(file.get(), device);
    }
  }

  public void ended(CallId call) {
    room.file(call).ifPresentOrElse(this::ended, () -> room.ignored("end", unknown(call)));
  }

  public void ended(Call file) {
    over(file, RingOutcome.ABANDONED);
  }

  /** Takes in a call of which the engine knows nothing, at the place that its channel remembers. */
  private Call adopt(RememberedCall call) {
    Call file = room.files().open(remembered(call), room.now());
    room.moves().joinLine(file);
    return file;
  }

  /** The same for a call that was only seen in a list: the store may know that it ended. */
  public Call restore(RememberedCall call) {
    Call file = room.files().open(remembered(call), room.now());
    file.onHearsay();
    file.inStore(true);
    room.leave(new Effect.Store.Restore(file.waiting()));
    room.moves().joinLine(file);
    return file;
  }

  /** Takes in a call that the store kept over a stop. */
  public void recall(WaitingCall call) {
    tickets = Math.max(tickets, call.place().ticket() + 1);
    Call file = room.files().open(call, room.now());
    file.inStore(true);
    room.moves().joinLine(file);
  }

  /**
   * Somebody talks to the caller: on a phone of the attempt, or, where an old move was carried out
   * late, on any phone of the house. A call that talks must not be moved again.
   */
  public void answered(Call file, Device device) {
    if (file.phase() instanceof Talking) {
      return;
    }
    Optional<DirectoryNumber> taker = numberOf(file, device);
    if (taker.isEmpty()) {
      return;
    }
    room.attempts().free(file);
    room.line().leave(file);
    room.roster().answered(taker.get());
    room.board().talk(device, file.id());
    room.expected().answered(file, room.now());
    Duration waited = Duration.between(file.place().since(), room.now());
    room.moves().enter(file, new Talking(taker.get(), device, waited));
    if (file.inStore()) {
      room.leave(new Effect.Store.End(file.id(), CallOutcome.ANSWERED));
      file.inStore(false);
    }
    room.leave(new Effect.Tell.Answered(file.id(), taker.get(), waited));
  }

  private Optional<DirectoryNumber> numberOf(Call file, Device device) {
    return Stream.concat(
            Reservations.of(file).stream()
                .flatMap(attempt -> attempt.candidates().stream())
                .map(Candidate::extension),
            room.phones().extensions().stream())
        .filter(extension -> extension.device().equals(device))
        .map(Extension::number)
        .findFirst();
  }

  /** The file of a call that comes with a token; a forgotten call is taken in first. */
  private Call heard(Optional<Call> known, RememberedCall call, Token token) {
    Call file = known.orElseGet(() -> adopt(call));
    if (known.isEmpty()) {
      // The store may still hold the call with the token of before a stop.
      room.leave(new Effect.Store.BackInLine(file.id(), token));
    }
    room.moves().spoke(file, call.channel());
    return file;
  }

  private RoutingAnswer decide(Call file, Optional<Destination> called, Trail trail) {
    if (called.isPresent()) {
      Instant arrived = room.now().truncatedTo(ChronoUnit.MILLIS);
      Instant since = file.place().since();
      file.want(called.get(), arrived.equals(since) ? since : arrived);
      return room.turns()
          .inTurn(file, trail, () -> room.answers().settle(file, room.decide(file, trail), trail));
    }
    return room.answers().settle(file, new Verdict.Refuse(RejectReason.UNKNOWN_NUMBER), trail);
  }

  private RoutingAnswer land(Call file, Attempt attempt) {
    if (attempt.candidates().isEmpty()) {
      room.answers().told(attempt.answer());
      room.moves().end(file, Decisions.outcome(attempt.answer().decision()));
    } else {
      room.moves().ringing(file, attempt);
    }
    return attempt.answer();
  }

  private RoutingAnswer turnOrWait(Call file) {
    boolean inLine = file.phase() instanceof Waiting;
    if (inLine && (waitedTooLong(file) || !room.offers().deliverable(file))) {
      Trail trail = room.trail();
      return room.turns().inTurn(file, trail, () -> turn(file, trail));
    }
    return room.answers().waitOn(file, "waits on");
  }

  /** A caller who asks, because nobody can tell: is it time to ring, or to be told something? */
  private RoutingAnswer turn(Call file, Trail trail) {
    Verdict verdict = room.decide(file, trail);
    if (waitedTooLong(file)) {
      room.line().leave(file);
      return room.answers().settle(file, verdict, trail);
    }
    if (verdict instanceof Verdict.Ring && file.callBack().isPresent()) {
      file.calledBack(); // The caller never hung up.
    }
    return verdict instanceof Verdict.Ring ring
        ? room.answers().told(room.moves().ring(file, ring.candidates(), trail))
        : room.answers().waitOn(file, "waits on");
  }

  private boolean waitedTooLong(Call file) {
    return !room.now()
        .isBefore(RoutingRules.waitsUntil(file.wanted(), file.standing(), room.phones()));
  }

  /**
   * What is said to a call that ended a moment ago: such a question was under way when it ended. If
   * the caller is there after all, the next beat is believed.
   */
  private RoutingAnswer tooLate(RememberedCall call, String event) {
    room.ignored(event, "call " + call.id() + " was over a moment ago");
    return room.answers().waitOn(new Call(remembered(call), room.now()), "over a moment ago");
  }

  private static String unknown(CallId call) {
    return "call " + call + " is not known, or over";
  }

  /** Whoever was taken out of line does not come back into it by being there still. */
  private RoutingAnswer withdrawn(RememberedCall call, String event) {
    room.ignored(event, "call " + call.id() + " was withdrawn");
    return new RoutingAnswer(
        call.id(),
        new RoutingDecision.Reject(RejectReason.WITHDRAWN),
        new RoutingExplanation(List.of()));
  }

  private void over(Call file, RingOutcome how) {
    if (file.callBack().isPresent()) {
      return; // Nobody is on the line: the channel that ends is the old one, or a call-out.
    }
    boolean answered = file.phase() instanceof Talking || how == RingOutcome.ANSWERED;
    if (file.phase() instanceof Ringing ringing && answered) {
      room.expected().answered(file, file.phaseSince());
      talked(file, ringing.attempt());
    }
    if (!answered && file.standing().inLine()) {
      room.moves().keepPlace(file);
    }
    room.moves().end(file, answered ? CallOutcome.ANSWERED : CallOutcome.ABANDONED);
  }

  /** Nobody told when it was answered; where one phone alone rang it was that one that talked. */
  private void talked(Call file, Attempt attempt) {
    if (attempt.candidates().size() == 1) {
      Extension extension = attempt.candidates().get(0).extension();
      room.roster().answered(extension.number());
      room.board().talk(extension.device(), file.id());
      Duration waited = Duration.between(file.place().since(), file.phaseSince());
      room.roster().talked(extension.number(), Duration.between(file.phaseSince(), room.now()));
      room.moves().enter(file, new Talking(extension.number(), extension.device(), waited));
    }
  }

  private WaitingCall waiting(InboundCall call, long ticket) {
    Place place = new Place(call.priority(), room.now().truncatedTo(ChronoUnit.MILLIS), ticket);
    return new WaitingCall(
            call.id(),
            call.channel(),
            call.caller(),
            new Destination.ToExtension(call.called()),
            place)
        .requiring(call.requirements());
  }

  private WaitingCall remembered(RememberedCall call) {
    Destination wanted =
        room.phones().lookUp(call.called()).orElse(new Destination.ToExtension(call.called()));
    Place place = new Place(call.priority(), call.since(), tickets++);
    return new WaitingCall(call.id(), call.channel(), call.caller(), wanted, place)
        .requiring(call.requirements());
  }

  private static RoutingAnswer callOver(RememberedCall call) {
    return new RoutingAnswer(
        call.id(),
        new RoutingDecision.Reject(RejectReason.CALL_OVER),
        new RoutingExplanation(List.of()));
  }
}
