package io.ringwright.engine;

import io.ringwright.call.CallerId;
import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.HostAnswers;
import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.CallPhase.Delivering;
import io.ringwright.engine.state.CallPhase.Ringing;
import io.ringwright.engine.state.CallPhase.Waiting;
import io.ringwright.engine.state.EngineState;
import io.ringwright.engine.state.Openings;
import io.ringwright.engine.state.Replacements;
import io.ringwright.engine.state.WaitingQueue;
import io.ringwright.routing.Trail;
import io.ringwright.routing.Verdict;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Treats the passing of time: what is due. */
final class TimeHandler {

  /** Where more than this was opened by overdue calls, the rest of them is looked at later. */
  private static final int MOST_OPENED = 100;

  /** More lanes than this are not asked in one event whether anybody is there for them. */
  private static final int MOST_LANES = 100;

  /** Of a queue with more lanes than this every call is looked at, without asking before. */
  private static final int MANY_LANES = 50;

  private final EngineState state;
  private final Answers answers;
  private final Transitions transitions;
  private final Staff staff;
  private final Placement placement;
  private final Matching matching;
  private final Decisions decisions;
  private final Talks talks;
  private final SwitchHandler devices;
  private final Tellings tellings;
  private final Slices slices;

  TimeHandler(BasicParts basic, EngineParts parts, SwitchHandler devices) {
    this.state = basic.state();
    this.answers = basic.answers();
    this.transitions = basic.transitions();
    this.staff = basic.staff();
    this.placement = parts.placement();
    this.matching = parts.matching();
    this.decisions = parts.decisions();
    this.talks = parts.talks();
    this.devices = devices;
    this.tellings = new Tellings(state, basic.outbox());
    this.slices = parts.slices();
  }

  /**
   * Takes in what time alone has changed; nothing is decided yet. Where that is too much for one
   * event the state is behind, and nobody has a turn until all is taken in.
   */
  void catchUp() {
    Instant now = state.now();
    placeAnew();
    state.timers().restedDevices(now, slices.rested()).forEach(state.openings()::touched);
    state.timers().wrappedUp(now, slices.rested()).forEach(tellings::wrapUpIsOver);
    for (DirectoryNumber extension : state.timers().offeredAgain(now, slices.rested())) {
      staff.offerAgain(extension);
    }
    for (Call call : state.timers().dueCalls(now, slices.placed())) {
      if (call.isWaiting()) {
        placeAndOpen(call);
      }
    }
    if (!state.wallClock().isBefore(state.timers().nextHours())) {
      state.openings().everything();
      state.openings().thinned(state.waiting().destinations());
      state.timers().watchHours(Instant.MAX);
      placement.watchHours();
    }
  }

  /** Opening hours change at other instants than was found out; they are looked at now. */
  void wallClockSetBack() {
    if (!state.timers().nextHours().equals(Instant.MAX)) {
      state.timers().watchHours(state.wallClock());
    }
  }

  /** Settings changed: calls are in other lanes now, and are looked at. */
  void placeAnew() {
    if (state.replacements().isPending()) {
      Replacements.Slice slice =
          state
              .replacements()
              .next(state.waiting(), state.phones().extensions().size(), slices.anew());
      for (Call call : slice.calls()) {
        placement.place(call);
        state.timers().lookAtNow(call);
      }
      if (slice.everything()) {
        state.openings().everything();
      } else if (!state.replacements().isRevising()) {
        slice.finished().forEach(state.openings()::opened);
      }
    }
  }

  /**
   * Looks at queues for which nobody may be there any more. Where that is so for any lane, each
   * call of the queue is looked at, as many as one event can take at once.
   */
  void thinOut() {
    int lanes = 0;
    boolean anybody = false;
    Iterator<Destination> thinned = state.openings().thinned();
    while (thinned.hasNext() && lanes < MOST_LANES) {
      Optional<WaitingQueue> queue = state.waiting().queue(thinned.next());
      thinned.remove();
      lanes += queue.map(each -> Math.min(each.lanes().size(), MANY_LANES)).orElse(0) + 1;
      if (queue.isPresent() && anybodyLeaves(queue.get())) {
        state.replacements().begin(queue.get().destination());
        anybody = true;
      }
    }
    if (anybody) {
      placeAnew();
      timePassed();
    }
  }

  private boolean anybodyLeaves(WaitingQueue queue) {
    return queue.lanes().size() > MANY_LANES
        || queue.lanes().stream()
            .filter(lane -> state.links().isUp(lane.kind().link().pbx()))
            .map(lane -> lane.calls().first())
            .anyMatch(first -> first != null && matching.anyLeavesLaneOf(first));
  }

  /** Takes what the host's predicates said; whoever they say something else of is placed anew. */
  void take(HostAnswers answers) {
    if (answers.answers().isEmpty()) {
      return;
    }
    Set<CallerId> changed = state.hostAnswers().put(answers);
    if (!changed.isEmpty()) {
      placeAnew(waitingOf(changed));
    }
  }

  private List<Call> waitingOf(Set<CallerId> callers) {
    List<Call> theirs = state.hostAnswers().callsOf(callers);
    theirs.removeIf(call -> !state.waiting().contains(call));
    theirs.sort(state.waiting().order());
    return theirs;
  }

  /** In this event, or, if they are too many, with all others of their queues in later ones. */
  private void placeAnew(List<Call> calls) {
    if (calls.size() > slices.placed()) {
      calls.stream()
          .map(Call::wanted)
          .distinct()
          .sorted(Comparator.comparing(Destination::digits))
          .forEach(state.replacements()::begin);
      state.openings().everything();
      return;
    }
    calls.forEach(this::placeAndOpen);
  }

  /** In another lane other phones count as there, so the call may also have to leave. */
  private void placeAndOpen(Call call) {
    placement.place(call);
    state.timers().lookAtNow(call);
    state.openings().opened(call.wanted());
  }

  /**
   * Does what is due, after those who wait had their turn: a caller whose longest wait is over is
   * led on, and must not take a phone that one ahead could have.
   */
  void timePassed() {
    boolean more = matching.dispatch();
    for (int looked = 0; looked < slices.overdue() && !more && !state.isBehind(); looked++) {
      state.timers().takeOverdue().ifPresent(this::dueUnlessOver);
      more = isMuchOpen();
    }
  }

  /** What was opened is looked at for each call that is due, until it is matched. */
  private boolean isMuchOpen() {
    Openings open = state.openings();
    return open.isEverything()
        || open.openQueues().size() + open.touchedDevices().size() > MOST_OPENED;
  }

  private void dueUnlessOver(Call call) {
    if (state.call(call.id()).filter(known -> known == call).isPresent()) {
      due(call);
    }
  }

  private void due(Call call) {
    if (call.phase() instanceof Delivering && placement.hasWaitedTooLong(call)) {
      transitions.backInQueue(call);
      dueWaiting(call);
    } else if (call.phase() instanceof Delivering delivering && isDue(delivering.checkAt())) {
      devices.ask(call, delivering.attempt().token());
      transitions.enter(call, new Delivering(delivering.attempt(), delivering.sends(), nextLook()));
    } else if (call.phase() instanceof Ringing ringing && isDue(ringing.checkAt())) {
      devices.ask(call, ringing.attempt().token());
      transitions.enter(call, new Ringing(ringing.attempt(), nextLook()));
    } else if (call.phase() instanceof Waiting) {
      dueWaiting(call);
    } else {
      placement.place(call); // What was due is not any more: settings changed since.
    }
  }

  private boolean isDue(Instant checkAt) {
    return !state.now().isBefore(checkAt);
  }

  private Instant nextLook() {
    return state.now().plus(Transitions.LANDING_TIME);
  }

  private void dueWaiting(Call call) {
    if (placement.isGone(call)) {
      talks.ended(call);
      return;
    }
    if (placement.hasWaitedTooLong(call) || matching.leaves(call)) {
      Trail trail = answers.trail();
      Verdict verdict = inTurn(call, trail);
      if (call.phase() instanceof Waiting) {
        goesOn(call, verdict, trail);
      }
    }
  }

  private void goesOn(Call call, Verdict verdict, Trail trail) {
    if (verdict instanceof Verdict.WaitFor wait) {
      transitions.stand(call, wait.standing());
    } else if (verdict instanceof Verdict.Ring ring) {
      transitions.stand(call, ring.standing());
    } else if (call.callBack().isPresent()) {
      transitions.end(call, Answers.outcome(Answers.parting(verdict)));
    } else if (state.isDeliverable(call)) {
      decisions.fetch(call, verdict, trail);
    }
  }

  private Verdict inTurn(Call call, Trail trail) {
    try (Matching.Turn turn = matching.turnOf(call, trail)) {
      return matching.decide(call, trail);
    }
  }
}
