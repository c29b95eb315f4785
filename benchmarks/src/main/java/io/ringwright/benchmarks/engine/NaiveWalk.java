package io.ringwright.benchmarks.engine;

import io.ringwright.engine.dispatch.Dispatcher;
import io.ringwright.engine.dispatch.EngineFacts;
import io.ringwright.engine.dispatch.Match;
import io.ringwright.engine.dispatch.Round;
import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.EngineState;
import io.ringwright.routing.Candidate;
import io.ringwright.routing.RoutingRules;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is, found out in the plainest way: after every event all waiting calls are asked,
 * and every member for every call. Without what the engine's tests need of their reference beyond
 * that, so that it is no slower than it must be.
 */
final class NaiveWalk implements Dispatcher {

  private static final Round NOBODY = () -> null;

  private final EngineState state;
  private final EngineFacts facts;

  NaiveWalk(EngineState state) {
    this.state = state;
    this.facts = new EngineFacts(state);
  }

  @Override
  public EngineFacts facts() {
    return facts;
  }

  @Override
  public boolean isDue() {
    return true;
  }

  @Override
  public Round round(@Nullable Call until) {
    return until == null ? new Walk() : NOBODY;
  }

  @Override
  public void keepUp() {
    state.openings().takeChanged();
  }

  /** One walk, first to last. */
  private final class Walk implements Round {
    private final Iterator<Call> calls = state.waiting().calls().iterator();

    @Override
    public @Nullable Match next() {
      while (calls.hasNext()) {
        Call call = calls.next();
        List<Candidate> phones = RoutingRules.phonesFor(call.wanted(), call.routed(), facts);
        if (!phones.isEmpty()) {
          return new Match(call, phones);
        }
      }
      return null;
    }
  }
}
