package io.ringwright.engine;

import io.ringwright.call.OrderAnswer;
import io.ringwright.call.OrderRefusal;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.effect.Effect;
import io.ringwright.engine.state.EngineState;
import java.util.ArrayList;
import java.util.List;

/** The effects of one event, in the order in which they came about. */
final class Outbox {

  private final EngineState state;
  private List<Effect> effects = new ArrayList<>();

  Outbox(EngineState state) {
    this.state = state;
  }

  void emit(Effect effect) {
    effects.add(effect);
  }

  /** What was decided is told as it is answered. */
  void corrected(RoutingAnswer decided, RoutingAnswer answered) {
    Effect as = new Effect.Tell.Decided(decided);
    effects.replaceAll(told -> told.equals(as) ? new Effect.Tell.Decided(answered) : told);
  }

  /** An event changed nothing: counted and told, with the reason. */
  void ignored(String event, String why) {
    state.countIgnored(event);
    emit(new Effect.Tell.Ignored(event, why));
  }

  /** An order of the host changed nothing. */
  OrderAnswer refused(String event, OrderRefusal reason, String why) {
    ignored(event, why);
    return new OrderAnswer.Refused(reason, why);
  }

  List<Effect> take() {
    if (effects.isEmpty()) {
      return List.of();
    }
    List<Effect> taken = effects;
    effects = new ArrayList<>();
    return taken;
  }
}
