package io.ringwright.testkit;

import io.ringwright.CallRouter;
import io.ringwright.call.OrderAnswer;
import io.ringwright.fakeasterisk.FakePbx;
import io.ringwright.fakeasterisk.Sighting;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

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

  /** Orders something of the engine; what follows from it has happened on return. */
  OrderAnswer order(Function<CallRouter, CompletionStage<OrderAnswer>> order) {
    AtomicReference<CompletionStage<OrderAnswer>> given = new AtomicReference<>();
    clock.run(() -> given.set(order.apply(router)));
    return given.get().toCompletableFuture().join();
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
