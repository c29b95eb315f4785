package io.ringwright;

import io.ringwright.Phase.Attempt;
import io.ringwright.Phase.InLine;
import io.ringwright.Phase.Offered;
import io.ringwright.Phase.Ringing;
import io.ringwright.Phase.Talking;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.Destination;
import io.ringwright.call.Device;
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
import io.ringwright.routing.Candidate;
import io.ringwright.routing.Resolution;
import io.ringwright.routing.RoutingFacts;
import io.ringwright.routing.RoutingRules;
import io.ringwright.routing.Trail;
import io.ringwright.routing.Verdict;
import io.ringwright.routing.WaitingDispatch.Match;
import io.ringwright.waiting.Place;
import io.ringwright.waiting.WaitingCall;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The events of a call, in the order of its life. Used under the lock of the {@link CallRouter}
 * only.
 */
final class CallLife {

  private static final Duration A_MOMENT = Duration.ofSeconds(1);

  private final SwitchRoom room;
  private long tickets;

  CallLife(SwitchRoom room) {
    this.room = room;
  }

  RoutingAnswer arrived(InboundCall call) {
    room.file(call.id()).ifPresent(earlier -> room.end(earlier, CallOutcome.WITHDRAWN));
    room.leave(new Effect.Tell.Arrived(call));
    Trail trail = Trail.kept();
    RoutingAnswer answer =
        decide(openFile(call), RoutingRules.called(call, room.phones(), trail), trail);
    room.dispatch();
    return answer;
  }

  /** What would happen to a call, without a trace. */
  RoutingAnswer explain(InboundCall call) {
    Trail trail = Trail.kept();
    Optional<Destination> called = RoutingRules.called(call, room.phones(), trail);
    CallFile file = new CallFile(waiting(call), room.now());
    called.ifPresent(to -> file.want(to, room.now()));
    Verdict verdict =
        called.isEmpty()
            ? new Verdict.Refuse(RejectReason.UNKNOWN_NUMBER)
            : room.decide(file, room.factsFor(file, trail), trail);
    return room.answer(file, Preview.of(verdict, file, room.line()), trail);
  }

  RoutingAnswer ringEnded(RememberedCall call, Token token, RingOutcome outcome) {
    Optional<CallFile> known = room.file(call.id());
    if (outcome == RingOutcome.ANSWERED || outcome == RingOutcome.ABANDONED) {
      known.ifPresent(file -> over(file, outcome));
      room.dispatch();
      return callOver(call);
    }
    CallFile file = known.orElseGet(() -> adopt(call));
    file.seen(call.channel(), room.now());
    RoutingAnswer answer = goOn(file, token, outcome);
    room.leave(new Effect.Tell.Decided(answer));
    room.dispatch();
    return answer;
  }

  /**
   * The landing of a caller.
   *
   * @param won whether the store let the token in
   */
  RoutingAnswer landed(RememberedCall call, Token token, boolean won) {
    CallFile file = room.file(call.id()).orElseGet(() -> adopt(call));
    file.seen(call.channel(), room.now());
    Optional<Attempt> attempt =
        SwitchRoom.attemptOf(file).filter(current -> current.token().equals(token));
    boolean again = file.phase() instanceof Ringing;
    if (attempt.isPresent() && (won || again)) {
      return land(file, attempt.get());
    }
    if (attempt.isPresent()) {
      file.restUntil(room.now().plus(A_MOMENT));
      room.wakeAt(room.now().plus(A_MOMENT));
      room.backInLine(file);
    }
    RoutingAnswer answer = waitOn(file, "token " + token + " no longer counts");
    room.dispatch();
    return answer;
  }

  RoutingAnswer beat(RememberedCall call) {
    CallFile file = room.file(call.id()).orElseGet(() -> adopt(call));
    file.seen(call.channel(), room.now());
    if (!(file.phase() instanceof InLine) && !(file.phase() instanceof Offered)) {
      talkOver(file);
      room.backInLine(file);
    }
    RoutingAnswer answer = turnOrWait(file);
    room.dispatch();
    return answer;
  }

  void answered(CallId call, Device device) {
    room.file(call).ifPresent(file -> answered(file, device));
    room.dispatch();
  }

  void ended(CallId call) {
    room.file(call).ifPresent(file -> over(file, RingOutcome.ABANDONED));
    room.dispatch();
  }

  /** Takes in a call of which the engine knows nothing, at the place that its channel remembers. */
  CallFile adopt(RememberedCall call) {
    CallFile file = room.open(remembered(call));
    room.joinLine(file);
    return file;
  }

  /** The same for a call that was only seen in a list: the store may know that it ended. */
  CallFile restore(RememberedCall call) {
    CallFile file = room.open(remembered(call));
    room.leave(new Effect.Store.Restore(file.waiting()));
    file.enter(new InLine());
    room.joinLine(file);
    return file;
  }

  /** Takes in a call that the store kept over a stop. */
  void recall(WaitingCall call) {
    tickets = Math.max(tickets, call.place().ticket() + 1);
    CallFile file = room.open(call);
    file.enter(new InLine());
    room.joinLine(file);
  }

  void answered(CallFile file, Device device) {
    Optional<Candidate> taker =
        SwitchRoom.attemptOf(file).stream()
            .flatMap(attempt -> attempt.candidates().stream())
            .filter(each -> each.extension().device().equals(device))
            .findFirst();
    if (taker.isEmpty()) {
      return;
    }
    SwitchRoom.attemptOf(file)
        .ifPresent(
            attempt ->
                attempt.candidates().stream()
                    .map(each -> each.extension().device())
                    .filter(other -> !other.equals(device))
                    .forEach(other -> room.board().release(other, file.id())));
    room.board().talk(device, file.id());
    Duration waited = Duration.between(file.place().since(), room.now());
    file.enter(new Talking(taker.get().extension().number(), device, waited));
    room.leave(new Effect.Store.End(file.id(), CallOutcome.ANSWERED));
    room.leave(new Effect.Tell.Answered(file.id(), taker.get().extension().number(), waited));
  }

  /**
   * The talk on this call's phone is over, if there is one: the phone is free after its wrap-up.
   */
  void talkOver(CallFile file) {
    if (file.phase() instanceof Talking talking) {
      Duration wrapUp =
          room.phones()
              .extension(talking.extension())
              .map(extension -> extension.times().wrapUp())
              .orElse(Duration.ZERO);
      room.board().hangUp(talking.device(), file.id(), wrapUp, room.now());
      room.wakeAt(room.now().plus(wrapUp));
    }
  }

  private RoutingAnswer decide(CallFile file, Optional<Destination> called, Trail trail) {
    Verdict verdict = new Verdict.Refuse(RejectReason.UNKNOWN_NUMBER);
    if (called.isPresent()) {
      file.want(called.get(), file.place().since());
      verdict = room.decide(file, room.factsFor(file, trail), trail);
    }
    RoutingAnswer answer = room.settle(file, verdict, trail);
    room.leave(new Effect.Tell.Decided(answer));
    return answer;
  }

  private RoutingAnswer goOn(CallFile file, Token token, RingOutcome outcome) {
    Optional<Attempt> ended =
        SwitchRoom.attemptOf(file).filter(attempt -> attempt.token().equals(token));
    if (ended.isEmpty()) {
      boolean elsewhere = file.phase() instanceof Ringing || file.phase() instanceof Talking;
      if (elsewhere) {
        talkOver(file);
        room.backInLine(file);
      }
      return waitOn(file, "token " + token + " no longer counts");
    }
    Trail trail = Trail.kept();
    room.release(file);
    leaveAlone(file, ended.get(), outcome, trail);
    RoutingFacts facts = room.factsFor(file, trail);
    return room.settle(file, forwarded(file, ended.get(), outcome, facts, trail), trail);
  }

  /** The phones that did not take the call are not offered it again for a while. */
  private void leaveAlone(CallFile file, Attempt ended, RingOutcome outcome, Trail trail) {
    for (Candidate rung : ended.candidates()) {
      Extension extension = rung.extension();
      Instant until = room.now().plus(extension.times().backOff());
      file.leaveAlone(extension.number(), until);
      room.wakeAt(until);
      trail.note(
          0,
          "extension " + extension.number(),
          Rule.BACK_OFF,
          outcome.name().toLowerCase(Locale.ROOT).replace('_', ' '),
          ", left alone for ",
          extension.times().backOff().toSeconds(),
          " s");
    }
  }

  private Verdict forwarded(
      CallFile file, Attempt ended, RingOutcome outcome, RoutingFacts facts, Trail trail) {
    if (ended.candidates().size() == 1) {
      Optional<Resolution> next =
          RoutingRules.afterRing(
              ended.candidates().get(0), outcome, file.routed(room.now()), facts, trail);
      if (next.isPresent() && next.get() instanceof Resolution.RingNow ring) {
        return new Verdict.Ring(ring.candidates());
      }
      if (next.isPresent() && next.get() instanceof Resolution.Outside outside) {
        return new Verdict.Leave(outside.to());
      }
    }
    return room.decide(file, facts, trail);
  }

  private RoutingAnswer land(CallFile file, Attempt attempt) {
    if (attempt.candidates().isEmpty()) {
      room.end(file, SwitchRoom.outcome(attempt.answer().decision()));
      room.leave(new Effect.Tell.Decided(attempt.answer()));
    } else {
      room.ringing(file, attempt);
    }
    return attempt.answer();
  }

  private RoutingAnswer turnOrWait(CallFile file) {
    boolean inLine = file.phase() instanceof InLine;
    if (inLine && waitedTooLong(file)) {
      Trail trail = Trail.kept();
      RoutingFacts facts = room.factsFor(file, trail);
      room.line().leave(file);
      return room.settle(file, room.decide(file, facts, trail), trail);
    }
    if (inLine && !room.deliverable(file, room.now())) {
      Optional<Match> turn = room.turnOf(file);
      if (turn.isPresent()) {
        Trail trail = Trail.kept();
        room.decide(file, turn.get().facts(), trail);
        RoutingAnswer answer = room.ring(file, turn.get().candidates(), trail);
        room.leave(new Effect.Tell.Decided(answer));
        return answer;
      }
    }
    return waitOn(file, "waits on");
  }

  private boolean waitedTooLong(CallFile file) {
    return !room.now()
        .isBefore(RoutingRules.waitsUntil(file.wanted(), file.standing(), room.phones()));
  }

  private RoutingAnswer waitOn(CallFile file, String why) {
    Trail trail = Trail.kept();
    trail.note(0, "call " + file.id(), Rule.ADMISSION, why);
    return room.answer(
        file,
        new RoutingDecision.Wait(
            file.wanted(),
            room.line().position(file),
            file.place().priority(),
            file.place().since()),
        trail);
  }

  private void over(CallFile file, RingOutcome how) {
    if (file.phase() instanceof Talking) {
      talkOver(file);
      room.end(file, CallOutcome.ANSWERED);
    } else {
      room.end(file, how == RingOutcome.ANSWERED ? CallOutcome.ANSWERED : CallOutcome.ABANDONED);
    }
  }

  private CallFile openFile(InboundCall call) {
    return room.open(waiting(call));
  }

  private WaitingCall waiting(InboundCall call) {
    Place place = new Place(call.priority(), room.now().truncatedTo(ChronoUnit.MILLIS), tickets++);
    return new WaitingCall(
        call.id(),
        call.channel(),
        call.caller(),
        new Destination.ToExtension(call.called()),
        place);
  }

  private WaitingCall remembered(RememberedCall call) {
    Destination wanted =
        room.phones().lookUp(call.called()).orElse(new Destination.ToExtension(call.called()));
    Place place = new Place(call.priority(), call.since(), tickets++);
    return new WaitingCall(call.id(), call.channel(), call.caller(), wanted, place);
  }

  private static RoutingAnswer callOver(RememberedCall call) {
    return new RoutingAnswer(
        call.id(),
        new RoutingDecision.Reject(RejectReason.CALL_OVER),
        new RoutingExplanation(List.of()));
  }
}
