package io.ringwright.testkit;

import io.ringwright.CallRouter;
import io.ringwright.fakeasterisk.FakePbx;
import io.ringwright.fakeasterisk.Sighting;
import java.util.List;
import java.util.function.Consumer;

/**
 * The parts of a scenario, shared by the callers and extensions in it.
 *
 * <p>Thread safety: one thread, that of the scenario.
 *
 * @param clock the clock of the story
 * @param pbx the switch
 * @param router the engine
 * @param record what the engine told its listener
 */
record ScenarioEngine(ManualClock clock, FakePbx pbx, CallRouter router, ScenarioRecord record) {

  /** Says something to the engine; what follows from it has happened on return. */
  void tell(Consumer<CallRouter> news) {
    clock.run(() -> news.accept(router));
  }

  /** What the switch and its phones saw, oldest first. */
  List<Sighting> sightings() {
    return pbx.sightings();
  }

  /** The waiting calls, first to last. */
  List<String> waitingIds() {
    return router.waitingCalls().stream().map(call -> call.id().value()).toList();
  }
}
