package io.ringwright.engine.state;

import io.ringwright.call.Destination;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.WaitingPolicy;
import io.ringwright.routing.ReachTraits;
import io.ringwright.routing.WaitingAdmission;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The calls that wait for one destination, first to last, and the lanes in which they are.
 *
 * <p>Thread safety: confined to the owner of the state.
 */
public final class WaitingQueue {

  private final Destination destination;
  private final Supplier<Comparator<Call>> order;
  private RankedSet<Call> all;
  private final Map<LaneKind, Lane> lanes = new LinkedHashMap<>();

  /** The lane in which a call was placed last: most calls of a queue are in one lane. */
  private @Nullable Lane latest;

  /** The order in which the calls stand here. */
  private Comparator<Call> sortedBy;

  private @Nullable Basis basis;
  private long basisVersion;
  private int undecided;

  /** What of a phone list decides in which lane a call of this queue is. */
  private record Basis(ReachTraits traits, WaitingPolicy policy) {}

  /**
   * An empty queue.
   *
   * @param destination what its calls wait for
   * @param order gives the order that holds; where it is another one, calls are sorted anew when
   *     somebody looks at this queue, and are in no lane until they are placed again
   */
  WaitingQueue(Destination destination, Supplier<Comparator<Call>> order) {
    this.destination = destination;
    this.order = order;
    this.sortedBy = order.get();
    this.all = new RankedSet<>(sortedBy);
  }

  private void keepOrder() {
    Comparator<Call> holds = order.get();
    if (sortedBy != holds) {
      List<Call> calls = new ArrayList<>(all.toList());
      calls.forEach(call -> call.place(null));
      lanes.clear();
      latest = null;
      calls.sort(holds);
      sortedBy = holds;
      all = new RankedSet<>(holds);
      calls.forEach(all::add);
    }
  }

  /** What its calls wait for. */
  public Destination destination() {
    return destination;
  }

  /**
   * Takes the settings that decide about lanes.
   *
   * @param traits what matters on all ways from its destination
   * @param phones the phone list
   * @param version the version of the list
   * @return whether they were others before; the calls must be placed anew then
   */
  public boolean takeBasis(ReachTraits traits, PhoneList phones, long version) {
    Basis before = basis;
    basis = new Basis(traits, WaitingAdmission.policy(destination, phones));
    basisVersion = version;
    return !basis.equals(before);
  }

  /** Notes the settings by which a call is placed. */
  public void noteBasis(ReachTraits traits, PhoneList phones, long version) {
    if (basis == null || basisVersion != version) {
      takeBasis(traits, phones, version);
    }
  }

  /** Its calls, first to last. */
  public RankedSet<Call> all() {
    keepOrder();
    return all;
  }

  /** How many calls it has. */
  int length() {
    return all.size();
  }

  /** How many of its calls have been decided to wait. */
  int decided() {
    return all.size() - undecided;
  }

  boolean join(Call call) {
    keepOrder();
    boolean joins = all.add(call);
    undecided += joins && call.isUndecided() ? 1 : 0;
    return joins;
  }

  boolean leave(Call call) {
    keepOrder();
    boolean leaves = all.remove(call);
    undecided -= leaves && call.isUndecided() ? 1 : 0;
    return leaves;
  }

  /** Its lanes, none of them empty. */
  public Collection<Lane> lanes() {
    keepOrder();
    return lanes.values();
  }

  /**
   * The call is in the lane of this kind from now on, or in none.
   *
   * @return whether it was elsewhere before
   */
  boolean place(Call call, Optional<LaneKind> kind) {
    keepOrder();
    if (kind.equals(call.lane())) {
      return false;
    }
    leaveLane(call);
    if (kind.isPresent()) {
      Lane lane = madeLane(kind.get());
      lane.calls().add(call);
      call.place(lane.kind()); // One value for all calls of the lane.
    }
    return true;
  }

  void leaveLane(Call call) {
    LaneKind kind = call.laneKind();
    Lane lane = kind == null ? null : lane(kind);
    if (lane != null) {
      lane.calls().remove(call);
      if (lane.calls().isEmpty()) {
        lanes.remove(lane.kind());
        latest = null;
      }
    }
    call.place(null);
  }

  private @Nullable Lane lane(LaneKind kind) {
    Lane used = latest;
    return used != null && used.kind().equals(kind) ? used : lanes.get(kind);
  }

  private Lane madeLane(LaneKind kind) {
    Lane there = lane(kind);
    if (there == null) {
      there = new Lane(kind, sortedBy);
      lanes.put(kind, there);
    }
    latest = there;
    return there;
  }
}
