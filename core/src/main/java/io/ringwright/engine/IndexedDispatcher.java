package io.ringwright.engine;

import io.ringwright.call.Destination;
import io.ringwright.call.Device;
import io.ringwright.call.Requirements;
import io.ringwright.call.RoutingExplanation.Rule;
import io.ringwright.directory.Extension;
import io.ringwright.directory.HuntGroup;
import io.ringwright.engine.CallPhase.Attempt;
import io.ringwright.routing.Candidate;
import io.ringwright.routing.PlainMembers;
import io.ringwright.routing.Reach;
import io.ringwright.routing.RoutingRules;
import io.ringwright.routing.Trail;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whose turn it is by looking at the first of each lane that a changed phone can serve.
 *
 * <p>Rests on this: after each event nobody in line could be served by a free phone, and taking a
 * phone opens a way for nobody. So only a phone that was touched, or a call that joined, can bring
 * about a match; and a lane whose first call finds nobody need not be asked again.
 */
public final class IndexedDispatcher implements Dispatcher {

  private final EngineState room;
  private final MemberIndex members;
  private final Set<Destination> open = new LinkedHashSet<>();
  private boolean allOpen;

  public IndexedDispatcher(EngineState room) {
    this.room = room;
    this.members = new MemberIndex(room.facts());
  }

  @Override
  public void touched(Device device) {
    members.touched(device);
    if (allOpen || room.line().isEmpty()) {
      return;
    }
    for (Extension extension : room.phones().extensionsOn(device)) {
      for (Destination from : room.phones().leadingTo(extension.number())) {
        if (room.line().length(from) > 0) {
          open.add(from);
        }
      }
    }
  }

  @Override
  public void taken(Device device) {
    members.touched(device);
  }

  @Override
  public void changed(Call file) {
    open.add(file.wanted());
  }

  @Override
  public void allChanged() {
    allOpen = true;
  }

  @Override
  public void phonesChanged() {
    members.forget();
    open.clear();
    allOpen = true;
  }

  @Override
  public Optional<PlainMembers> plainMembers(
      HuntGroup group, Requirements asked, Requirements.Stage stage) {
    return Optional.of(members.members(group, asked, stage));
  }

  @Override
  public boolean isPending() {
    return allOpen || !open.isEmpty();
  }

  @Override
  public void dispatch() {
    if (open.isEmpty() && !allOpen && room.line().held().isEmpty()) {
      return;
    }
    new Round(null, false).go().end();
    open.clear();
    allOpen = false;
  }

  @Override
  public <T> T inTurn(Call file, Trail trail, Supplier<T> decision) {
    return decided(new Round(file, false), trail, decision);
  }

  @Override
  public <T> T asIfInTurn(Call file, Trail trail, Supplier<T> decision) {
    return decided(new Round(file, true), trail, decision);
  }

  private static <T> T decided(Round round, Trail trail, Supplier<T> decision) {
    try {
      if (round.go().tookAny) {
        trail.note(
            0, "the line", Rule.FAIRNESS, "callers ahead could take phones; these count as taken");
      }
      return decision.get();
    } finally {
      round.end();
    }
  }

  /** One walk along the first calls of the open lanes, first to last. */
  private final class Round {

    private final @Nullable Call until;
    private final boolean onlyAsIf;
    private final PriorityQueue<Turn> turns;
    private final List<Hold> holds = new ArrayList<>();
    private boolean tookAny;

    /**
     * A walk.
     *
     * @param until before whom it ends; to the end of the line if there is nobody
     * @param onlyAsIf whether everything taken is given back in the end
     */
    Round(@Nullable Call until, boolean onlyAsIf) {
      this.until = until;
      this.onlyAsIf = onlyAsIf;
      this.turns = new PriorityQueue<>(Comparator.comparing(Turn::file, room.line().order()));
    }

    /** A lane and the call in it that is asked next. */
    private record Turn(Lane lane, Call file) {}

    /** A phone that is kept for a call which cannot be sent there, but will fetch it. */
    private record Hold(Device device, Call file) {}

    Round go() {
      queues().forEach(this::enter);
      for (Turn turn = turns.poll(); turn != null; turn = turns.poll()) {
        List<Candidate> candidates = candidates(turn.file());
        if (!candidates.isEmpty()) {
          tookAny = true;
          take(turn.file(), candidates);
          next(turn.lane(), turn.lane().files.higher(turn.file()));
        }
      }
      return this;
    }

    private Collection<WaitingQueue> queues() {
      if (allOpen || !room.line().held().isEmpty() || room.isSupposing()) {
        return room.line().queues();
      }
      return open.stream().flatMap(each -> room.line().queue(each).stream()).toList();
    }

    private void enter(WaitingQueue queue) {
      if (Reach.hasRoom(queue.destination, room.facts())) {
        queue.lanes().forEach(lane -> next(lane, lane.files.first()));
      }
    }

    private void next(Lane lane, @Nullable Call file) {
      if (file != null && (until == null || room.line().order().compare(file, until) < 0)) {
        turns.add(new Turn(lane, file));
      }
    }

    private List<Candidate> candidates(Call file) {
      return RoutingRules.phonesFor(file.wanted(), file.routed(room.now()), room.facts());
    }

    private void take(Call file, List<Candidate> candidates) {
      if (!onlyAsIf && room.offers().deliverable(file)) {
        room.turnComes(file);
        Trail trail = room.trail();
        if (trail.isKept()) {
          room.decide(file, trail);
        }
        Attempt attempt = room.attempts().toRing(file, candidates, trail);
        room.offers().offer(file, attempt);
        return;
      }
      for (Candidate candidate : candidates) {
        Device device = candidate.extension().device();
        holds.add(new Hold(device, file));
        room.board().reserve(device, file.id());
      }
    }

    /** Gives back what was only kept. */
    void end() {
      holds.forEach(hold -> room.board().giveBack(hold.device(), hold.file().id()));
      holds.clear();
    }
  }
}
