package io.ringwright.engine;

import io.ringwright.call.CallId;
import io.ringwright.call.EventAnswer;
import io.ringwright.call.InboundCall;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.directory.HostAnswers;
import io.ringwright.directory.PhoneList;
import io.ringwright.effect.Effect;
import io.ringwright.engine.dispatch.Dispatcher;
import io.ringwright.engine.dispatch.IndexedDispatcher;
import io.ringwright.engine.dispatch.StrategyCaller;
import io.ringwright.engine.dispatch.StrategyGuard;
import io.ringwright.engine.image.EngineImage;
import io.ringwright.engine.state.EngineState;
import io.ringwright.event.JournalEntry;
import io.ringwright.event.JournalEntry.StrategyFailure;
import io.ringwright.event.Moment;
import io.ringwright.event.RouterEvent;
import io.ringwright.routing.PhoneListChange;
import io.ringwright.view.RouterView;
import io.ringwright.waiting.WaitingCall;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The state and the events that change it: (state, moment, event) to (state, answer, effects). The
 * same events at the same moments lead to the same state and the same answers. Questions change
 * nothing.
 *
 * <p>Thread safety: one thread at a time, for questions too.
 */
public final class Engine {

  private final EngineState state;
  private final boolean explains;
  private final Slices slices;
  private final Outbox outbox;
  private final Dispatcher dispatcher;
  private final Matching matching;
  private final EventCases handlers;

  /**
   * An engine in which nothing has happened.
   *
   * @param started where counters and chance begin
   * @param explains whether every decision is explained
   */
  public Engine(RouterEvent.Started started, boolean explains) {
    this(new EngineState(started.firstToken(), started.seed()), explains);
  }

  /**
   * The engine of a state.
   *
   * @param state the state; it belongs to the engine from now on
   * @param explains whether every decision is explained
   */
  public Engine(EngineState state, boolean explains) {
    this(state, explains, IndexedDispatcher::new);
  }

  /**
   * The engine of a state, with a way of its own to find out whose turn it is.
   *
   * @param state the state; it belongs to the engine from now on
   * @param explains whether every decision is explained
   * @param dispatching who finds out whose turn it is
   */
  public Engine(EngineState state, boolean explains, Dispatcher.Factory dispatching) {
    this(state, explains, dispatching, Slices.STANDARD);
  }

  Engine(EngineState state, boolean explains, Dispatcher.Factory dispatching, Slices slices) {
    this.state = state;
    this.explains = explains;
    this.slices = slices;
    outbox = new Outbox(state);
    dispatcher = dispatching.of(state);
    ProgressiveRinging ringing = new ProgressiveRinging(dispatcher.facts());
    Placement placement = new Placement(state);
    Reservations reservations = new Reservations(state);
    Answers answers = new Answers(state, explains);
    Transitions transitions = new Transitions(state, outbox, reservations, placement);
    Staff staff = new Staff(state, outbox);
    BasicParts basic =
        new BasicParts(state, outbox, answers, transitions, staff, reservations, ringing);
    matching = new Matching(dispatcher, basic, slices);
    KnownCalls known = new KnownCalls(state, outbox, answers, transitions);
    Talks talks = new Talks(state, outbox, transitions);
    handlers =
        new EventCases(
            basic,
            new EngineParts(matching, new Decisions(basic), known, talks, placement, slices));
    state.waiting().calls().forEach(placement::restore);
  }

  /**
   * What came of an event.
   *
   * @param answer what is answered to it, if somebody waits for an answer
   * @param effects what is to be done outside, in order
   * @param failedStrategies which questions to the host's own strategies failed
   */
  public record Outcome(
      Optional<EventAnswer> answer, List<Effect> effects, List<StrategyFailure> failedStrategies) {

    /** What was decided about a call, if that is the answer. */
    public Optional<RoutingAnswer> decision() {
      return answer.filter(RoutingAnswer.class::isInstance).map(RoutingAnswer.class::cast);
    }
  }

  /**
   * Applies an event for which no code of the host was asked before.
   *
   * @param moment when it happened
   * @param event what happened
   * @return what came of it
   */
  public Outcome apply(Moment moment, RouterEvent event) {
    return apply(JournalEntry.of(moment, event));
  }

  /**
   * Applies an entry of a journal. Whatever code of the host does, all of it is applied.
   *
   * @param entry the event, and what the host's code said because of it
   * @return what came of it
   */
  public Outcome apply(JournalEntry entry) {
    StrategyGuard strategies = dispatcher.facts().strategies();
    strategies.begin(entry.failedStrategies());
    boolean setBack = entry.moment().wallClock().isBefore(state.wallClock());
    state.begin(entry.moment().at(), entry.moment().wallClock());
    if (setBack) {
      handlers.time().wallClockSetBack();
    }
    handlers.time().take(entry.answers());
    handlers.time().catchUp();
    Optional<EventAnswer> answer = entry.event().accept(handlers);
    handlers.time().thinOut();
    matching.end();
    strategies.thrown().forEach(this::tell);
    return new Outcome(answer, outbox.take(), strategies.failures());
  }

  private void tell(StrategyGuard.Failed failed) {
    String what =
        "strategy "
            + failed.group().hunting().strategy().words()
            + " of hunt group "
            + failed.group().number();
    outbox.emit(new Effect.Tell.Failed(what, failed.failure()));
  }

  /**
   * Takes what was found out about a phone list ahead of the event that installs it, so that the
   * event is short. May be called by any thread.
   *
   * @param change from the list that is in force to the list of the event
   */
  public void prepare(PhoneListChange change) {
    handlers.host().prepare(change);
  }

  /** Makes ready, before the first event after a start, what would take long in one. */
  public void makeReady() {
    dispatcher.makeReady();
  }

  /** From now on the host's own strategies are called this way; a fork calls them directly. */
  public void callStrategiesBy(StrategyCaller caller) {
    dispatcher.facts().strategies().callBy(caller);
  }

  /** Whether every decision is explained. */
  boolean explains() {
    return explains;
  }

  /** What the engine knows. */
  public EngineState state() {
    return state;
  }

  /**
   * Whether something is due.
   *
   * @param moment now
   */
  public boolean isDue(Moment moment) {
    return !nextDue(moment).isAfter(moment.at());
  }

  /**
   * Whether opening hours have to be looked at: their next change has come, or the wall clock was
   * set back since the last event, so that another change comes first.
   *
   * @param moment now
   */
  public boolean hoursAreDue(Moment moment) {
    Instant next = state.timers().nextHours();
    return !next.equals(Instant.MAX)
        && (!moment.wallClock().isBefore(next) || moment.wallClock().isBefore(state.wallClock()));
  }

  /**
   * How long until something is due.
   *
   * @param moment now
   * @return zero if something is due; a year if nothing is to come
   */
  public Duration untilDue(Moment moment) {
    Instant next = nextDue(moment);
    return next.equals(Instant.MAX) ? Duration.ofDays(365) : Duration.between(moment.at(), next);
  }

  /**
   * When something is due next, on the engine's time.
   *
   * @param moment now
   * @return the far end if nothing is to come
   */
  public Instant nextDue(Moment moment) {
    if (state.timers().anybodyOverdue()
        || state.openings().isPending()
        || state.snapshots().whole().isPresent()
        || state.openings().isAnyThinned()
        || state.replacements().isPending()
        || state.firstUndecided().isPresent()) {
      return moment.at();
    }
    Instant next = state.timers().next();
    if (state.timers().nextHours().equals(Instant.MAX)) {
      return next;
    }
    if (hoursAreDue(moment)) {
      return moment.at();
    }
    Duration untilHours = state.timers().untilHours(moment.wallClock());
    Instant hours = moment.at().plus(untilHours);
    return hours.isBefore(next) ? hours : next;
  }

  /**
   * What would happen to a call now.
   *
   * @param moment now
   * @param call the call
   * @param answers what the host's predicates say of it
   */
  public RoutingAnswer explain(Moment moment, InboundCall call, HostAnswers answers) {
    dispatcher.facts().strategies().begin(List.of());
    return dispatcher
        .facts()
        .supposing(
            answers,
            () ->
                state.asOf(moment.at(), moment.wallClock(), () -> handlers.calls().explain(call)));
  }

  /** The whole state as it is: quick to capture, and written by whoever asks for its text. */
  public EngineImage image() {
    return EngineImage.capture(state);
  }

  /** The whole state as it is now, read in pieces while events pass. */
  public Reading<EngineImage> readImage() {
    return new ImageReading(state, ImageReading.PIECE);
  }

  /** A hash over all that the engine knows: engines that know the same have the same. */
  public String digest() {
    return image().digest();
  }

  /**
   * What would happen to a waiting call if its turn came at the moment of the last event.
   *
   * @param call its identity
   * @return empty if the call is not known
   */
  public Optional<RoutingAnswer> explainTurn(CallId call) {
    dispatcher.facts().strategies().begin(List.of());
    return state.call(call).map(known -> handlers.calls().explainTurn(known));
  }

  /**
   * Tells of each waiting call whose turn has come, before it is sent to a phone: a fork taken then
   * knows it as one that waits.
   *
   * @param watcher is told; it must change nothing
   */
  public void watchTurns(Consumer<CallId> watcher) {
    matching.watch(call -> watcher.accept(call.id()));
  }

  /**
   * All queues and extensions now.
   *
   * @param moment now
   */
  public Reading<RouterView> view(Moment moment) {
    return new ViewReading(state, moment.at(), WaitingReading.PIECE);
  }

  /** The calls that wait now, first to last. */
  public Reading<List<WaitingCall>> waitingCalls() {
    return new WaitingReading(state, WaitingReading.PIECE, queue -> {});
  }

  /**
   * A copy that runs ahead by itself and is thrown away; this engine does not change with it. Only
   * data is copied: what is kept ready is made anew when it is asked for.
   */
  public Engine fork() {
    return new Engine(new EngineState(state), explains, IndexedDispatcher::new, slices);
  }

  /**
   * A copy in which another phone list is in force, and nothing else has happened: nobody is
   * matched.
   *
   * @param phones the other list
   */
  public Engine forkWith(PhoneList phones) {
    EngineState copy = new EngineState(state);
    PhoneListChange change = PhoneListChange.everywhere(state.phones(), phones);
    copy.replaceList(change, state.phoneListVersion() + 1);
    return new Engine(copy, explains, IndexedDispatcher::new, slices);
  }
}
