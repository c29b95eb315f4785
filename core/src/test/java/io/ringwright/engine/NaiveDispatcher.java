package io.ringwright.engine;

import io.ringwright.engine.dispatch.Dispatcher;
import io.ringwright.engine.dispatch.EngineFacts;
import io.ringwright.engine.dispatch.IndexedDispatcher;
import io.ringwright.engine.dispatch.Match;
import io.ringwright.engine.dispatch.Round;
import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.EngineState;
import io.ringwright.engine.state.LaneKind;
import io.ringwright.engine.state.LanePlacement;
import io.ringwright.routing.Candidate;
import io.ringwright.routing.RoutingRules;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The reference for {@link IndexedDispatcher}: walks along all waiting calls after every event, and
 * asks for every call and every member anew.
 */
final class NaiveDispatcher implements Dispatcher {

  private final EngineState state;
  private final EngineFacts facts;

  NaiveDispatcher(EngineState state) {
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
    return new Walk(until);
  }

  @Override
  public void keepUp() {
    state.openings().takeLists();
    state.openings().takeChanged();
  }

  private boolean takesPart(Call call) {
    Optional<LaneKind> kind =
        LanePlacement.of(call, state.reach().traits(call.wanted()), List.of(), state.now()).kind();
    return kind.isPresent() && (!kind.get().link().onlyByLink() || state.links().isUp(call.pbx()));
  }

  /** One walk, first to last. */
  private final class Walk implements Round {
    private final @Nullable Call until;
    private final Iterator<Call> calls = state.waiting().calls().iterator();

    Walk(@Nullable Call until) {
      this.until = until;
    }

    @Override
    public @Nullable Match next() {
      while (calls.hasNext()) {
        Call call = calls.next();
        if (until != null && state.waiting().order().compare(call, until) >= 0) {
          return null;
        }
        List<Candidate> phones =
            takesPart(call)
                ? RoutingRules.phonesFor(call.wanted(), call.routed(), facts)
                : List.of();
        if (!phones.isEmpty()) {
          return new Match(call, phones);
        }
      }
      return null;
    }
  }
}
