package io.ringwright.replay;

import io.ringwright.call.CallId;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.directory.PhoneList;
import io.ringwright.effect.Effect;
import io.ringwright.engine.Engine;
import io.ringwright.event.EventFormatException;
import io.ringwright.event.JournalEntry;
import io.ringwright.event.Moment;
import io.ringwright.event.RouterEvent;
import io.ringwright.recording.EventText;
import io.ringwright.recording.EventText.Happened;
import io.ringwright.replay.ReplayReport.Alternative;
import io.ringwright.replay.ReplayReport.Deviation;
import io.ringwright.waiting.WaitingCall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One way through a recording. */
final class ReplayRun {

  private final Optional<PhoneList> other;
  private final List<EventText> recorded = new ArrayList<>();
  private final List<EventText> replayed = new ArrayList<>();
  private final List<Deviation> deviations = new ArrayList<>();
  private final List<Alternative> alternatives = new ArrayList<>();
  private Optional<Engine> running = Optional.empty();
  private Optional<Place> last = Optional.empty();
  private Instant latest = Instant.MIN;
  private long events;
  private long decisions;
  private long deviating;
  private long otherwise;

  /** Where an event stands in the file. */
  private record Place(long line, Happened event) {}

  ReplayRun(Optional<PhoneList> other) {
    this.other = other;
  }

  void take(long line, EventText said) {
    if (said instanceof Happened happened) {
      compare(recorded.equals(replayed));
      last = Optional.of(new Place(line, happened));
      happens(line, happened.entry());
    } else {
      recorded.add(said);
    }
  }

  ReplayReport end() {
    // The recording may have been cut off between its last event and what was decided about it.
    boolean cutOff = recorded.size() <= replayed.size();
    compare(cutOff && recorded.equals(replayed.subList(0, recorded.size())));
    List<WaitingCall> waiting = running.map(ReplayRun::waiting).orElse(List.of());
    return new ReplayReport(
        events, decisions, deviating, deviations, waiting, otherwise, alternatives);
  }

  private static List<WaitingCall> waiting(Engine engine) {
    return engine.state().waiting().calls().stream().map(call -> call.waiting()).toList();
  }

  private void compare(boolean same) {
    decisions += replayed.size();
    if (!same) {
      deviating++;
      if (deviations.size() < ReplayReport.MOST_KEPT) {
        last.map(place -> new Deviation(place.line(), place.event(), recorded, replayed))
            .ifPresent(deviations::add);
      }
    }
    recorded.clear();
    replayed.clear();
  }

  private void happens(long line, JournalEntry entry) {
    events++;
    requireOrder(line, entry);
    if (entry.event() instanceof RouterEvent.Started started) {
      running = Optional.of(started(started));
    }
    Engine engine =
        running.orElseThrow(
            () ->
                new EventFormatException(
                    "line "
                        + line
                        + ": nothing can happen before the engine started; expected the event"
                        + " 'started' first.\nMaybe the beginning of the recording is missing"));
    if (entry.event() instanceof RouterEvent.Arrived arrived) {
      other.ifPresent(list -> ask(engine, entry, arrived, list));
    }
    happens(engine, entry);
  }

  /** The engine's time never goes back, so neither does a recording. */
  private void requireOrder(long line, JournalEntry entry) {
    boolean anew = entry.event() instanceof RouterEvent.Started;
    if (!anew && entry.moment().at().isBefore(latest)) {
      throw new EventFormatException(
          "line "
              + line
              + ": "
              + entry.moment().at()
              + " is before "
              + latest
              + " of an earlier line: expected instants in order.\nMaybe lines were swapped or"
              + " changed; replay the file as it was recorded");
    }
    latest = entry.moment().at();
  }

  private void happens(Engine engine, JournalEntry entry) {
    Engine.Outcome outcome = engine.apply(entry);
    for (Effect effect : outcome.effects()) {
      if (effect instanceof Effect.Tell.Delivering told) {
        replayed.add(new EventText.Delivered(told.answer().call(), told.answer().decision()));
      }
    }
    outcome.decision().ifPresent(said -> replayed.add(EventText.Answered.of(said)));
  }

  private Engine started(RouterEvent.Started started) {
    Engine engine = new Engine(started, false);
    other.ifPresent(list -> engine.watchTurns(call -> askAboutTurn(engine, call, list)));
    return engine;
  }

  /** Asks twice about a call that arrives: as it is, and in a copy with the other phone list. */
  private void ask(Engine engine, JournalEntry entry, RouterEvent.Arrived arrived, PhoneList list) {
    Moment now = entry.moment();
    RoutingAnswer then = engine.explain(now, arrived.call(), entry.answers());
    RoutingAnswer alternative = engine.forkWith(list).explain(now, arrived.call(), entry.answers());
    note(new Alternative(now.at(), then, alternative));
  }

  /** Asks twice about a waiting call whose turn has come, in copies: its event is not over. */
  private void askAboutTurn(Engine engine, CallId call, PhoneList list) {
    Instant at = engine.state().now();
    Optional<RoutingAnswer> then = engine.fork().explainTurn(call);
    Optional<RoutingAnswer> alternative = engine.forkWith(list).explainTurn(call);
    if (then.isPresent() && alternative.isPresent()) {
      note(new Alternative(at, then.get(), alternative.get()));
    }
  }

  private void note(Alternative alternative) {
    if (!alternative.then().decision().equals(alternative.otherwise().decision())) {
      otherwise++;
      if (alternatives.size() < ReplayReport.MOST_KEPT) {
        alternatives.add(alternative);
      }
    }
  }
}
