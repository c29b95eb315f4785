package io.ringwright;

import io.ringwright.Phase.Attempt;
import io.ringwright.Phase.InLine;
import io.ringwright.Phase.Ringing;
import io.ringwright.Phase.Talking;
import io.ringwright.availability.Attendance;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.Channel;
import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.PbxId;
import io.ringwright.call.Priority;
import io.ringwright.call.RejectReason;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision;
import io.ringwright.call.RoutingExplanation.Rule;
import io.ringwright.call.Token;
import io.ringwright.directory.Extension;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.WaitingPolicy;
import io.ringwright.port.Directory;
import io.ringwright.routing.Candidate;
import io.ringwright.routing.RoutingFacts;
import io.ringwright.routing.RoutingRules;
import io.ringwright.routing.Trail;
import io.ringwright.routing.Verdict;
import io.ringwright.routing.WaitingAdmission;
import io.ringwright.waiting.WaitingCall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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

  private static final Phase IN_LINE = new InLine();

  private final Directory directory;
  private final boolean explains;
  private final Map<CallId, CallFile> files = new HashMap<>();
  private final Map<CallId, Instant> lately = new LinkedHashMap<>();
  private final Set<PbxId> linked = new HashSet<>();
  private final WaitingLine line = new WaitingLine();
  private final ExpectedWaits expected = new ExpectedWaits(line);
  private final Roster roster = new Roster();
  private final RoutingFacts facts = new RoomFacts(this);
  private final GroupMemories memories;
  private final Attempts attempts;
  private final Offers offers = new Offers(this);
  private final Timetable timetable = new Timetable(this);
  private final Progression progression = new Progression(this);
  private final KeptPlaces keptPlaces = new KeptPlaces();
  private final Turns turns;
  private final DeviceBoard board;
  private List<Effect> effects = new ArrayList<>();
  private PhoneList phones;
  private Instant now = Instant.EPOCH;

  /**
   * What a room is furnished with.
   *
   * @param tokens where tokens come from
   * @param seed what lots are drawn with
   * @param explains whether every decision is explained
   * @param turns who finds out whose turn it is
   */
  record Setting(
      Supplier<Token> tokens, long seed, boolean explains, Function<SwitchRoom, Turns> turns) {}

  SwitchRoom(Directory directory, Setting setting) {
    this.directory = directory;
    this.phones = directory.phoneList();
    this.explains = setting.explains();
    this.memories = new GroupMemories(setting.seed());
    this.attempts = new Attempts(this, setting.tokens());
    this.turns = setting.turns().apply(this);
    this.board = new DeviceBoard(turns);
    line.reorder(phones.lineOrder());
  }

  /** An event begins: for as long as it is handled, this is now, and one phone list holds. */
  void begin(Instant at) {
    now = at;
    PhoneList current = directory.phoneList();
    if (!current.equals(phones)) {
      changeTo(current);
    }
    timetable.catchUp();
  }

  private void changeTo(PhoneList current) {
    boolean reordered = !current.lineOrder().equals(phones.lineOrder());
    phones = current;
    turns.phonesChanged();
    if (reordered) {
      line.reorder(phones.lineOrder());
    }
    for (WaitingQueue queue : line.queues()) {
      if (queue.hasAnotherBasis(phones) || reordered) {
        queue.all().forEach(this::stand);
        queue.all().forEach(timetable::lookAt);
      }
    }
    timetable.watchTheHours();
  }

  Instant now() {
    return now;
  }

  PhoneList phones() {
    return phones;
  }

  DeviceBoard board() {
    return board;
  }

  WaitingLine line() {
    return line;
  }

  ExpectedWaits expected() {
    return expected;
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

  Offers offers() {
    return offers;
  }

  Progression progression() {
    return progression;
  }

  KeptPlaces keptPlaces() {
    return keptPlaces;
  }

  Timetable timetable() {
    return timetable;
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
    return end != null && now.isBefore(end.plus(BLUR));
  }

  void leave(Effect effect) {
    effects.add(effect);
  }

  List<Effect> takeEffects() {
    List<Effect> taken = effects;
    effects = new ArrayList<>();
    return taken;
  }

  RoutingFacts facts() {
    return facts;
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
    CallFile file = new CallFile(call, now);
    files.put(call.id(), file);
    lately.remove(call.id());
    return file;
  }

  /** What the rules say about a call that is not in line at this moment. */
  Verdict decide(CallFile file, Trail trail) {
    return RoutingRules.decide(file.wanted(), file.routed(now), file.standing(), facts, trail);
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
        file.wanted(),
        line.position(file),
        file.place().priority(),
        file.place().since(),
        expected.of(file, now));
  }

  /** The caller is told to wait on, wherever the call stands. */
  RoutingAnswer waitOn(CallFile file, String why) {
    Trail trail = trail();
    trail.note(0, "call " + file.id(), Rule.ADMISSION, why);
    return answer(file, waiting(file), trail);
  }

  void joinLine(CallFile file) {
    expected.joins(file, now);
    if (!file.inStore()) {
      leave(new Effect.Store.Enqueue(file.waiting()));
      file.inStore(true);
    }
    line.join(file);
    enter(file, IN_LINE);
    turns.changed(file);
    timetable.watchTheHours();
  }

  /** The call stands where it stands now, in a lane if it waits, and is looked at in time. */
  void enter(CallFile file, Phase phase) {
    file.enter(phase, now);
    stand(file);
  }

  /** The call stands in the lane in which it belongs now. */
  void stand(CallFile file) {
    Instant changes = Instant.MAX;
    boolean held = false;
    if (file.phase() instanceof InLine && line.contains(file)) {
      Standing standing =
          Standing.of(file, phones.traits(file.wanted()), linked.contains(file.pbx()), now);
      held = standing.kind().isPresent() && !offers.deliverable(file);
      if (line.stand(file, standing.kind())) {
        turns.changed(file);
      }
      changes = standing.changes();
    }
    if (line.hold(file, held)) {
      turns.allChanged();
    }
    timetable.schedule(file, changes);
  }

  /** The caller's own channel speaks. */
  void spoke(CallFile file, Channel where) {
    file.spoke(where, now);
    stand(file);
  }

  /** Somebody else saw the caller. */
  void seen(CallFile file, Instant at) {
    file.seen(at);
    stand(file);
  }

  /** The link to a switch came or went: its callers stand differently now. */
  void linkChanged(PbxId pbx) {
    for (CallFile file : files.values()) {
      if (file.pbx().equals(pbx)) {
        stand(file);
        timetable.lookAt(file);
      }
    }
    turns.allChanged();
  }

  /** The call waits for something else; its place stays. */
  void change(CallFile file, Destination other) {
    boolean inLine = file.phase() instanceof InLine && file.standing().inLine();
    line.leave(file);
    expected.leaves(file, now);
    file.want(other, now);
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
    touch(extension);
    leave(new Effect.Tell.Attends(extension, attendance));
  }

  /** A call through a hunt group got no reply: after so many in a row the extension is paused. */
  void leftUnanswered(Extension extension) {
    DirectoryNumber number = extension.number();
    if (roster.leftUnanswered(number, extension.duty().pauseAfterUnanswered())) {
      touch(number);
      leave(new Effect.Tell.Attends(number, roster.attendance(number)));
    }
  }

  /** Something about an extension changed that its device does not tell. */
  void touch(DirectoryNumber extension) {
    phones.extension(extension).ifPresent(found -> turns.touched(found.device()));
  }

  /** Rings at once: the caller is on the line with us. */
  RoutingAnswer ring(CallFile file, List<Candidate> candidates, Trail trail) {
    return ring(file, attempts.toRing(file, candidates, trail));
  }

  /** The same with an attempt that is ready. */
  RoutingAnswer ring(CallFile file, Attempt attempt) {
    line.leave(file);
    attempts.reserve(file, attempt);
    ringing(file, attempt);
    return attempt.answer();
  }

  void ringing(CallFile file, Attempt attempt) {
    ringing(file, attempt, attempts.leaseEnd(file, attempt));
  }

  void ringing(CallFile file, Attempt attempt, Instant checkAt) {
    enter(file, new Ringing(attempt, checkAt));
  }

  /** Gives back what the call's attempt holds. The call is nowhere then: put it somewhere. */
  void release(CallFile file) {
    attempts.free(file);
    if (file.inStore()) {
      Attempts.of(file)
          .map(attempt -> new Effect.Store.BackInLine(file.id(), attempt.token()))
          .ifPresent(this::leave);
      if (file.takeStoreBehind()) {
        leave(new Effect.Store.MoveTo(file.waiting()));
      }
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
    file.rest(now);
    backInLine(file);
  }

  /**
   * The talk on this call's phone is over, if there is one: the phone is free after its wrap-up.
   */
  void hangUp(CallFile file) {
    if (file.phase() instanceof Talking talking) {
      Duration wrapUp =
          phones
              .extension(talking.extension())
              .map(extension -> extension.times().wrapUp())
              .orElse(Duration.ZERO);
      roster.talked(talking.extension(), Duration.between(file.phaseSince(), now));
      board.hangUp(talking.device(), file.id(), wrapUp, now);
      timetable.wrapUp(talking.device(), board.occupancy(talking.device()).wrapUpUntil());
    }
  }

  /** The caller hung up while waiting: the place may be kept for a while. */
  void keepPlace(CallFile file) {
    WaitingPolicy.Leaving leaving = WaitingAdmission.policy(file.wanted(), phones).leaving();
    if (!leaving.placeKeptFor().isZero()) {
      keptPlaces.keep(file.waiting(), leaving.placeKeptFor(), leaving.byNumber(), now);
    }
  }

  /** The call is over for the engine. */
  void end(CallFile file, CallOutcome outcome) {
    Duration waited =
        file.phase() instanceof Talking talking
            ? talking.waited()
            : Duration.between(file.place().since(), now);
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
    expected.leaves(file, now);
    files.remove(file.id());
    timetable.forget(file);
    if (line.hold(file, false)) {
      turns.allChanged();
    }
    forgetLately();
    lately.remove(file.id());
    lately.put(file.id(), now);
  }

  /** In the order in which they ended, so that the first that is fresh ends the search. */
  private void forgetLately() {
    Iterator<Instant> ends = lately.values().iterator();
    while (ends.hasNext() && !now.isBefore(ends.next().plus(BLUR))) {
      ends.remove();
    }
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
