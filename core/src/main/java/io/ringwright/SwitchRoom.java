package io.ringwright;

import io.ringwright.Phase.Attempt;
import io.ringwright.Phase.InLine;
import io.ringwright.Phase.Offered;
import io.ringwright.Phase.Ringing;
import io.ringwright.Phase.Talking;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.PbxId;
import io.ringwright.call.RejectReason;
import io.ringwright.call.RingTarget;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision;
import io.ringwright.call.RoutingExplanation.Rule;
import io.ringwright.call.Token;
import io.ringwright.directory.PhoneList;
import io.ringwright.port.Directory;
import io.ringwright.port.Telephony.Delivery;
import io.ringwright.routing.Candidate;
import io.ringwright.routing.RoutingFacts;
import io.ringwright.routing.RoutingRules;
import io.ringwright.routing.Trail;
import io.ringwright.routing.Verdict;
import io.ringwright.routing.WaitingDispatch;
import io.ringwright.routing.WaitingDispatch.Match;
import io.ringwright.waiting.Reservation;
import io.ringwright.waiting.WaitingCall;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The state of the engine - who is free, who waits, what is reserved - and the few moves that
 * change it. The events that make the moves are in {@link CallLife} and {@link SwitchWatch}.
 *
 * <p>Used under the lock of the {@link CallRouter} only; does no I/O, but leaves {@link Effect}s.
 */
final class SwitchRoom {

  /** How long after a delivery was sent the caller is looked for. */
  static final Duration LANDING_TIME = Duration.ofSeconds(2);

  /** How much longer than the ring time a reservation lives: prompts come before the ringing. */
  static final Duration LEASE_GRACE = Duration.ofSeconds(30);

  private final Directory directory;
  private final InstantSource clock;
  private final Supplier<Token> tokens;
  private final Map<CallId, CallFile> files = new HashMap<>();
  private final Set<PbxId> linked = new HashSet<>();
  private final DeviceBoard board = new DeviceBoard();
  private final WaitingLine line = new WaitingLine();
  private final List<Effect> effects = new ArrayList<>();
  private Instant alarm = Instant.MAX;

  SwitchRoom(Directory directory, InstantSource clock, Supplier<Token> tokens) {
    this.directory = directory;
    this.clock = clock;
    this.tokens = tokens;
  }

  Instant now() {
    return clock.instant();
  }

  PhoneList phones() {
    return directory.phoneList();
  }

  DeviceBoard board() {
    return board;
  }

  WaitingLine line() {
    return line;
  }

  Set<PbxId> linked() {
    return linked;
  }

  Optional<CallFile> file(CallId call) {
    return Optional.ofNullable(files.get(call));
  }

  Collection<CallFile> files() {
    return List.copyOf(files.values());
  }

  void leave(Effect effect) {
    effects.add(effect);
  }

  List<Effect> takeEffects() {
    List<Effect> taken = List.copyOf(effects);
    effects.clear();
    return taken;
  }

  /** Something becomes due at this instant. */
  void wakeAt(Instant instant) {
    alarm = instant.isBefore(alarm) ? instant : alarm;
  }

  Instant alarm() {
    return alarm;
  }

  void clearAlarm() {
    alarm = Instant.MAX;
  }

  RoutingFacts facts() {
    return new RoutingFacts(phones(), board::occupancy, line::length, now());
  }

  /** Opens a file for a call that is not in line yet. */
  CallFile open(WaitingCall call) {
    CallFile file = new CallFile(call, now());
    files.put(call.id(), file);
    return file;
  }

  /** The facts that those ahead in line leave to this call. */
  RoutingFacts factsFor(CallFile file, Trail trail) {
    RoutingFacts all = facts();
    RoutingFacts left = WaitingDispatch.after(line.ahead(file.place(), now()), all);
    if (!left.equals(all)) {
      trail.note(
          0, "the line", Rule.FAIRNESS, "callers ahead could take phones; these count as taken");
    }
    return left;
  }

  /** What the rules say about a call that is not in line at this moment. */
  Verdict decide(CallFile file, RoutingFacts facts, Trail trail) {
    return RoutingRules.decide(file.wanted(), file.routed(now()), file.standing(), facts, trail);
  }

  /** Makes a verdict happen, and says it. */
  RoutingAnswer settle(CallFile file, Verdict verdict, Trail trail) {
    if (verdict instanceof Verdict.Ring ring) {
      return ring(file, ring.candidates(), trail);
    }
    if (verdict instanceof Verdict.WaitFor wait) {
      if (!wait.destination().equals(file.wanted())) {
        change(file, wait.destination());
      }
      return waitInLine(file, trail);
    }
    RoutingAnswer answer = answer(file, parting(verdict), trail);
    end(file, outcome(answer.decision()));
    return answer;
  }

  /** The call waits; says where in line. */
  RoutingAnswer waitInLine(CallFile file, Trail trail) {
    joinLine(file);
    return answer(
        file,
        new RoutingDecision.Wait(
            file.wanted(), line.position(file), file.place().priority(), file.place().since()),
        trail);
  }

  void joinLine(CallFile file) {
    if (!file.beenInLine() || file.phase() instanceof Talking) {
      leave(new Effect.Store.Enqueue(file.waiting()));
    }
    file.enter(new InLine());
    line.join(file);
    wakeAt(RoutingRules.waitsUntil(file.wanted(), file.standing(), phones()));
  }

  /** The call waits for something else; its place stays. */
  void change(CallFile file, Destination other) {
    boolean inLine = file.phase() instanceof InLine && file.beenInLine();
    line.leave(file);
    file.want(other, now());
    if (file.beenInLine()) {
      leave(new Effect.Store.MoveTo(file.waiting()));
    }
    if (inLine) {
      joinLine(file);
    }
  }

  /** Everybody in line whose turn has come is sent to a phone. */
  void dispatch() {
    if (line.isEmpty()) {
      return;
    }
    Instant now = now();
    for (Match match : WaitingDispatch.plan(line.contestants(now), facts())) {
      CallFile file = files.get(match.call().id());
      if (file != null && deliverable(file, now)) {
        Trail trail = Trail.kept();
        decide(file, match.facts(), trail);
        offer(file, attempt(file, match.candidates(), trail));
      }
    }
  }

  /** Whose turn in line it is, the given call's included if its turn has come. */
  Optional<Match> turnOf(CallFile file) {
    return WaitingDispatch.plan(line.contestants(now()), facts()).stream()
        .filter(match -> match.call().id().equals(file.id()))
        .findFirst();
  }

  boolean deliverable(CallFile file, Instant now) {
    return linked.contains(file.channel().pbx()) && !file.rests(now);
  }

  /** Fetches a waiting caller to be told an answer, which ends the wait. */
  void fetch(CallFile file, Verdict verdict, Trail trail) {
    RoutingAnswer answer = answer(file, parting(verdict), trail);
    offer(file, new Attempt(tokens.get(), List.of(), answer, file.wanted()));
  }

  /** Sends a waiting caller on the way: reserve, claim, move. */
  void offer(CallFile file, Attempt attempt) {
    line.leave(file);
    reserve(file, attempt);
    file.enter(new Offered(attempt, 1, now().plus(LANDING_TIME)));
    wakeAt(now().plus(LANDING_TIME));
    leave(new Effect.Deliver(delivery(file, attempt)));
    leave(new Effect.Tell.Delivering(attempt.answer()));
  }

  /** Rings at once: the caller is on the line with us. */
  RoutingAnswer ring(CallFile file, List<Candidate> candidates, Trail trail) {
    Attempt attempt = attempt(file, candidates, trail);
    line.leave(file);
    reserve(file, attempt);
    ringing(file, attempt);
    return attempt.answer();
  }

  void ringing(CallFile file, Attempt attempt) {
    Instant lease = leaseEnd(attempt);
    file.enter(new Ringing(attempt, lease));
    wakeAt(lease);
  }

  /** Gives back what the call's attempt holds. The call is nowhere then: put it somewhere. */
  void release(CallFile file) {
    attemptOf(file)
        .ifPresent(
            attempt -> {
              attempt
                  .candidates()
                  .forEach(each -> board.release(each.extension().device(), file.id()));
              if (file.beenInLine()) {
                leave(new Effect.Store.BackInLine(file.id(), attempt.token()));
              }
            });
  }

  /** The call goes back to its old place. */
  void backInLine(CallFile file) {
    release(file);
    joinLine(file);
  }

  /** The call is over for the engine. */
  void end(CallFile file, CallOutcome outcome) {
    attemptOf(file)
        .ifPresent(
            attempt ->
                attempt
                    .candidates()
                    .forEach(each -> board.release(each.extension().device(), file.id())));
    line.leave(file);
    files.remove(file.id());
    leave(new Effect.Store.End(file.id(), outcome));
    Duration waited =
        file.phase() instanceof Talking talking
            ? talking.waited()
            : Duration.between(file.place().since(), now());
    leave(new Effect.Tell.Ended(file.id(), outcome, waited));
  }

  static Optional<Attempt> attemptOf(CallFile file) {
    if (file.phase() instanceof Offered offered) {
      return Optional.of(offered.attempt());
    }
    return file.phase() instanceof Ringing ringing
        ? Optional.of(ringing.attempt())
        : Optional.empty();
  }

  RoutingAnswer answer(CallFile file, RoutingDecision decision, Trail trail) {
    trail.note(0, "call " + file.id(), Rule.DECISION, decision);
    return new RoutingAnswer(file.id(), decision, trail.explanation());
  }

  static CallOutcome outcome(RoutingDecision parting) {
    return parting instanceof RoutingDecision.Divert
        ? CallOutcome.OVERFLOWED
        : CallOutcome.REJECTED;
  }

  Delivery delivery(CallFile file, Attempt attempt) {
    List<RingTarget> targets = attempt.candidates().stream().map(Candidate::target).toList();
    return new Delivery(
        file.id(),
        file.channel(),
        DirectoryNumber.of(attempt.wanted().digits()),
        attempt.token(),
        targets,
        ringTime(attempt.candidates()));
  }

  private Attempt attempt(CallFile file, List<Candidate> candidates, Trail trail) {
    Token token = tokens.get();
    List<RingTarget> targets = candidates.stream().map(Candidate::target).toList();
    RoutingDecision ring = new RoutingDecision.Ring(token, targets, ringTime(candidates));
    return new Attempt(token, candidates, answer(file, ring, trail), file.wanted());
  }

  private void reserve(CallFile file, Attempt attempt) {
    attempt.candidates().forEach(each -> board.reserve(each.extension().device(), file.id()));
    if (file.beenInLine()) {
      List<DirectoryNumber> numbers =
          attempt.candidates().stream().map(each -> each.extension().number()).toList();
      leave(
          new Effect.Store.Claim(
              new Reservation(file.id(), attempt.token(), numbers, leaseEnd(attempt))));
    }
  }

  private Instant leaseEnd(Attempt attempt) {
    return now().plus(ringTime(attempt.candidates())).plus(LEASE_GRACE);
  }

  private static Duration ringTime(List<Candidate> candidates) {
    return candidates.stream()
        .map(each -> each.extension().times().ring())
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  private static RoutingDecision parting(Verdict verdict) {
    if (verdict instanceof Verdict.Leave leave) {
      return new RoutingDecision.Divert(leave.to());
    }
    return new RoutingDecision.Reject(
        verdict instanceof Verdict.Refuse refuse ? refuse.reason() : RejectReason.CALL_OVER);
  }
}
