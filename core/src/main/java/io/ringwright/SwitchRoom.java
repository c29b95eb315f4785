package io.ringwright;

import io.ringwright.Phase.Attempt;
import io.ringwright.Phase.InLine;
import io.ringwright.Phase.Ringing;
import io.ringwright.Phase.Talking;
import io.ringwright.availability.Attendance;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.PbxId;
import io.ringwright.call.Priority;
import io.ringwright.call.RejectReason;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision;
import io.ringwright.call.RoutingExplanation.Rule;
import io.ringwright.call.Token;
import io.ringwright.directory.PhoneList;
import io.ringwright.port.Directory;
import io.ringwright.routing.Candidate;
import io.ringwright.routing.RoutingFacts;
import io.ringwright.routing.RoutingRules;
import io.ringwright.routing.Trail;
import io.ringwright.routing.Verdict;
import io.ringwright.waiting.WaitingCall;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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

  /** News from two sides may cross: for so long neither contradicts the other. */
  static final Duration BLUR = Duration.ofSeconds(5);

  /** A caller who does not beat for so long, at a switch to which there is no link, is gone. */
  static final Duration LONGEST_SILENCE = Duration.ofMinutes(10);

  private final Directory directory;
  private final boolean explains;
  private final Map<CallId, CallFile> files = new HashMap<>();
  private final Map<CallId, Instant> lately = new LinkedHashMap<>();
  private final Set<PbxId> linked = new HashSet<>();
  private final DeviceBoard board = new DeviceBoard();
  private final WaitingLine line = new WaitingLine();
  private final Roster roster = new Roster();
  private final GroupMemories memories;
  private final Attempts attempts;
  private final Turns turns;
  private final List<Effect> effects = new ArrayList<>();
  private Instant now = Instant.EPOCH;
  private Instant alarm = Instant.MAX;

  /**
   * What a room is furnished with.
   *
   * @param tokens where tokens come from
   * @param seed what lots are drawn with
   * @param explains whether every decision is explained
   */
  record Setting(Supplier<Token> tokens, long seed, boolean explains) {}

  SwitchRoom(Directory directory, Setting setting) {
    this.directory = directory;
    this.explains = setting.explains();
    this.memories = new GroupMemories(setting.seed());
    this.attempts = new Attempts(this, setting.tokens());
    this.turns = new Turns(this);
  }

  /** An event begins: for as long as it is handled, this is now. */
  void begin(Instant at) {
    now = at;
  }

  Instant now() {
    return now;
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

  Roster roster() {
    return roster;
  }

  GroupMemories memories() {
    return memories;
  }

  Set<PbxId> linked() {
    return linked;
  }

  Attempts attempts() {
    return attempts;
  }

  Turns turns() {
    return turns;
  }

  Optional<CallFile> file(CallId call) {
    return Optional.ofNullable(files.get(call));
  }

  Collection<CallFile> files() {
    return List.copyOf(files.values());
  }

  /** Whether the call ended a moment ago, so that what is still said of it comes too late. */
  boolean endedLately(CallId call) {
    Instant end = lately.get(call);
    return end != null && now().isBefore(end.plus(BLUR));
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
    return new RoomFacts(this);
  }

  /** Where to note why, if decisions are explained. */
  Trail trail() {
    return explains ? Trail.kept() : Trail.silent();
  }

  /** Something was said that changes nothing: counted and explained. */
  void ignored(String event, String why) {
    leave(new Effect.Tell.Ignored(event, why));
  }

  /** Opens a file for a call that is not in line yet. */
  CallFile open(WaitingCall call) {
    CallFile file = new CallFile(call, now());
    files.put(call.id(), file);
    lately.remove(call.id());
    return file;
  }

  /** What the rules say about a call that is not in line at this moment. */
  Verdict decide(CallFile file, RoutingFacts facts, Trail trail) {
    return RoutingRules.decide(file.wanted(), file.routed(now()), file.standing(), facts, trail);
  }

  /** Makes a verdict happen, and says it, to the listener too. */
  RoutingAnswer settle(CallFile file, Verdict verdict, Trail trail) {
    if (verdict instanceof Verdict.Ring ring) {
      return told(ring(file, ring.candidates(), trail));
    }
    if (verdict instanceof Verdict.WaitFor wait) {
      if (!wait.destination().equals(file.wanted())) {
        change(file, wait.destination());
      }
      return told(waitInLine(file, trail));
    }
    RoutingAnswer answer = told(answer(file, parting(verdict), trail));
    end(file, outcome(answer.decision()));
    return answer;
  }

  /** The listener hears of a decision. */
  RoutingAnswer told(RoutingAnswer answer) {
    leave(new Effect.Tell.Decided(answer));
    return answer;
  }

  /** The call waits; says where in line. */
  RoutingAnswer waitInLine(CallFile file, Trail trail) {
    joinLine(file);
    return answer(file, waiting(file), trail);
  }

  RoutingDecision waiting(CallFile file) {
    return new RoutingDecision.Wait(
        file.wanted(), line.position(file), file.place().priority(), file.place().since());
  }

  /** The caller is told to wait on, wherever the call stands. */
  RoutingAnswer waitOn(CallFile file, String why) {
    Trail trail = trail();
    trail.note(0, "call " + file.id(), Rule.ADMISSION, why);
    return answer(file, waiting(file), trail);
  }

  void joinLine(CallFile file) {
    if (!file.inStore()) {
      leave(new Effect.Store.Enqueue(file.waiting()));
      file.inStore(true);
    }
    file.enter(new InLine(), now());
    line.join(file);
    wakeAt(RoutingRules.waitsUntil(file.wanted(), file.standing(), phones()));
    wakeForTheHours();
    if (!linked.contains(file.pbx())) {
      wakeAt(file.silentSince().plus(LONGEST_SILENCE));
    }
  }

  /** Opening hours may open a way for somebody in line: they are looked at every full minute. */
  void wakeForTheHours() {
    if (!line.isEmpty() && phones().dependsOnTime()) {
      wakeAt(now().truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES));
    }
  }

  /** The call waits for something else; its place stays. */
  void change(CallFile file, Destination other) {
    boolean inLine = file.phase() instanceof InLine && file.standing().inLine();
    line.leave(file);
    file.want(other, now());
    if (file.inStore()) {
      leave(new Effect.Store.MoveTo(file.waiting()));
    }
    if (inLine) {
      joinLine(file);
    }
  }

  /** The call has another priority; its ticket stays. */
  void reprioritise(CallFile file, Priority priority) {
    boolean inLine = file.phase() instanceof InLine && file.standing().inLine();
    line.leave(file);
    file.reprioritise(priority);
    if (file.inStore()) {
      leave(new Effect.Store.MoveTo(file.waiting()));
    }
    if (inLine) {
      joinLine(file);
    }
  }

  /** Somebody logged in or out, paused or resumed. */
  void attends(DirectoryNumber extension, Attendance attendance) {
    roster.attends(extension, attendance);
    leave(new Effect.Tell.Attends(extension, attendance));
  }

  /** Rings at once: the caller is on the line with us. */
  RoutingAnswer ring(CallFile file, List<Candidate> candidates, Trail trail) {
    Attempt attempt = attempts.toRing(file, candidates, trail);
    line.leave(file);
    attempts.reserve(file, attempt);
    ringing(file, attempt);
    return attempt.answer();
  }

  void ringing(CallFile file, Attempt attempt) {
    ringing(file, attempt, attempts.leaseEnd(attempt));
  }

  void ringing(CallFile file, Attempt attempt, Instant checkAt) {
    file.enter(new Ringing(attempt, checkAt), now());
    wakeAt(checkAt);
  }

  /** Gives back what the call's attempt holds. The call is nowhere then: put it somewhere. */
  void release(CallFile file) {
    attempts.free(file);
    if (file.inStore()) {
      Attempts.of(file)
          .map(attempt -> new Effect.Store.BackInLine(file.id(), attempt.token()))
          .ifPresent(this::leave);
    }
  }

  /** The call goes back to its old place, wherever it was. */
  void backInLine(CallFile file) {
    hangUp(file);
    release(file);
    joinLine(file);
  }

  /** The switch did not move the caller: back in line, for a while passed over. */
  void restInLine(CallFile file) {
    wakeAt(file.rest(now()));
    backInLine(file);
  }

  /**
   * The talk on this call's phone is over, if there is one: the phone is free after its wrap-up.
   */
  void hangUp(CallFile file) {
    if (file.phase() instanceof Talking talking) {
      Duration wrapUp =
          phones()
              .extension(talking.extension())
              .map(extension -> extension.times().wrapUp())
              .orElse(Duration.ZERO);
      board.hangUp(talking.device(), file.id(), wrapUp, now());
      wakeAt(now().plus(wrapUp));
    }
  }

  /** The call is over for the engine. */
  void end(CallFile file, CallOutcome outcome) {
    Duration waited =
        file.phase() instanceof Talking talking
            ? talking.waited()
            : Duration.between(file.place().since(), now());
    forget(file);
    if (file.inStore()) {
      leave(new Effect.Store.End(file.id(), outcome));
    }
    leave(new Effect.Tell.Ended(file.id(), outcome, waited));
  }

  /** Takes all traces of a call out of the room, without a word. */
  void forget(CallFile file) {
    hangUp(file);
    attempts.free(file);
    line.leave(file);
    files.remove(file.id());
    lately.values().removeIf(end -> !now().isBefore(end.plus(BLUR)));
    lately.put(file.id(), now());
  }

  RoutingAnswer answer(CallFile file, RoutingDecision decision, Trail trail) {
    if (trail.isKept()) {
      trail.note(0, "call " + file.id(), Rule.DECISION, decision);
    }
    return new RoutingAnswer(file.id(), decision, trail.explanation());
  }

  static CallOutcome outcome(RoutingDecision parting) {
    return parting instanceof RoutingDecision.Divert
        ? CallOutcome.OVERFLOWED
        : CallOutcome.REJECTED;
  }

  static RoutingDecision parting(Verdict verdict) {
    if (verdict instanceof Verdict.Leave leave) {
      return new RoutingDecision.Divert(leave.to());
    }
    return new RoutingDecision.Reject(
        verdict instanceof Verdict.Refuse refuse ? refuse.reason() : RejectReason.CALL_OVER);
  }
}
