package io.ringwright.engine;

import io.ringwright.engine.state.Call;
import io.ringwright.engine.dispatch.Dispatcher;
import io.ringwright.engine.state.EngineState;
import io.ringwright.engine.dispatch.IndexedDispatcher;
import io.ringwright.engine.state.LanePlacement;
import io.ringwright.call.Device;
import io.ringwright.call.Requirements;
import io.ringwright.call.RoutingExplanation.Rule;
import io.ringwright.directory.HuntGroup;
import io.ringwright.routing.Candidate;
import io.ringwright.routing.PlainMembers;
import io.ringwright.routing.RoutingRules;
import io.ringwright.routing.Trail;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The reference for {@link IndexedDispatcher}: walks along the whole line after every event, and
 * asks for every call and every member anew.
 */
final class NaiveDispatcher implements Dispatcher {

  private final EngineState room;

  NaiveDispatcher(EngineState room) {
    this.room = room;
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

  @Override
  public boolean isPending() {
    return false;
  }

  @Override
  public void dispatch() {
    giveBack(walk(null, false));
  }

  @Override
  public <T> T inTurn(Call file, Trail trail, Supplier<T> decision) {
    return decided(file, trail, decision, false);
  }

  @Override
  public <T> T asIfInTurn(Call file, Trail trail, Supplier<T> decision) {
    return decided(file, trail, decision, true);
  }

  private <T> T decided(Call file, Trail trail, Supplier<T> decision, boolean onlyAsIf) {
    Walk walk = walk(file, onlyAsIf);
    if (walk.tookAny) {
      trail.note(
          0, "the line", Rule.FAIRNESS, "callers ahead could take phones; these count as taken");
    }
    T decided = decision.get();
    giveBack(walk);
    return decided;
  }

  /** What a walk along the line brought. */
  private static final class Walk {
    private final Map<Call, Iterable<Candidate>> holds = new LinkedHashMap<>();
    private boolean tookAny;
  }

  private Walk walk(@Nullable Call until, boolean onlyAsIf) {
    Walk walk = new Walk();
    for (Call file : room.line().files()) {
      if (until != null && room.line().order().compare(file, until) >= 0) {
        break;
      }
      if (takesPart(file)) {
        var candidates =
            RoutingRules.phonesFor(file.wanted(), file.routed(room.now()), room.facts());
        if (!candidates.isEmpty()) {
          walk.tookAny = true;
          take(file, candidates, onlyAsIf, walk);
        }
      }
    }
    return walk;
  }

  private boolean takesPart(Call file) {
    return LanePlacement.of(
            file,
            room.phones().traits(file.wanted()),
            room.linked().contains(file.pbx()),
            room.now())
        .kind()
        .isPresent();
  }

  private void take(Call file, java.util.List<Candidate> candidates, boolean onlyAsIf, Walk walk) {
    if (!onlyAsIf && room.offers().deliverable(file)) {
      Trail trail = room.trail();
      if (trail.isKept()) {
        room.decide(file, trail);
      }
      room.offers().offer(file, room.attempts().toRing(file, candidates, trail));
      return;
    }
    walk.holds.put(file, candidates);
    candidates.forEach(each -> room.board().reserve(each.extension().device(), file.id()));
  }

  private void giveBack(Walk walk) {
    walk.holds.forEach(
        (file, candidates) ->
            candidates.forEach(
                each -> room.board().giveBack(each.extension().device(), file.id())));
  }
}
