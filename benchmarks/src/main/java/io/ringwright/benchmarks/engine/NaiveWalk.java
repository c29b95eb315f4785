package io.ringwright.benchmarks.engine;

import io.ringwright.call.Device;
import io.ringwright.call.Requirements;
import io.ringwright.directory.HuntGroup;
import io.ringwright.engine.Call;
import io.ringwright.engine.Dispatcher;
import io.ringwright.engine.EngineState;
import io.ringwright.routing.Candidate;
import io.ringwright.routing.PlainMembers;
import io.ringwright.routing.RoutingRules;
import io.ringwright.routing.Trail;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whose turn it is, found out in the plainest way: after every event the whole line is asked, and
 * every member for every call. Without what the engine's tests need of their reference beyond that,
 * so that it is no slower than it must be.
 */
final class NaiveWalk implements Dispatcher {

  private final EngineState room;

  NaiveWalk(EngineState room) {
    this.room = room;
  }

  @Override
  public void dispatch() {
    for (Call file : room.line().files()) {
      List<Candidate> candidates =
          RoutingRules.phonesFor(file.wanted(), file.routed(room.now()), room.facts());
      if (!candidates.isEmpty()) {
        room.offers().offer(file, room.attempts().toRing(file, candidates, room.trail()));
      }
    }
  }

  @Override
  public <T> T inTurn(Call file, Trail trail, Supplier<T> decision) {
    return decision.get();
  }

  @Override
  public <T> T asIfInTurn(Call file, Trail trail, Supplier<T> decision) {
    return decision.get();
  }

  @Override
  public boolean isPending() {
    return false;
  }

  @Override
  public void touched(Device device) {}

  @Override
  public void taken(Device device) {}

  @Override
  public void changed(Call file) {}

  @Override
  public void allChanged() {}

  @Override
  public void phonesChanged() {}

  @Override
  public Optional<PlainMembers> plainMembers(
      HuntGroup group, Requirements asked, Requirements.Stage stage) {
    return Optional.empty();
  }
}
