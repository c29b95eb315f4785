package io.ringwright.replay;

import io.ringwright.call.RoutingAnswer;
import io.ringwright.directory.PhoneList;
import io.ringwright.effect.Effect;
import io.ringwright.engine.Engine;
import io.ringwright.event.RouterEvent;
import io.ringwright.memory.InMemoryDirectory;
import io.ringwright.recording.EventFormatException;
import io.ringwright.recording.EventText;
import io.ringwright.recording.EventText.Happened;
import io.ringwright.replay.ReplayReport.Alternative;
import io.ringwright.replay.ReplayReport.Deviation;
import io.ringwright.waiting.WaitingCall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One way through a recording. */
final class ReplayRun {

  private final Supplier<PhoneList> lists;
  private final Optional<PhoneList> others;
  private final List<EventText> recorded = new ArrayList<>();
  private final List<EventText> replayed = new ArrayList<>();
  private final List<Deviation> deviations = new ArrayList<>();
  private final List<Alternative> alternatives = new ArrayList<>();
  private Optional<Stage> stage = Optional.empty();
  private Optional<Place> last = Optional.empty();
  private long events;
  private long decisions;
  private long deviating;
  private long otherwise;

  /** An engine and its directory, from one start to the next. */
  private record Stage(InMemoryDirectory directory, Engine engine) {}

  /** Where an event stands in the file. */
  private record Place(long line, Happened event) {}

  ReplayRun(Supplier<PhoneList> lists, Optional<PhoneList> others) {
    this.lists = lists;
    this.others = others;
  }

  void take(long line, EventText said) {
    if (said instanceof Happened happened) {
      compare(recorded.equals(replayed));
      last = Optional.of(new Place(line, happened));
      happens(line, happened);
    } else {
      recorded.add(said);
    }
  }

  ReplayReport end() {
    // The recording may have been cut off between its last event and what was decided about it.
    boolean cutOff = recorded.size() <= replayed.size();
    compare(cutOff && recorded.equals(replayed.subList(0, recorded.size())));
    List<WaitingCall> line =
        stage.map(open -> open.engine().room().line().calls()).orElse(List.of());
    return new ReplayReport(
        events, decisions, deviating, deviations, line, otherwise, alternatives);
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

  private void happens(long line, Happened happened) {
    events++;
    if (happened.event() instanceof RouterEvent.Started started) {
      InMemoryDirectory directory = new InMemoryDirectory(lists.get());
      stage = Optional.of(new Stage(directory, engine(directory, started)));
    }
    Stage open =
        stage.orElseThrow(
            () ->
                new EventFormatException(
                    "line "
                        + line
                        + ": nothing can happen before the engine started; expected the event"
                        + " 'started' first.\nMaybe the beginning of the recording is missing"));
    if (happened.event() instanceof RouterEvent.DirectoryChanged) {
      open.directory().replace(lists.get());
    }
    if (happened.event() instanceof RouterEvent.Arrived arrived) {
      others.ifPresent(other -> ask(open.engine(), happened.at(), arrived, other));
    }
    happens(open.engine(), happened);
  }

  private Engine engine(InMemoryDirectory directory, RouterEvent.Started started) {
    Engine engine = new Engine(directory, started, false);
    others.ifPresent(
        other ->
            engine
                .room()
                .watchTurns(
                    file ->
                        note(
                            engine.room().now(),
                            engine,
                            other,
                            () -> engine.life().explainTurn(file))));
    return engine;
  }

  private void happens(Engine engine, Happened happened) {
    Optional<RoutingAnswer> answer = engine.happens(happened.at(), happened.event());
    for (Effect effect : engine.room().takeEffects()) {
      if (effect instanceof Effect.Tell.Delivering told) {
        replayed.add(new EventText.Delivered(told.answer().call(), told.answer().decision()));
      }
    }
    answer.ifPresent(said -> replayed.add(new EventText.Answered(said.call(), said.decision())));
  }

  private void ask(Engine engine, Instant at, RouterEvent.Arrived arrived, PhoneList other) {
    engine.room().begin(at);
    note(at, engine, other, () -> engine.life().explain(arrived.call()));
  }

  /** Asks twice: as it is, and as if the other phone list were in force. */
  private void note(Instant at, Engine engine, PhoneList other, Supplier<RoutingAnswer> question) {
    note(new Alternative(at, question.get(), engine.room().supposing(other, question)));
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
