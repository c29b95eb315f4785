package io.ringwright.routing;

import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way a call took, first to last: through diversions, and from hunt groups to members.
 *
 * @param stops every destination on the way
 * @param diversions how many of the steps were diversions
 */
public record Path(List<Destination> stops, int diversions) {

  /** More diversions than this are not followed. */
  static final int MOST_DIVERSIONS = 10;

  /** Copies the stops. */
  public Path {
    stops = List.copyOf(stops);
  }

  /**
   * A way that begins here.
   *
   * @param first what was called
   * @return a way without diversions
   */
  public static Path from(Destination first) {
    return new Path(List.of(first), 0);
  }

  /** The way after one more diversion. */
  Path to(Destination next) {
    return new Path(with(next), diversions + 1);
  }

  /** The way from a hunt group to one of its members, which is no diversion. */
  Path into(Destination.ToExtension member) {
    return new Path(with(member), diversions);
  }

  boolean contains(Destination destination) {
    return stops.contains(destination);
  }

  boolean full() {
    return diversions >= MOST_DIVERSIONS;
  }

  int depth() {
    return stops.size() - 1;
  }

  /** The hunt group through which the call came to its last stop, if any. */
  Optional<DirectoryNumber> throughGroup() {
    for (int at = stops.size() - 1; at >= 0; at--) {
      if (stops.get(at) instanceof Destination.ToHuntGroup group) {
        return Optional.of(group.number());
      }
    }
    return Optional.empty();
  }

  /** Whether the last stop was chosen as a member of a hunt group, not reached by a diversion. */
  boolean endsAtMember() {
    return stops.size() > 1 && stops.get(stops.size() - 2) instanceof Destination.ToHuntGroup;
  }

  private List<Destination> with(Destination next) {
    List<Destination> longer = new ArrayList<>(stops);
    longer.add(next);
    return longer;
  }

  @Override
  public String toString() {
    return String.join(" → ", stops.stream().map(Destination::digits).toList());
  }
}
