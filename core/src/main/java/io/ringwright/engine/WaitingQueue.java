package io.ringwright.engine;

import io.ringwright.call.Destination;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.ReachTraits;
import io.ringwright.directory.WaitingPolicy;
import io.ringwright.routing.WaitingAdmission;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The calls that wait for one destination, first to last, and the lanes they stand in. */
public final class WaitingQueue {

  public final Destination destination;
  private final RankedSet<Call> all;
  private final Map<Lane.Kind, Lane> lanes = new LinkedHashMap<>();
  private final Comparator<Call> order;

  private @Nullable Basis basis;

  /** What of a phone list decides how calls stand in this queue. */
  private record Basis(ReachTraits traits, WaitingPolicy policy) {}

  public WaitingQueue(Destination destination, Comparator<Call> order) {
    this.destination = destination;
    this.order = order;
    this.all = new RankedSet<>(order);
  }

  /** Whether calls stand differently under this phone list than under the one before. */
  public boolean hasAnotherBasis(PhoneList phones) {
    Basis before = basis;
    basis = new Basis(phones.traits(destination), WaitingAdmission.policy(destination, phones));
    return !basis.equals(before);
  }

  public RankedSet<Call> all() {
    return all;
  }

  public Collection<Lane> lanes() {
    return lanes.values();
  }

  /**
   * The call stands in the lane of this kind from now on, or in none.
   *
   * @return whether it stood elsewhere before
   */
  public boolean stand(Call file, Optional<Lane.Kind> kind) {
    Optional<Lane> lane =
        kind.map(chosen -> lanes.computeIfAbsent(chosen, made -> new Lane(made, order)));
    if (lane.equals(file.lane())) {
      return false;
    }
    leaveLane(file);
    lane.ifPresent(
        chosen -> {
          lanes.putIfAbsent(chosen.kind, chosen);
          chosen.files.add(file);
        });
    file.stand(lane);
    return true;
  }

  public void leaveLane(Call file) {
    file.lane()
        .ifPresent(
            lane -> {
              lane.files.remove(file);
              if (lane.files.isEmpty()) {
                lanes.remove(lane.kind);
              }
            });
    file.stand(Optional.empty());
  }
}
