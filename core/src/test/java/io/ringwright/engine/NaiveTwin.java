package io.ringwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.RoutingAnswer;
import io.ringwright.engine.dispatch.IndexedDispatcher;
import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.EngineState;
import io.ringwright.event.EventRecorder;
import io.ringwright.event.JournalEntry;
import io.ringwright.event.RouterEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes down what happens, and lets two engines hear it: one that finds by index whose turn it is,
 * and one that asks every waiting call and every member each time.
 */
final class NaiveTwin implements EventRecorder {

  private final List<JournalEntry> entries = new ArrayList<>();

  @Override
  public void happened(JournalEntry entry) {
    entries.add(entry);
  }

  @Override
  public void delivering(RoutingAnswer answer) {}

  @Override
  public void decided(RoutingAnswer answer) {}

  /** Both decide the same, event for event. */
  void decidesTheSame() {
    RouterEvent.Started started = (RouterEvent.Started) entries.get(0).event();
    Engine indexed = new Engine(state(started), false, IndexedDispatcher::new);
    Engine naive = new Engine(state(started), false, NaiveDispatcher::new);
    for (JournalEntry entry : entries) {
      Engine.Outcome fast = indexed.apply(entry);
      Engine.Outcome slow = naive.apply(entry);
      assertThat(fast.answer()).as("%s", entry).isEqualTo(slow.answer());
      assertThat(fast.effects()).as("%s", entry).isEqualTo(slow.effects());
      assertThat(queue(indexed)).as("%s", entry).isEqualTo(queue(naive));
    }
  }

  private static EngineState state(RouterEvent.Started started) {
    return new EngineState(started.firstToken(), started.seed());
  }

  private static List<Object> queue(Engine engine) {
    return engine.state().waiting().calls().stream().<Object>map(Call::waiting).toList();
  }
}
