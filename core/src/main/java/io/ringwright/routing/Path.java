package io.ringwright.routing;

import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way a call took, first to last: through diversions, and from hunt groups to members.
 *
 * <p>Each stop points back at the one before, so that going on costs the same however long the way.
 */
public final class Path {

  /** More diversions than this are not followed. */
  static final int MOST_DIVERSIONS = 10;

  private final Destination last;
  private final @Nullable Path before;
  private final @Nullable DirectoryNumber group;
  private final int diversions;
  private final int depth;

  private Path(Destination last, @Nullable Path before, int diversions) {
    this(last, before, group(last, before), diversions);
  }

  private Path(
      Destination last, @Nullable Path before, @Nullable DirectoryNumber group, int diversions) {
    this.last = last;
    this.before = before;
    this.group = group;
    this.diversions = diversions;
    this.depth = before == null ? 0 : before.depth + 1;
  }

  private static @Nullable DirectoryNumber group(Destination last, @Nullable Path before) {
    if (last instanceof Destination.ToHuntGroup to) {
      return to.number();
    }
    return before == null ? null : before.group;
  }

  /**
   * A way that begins here.
   *
   * @param first what was called
   * @return a way without diversions
   */
  public static Path from(Destination first) {
    return new Path(first, null, 0);
  }

  /**
   * A way that was taken before.
   *
   * @param stops the destinations on it, at least one
   * @return the path
   */
  public static Path of(List<Destination> stops) {
    return from(stops.get(0)).along(stops);
  }

  /**
   * A way that begins at the extension that a call prefers, as if that were a member of the hunt
   * group where the call stands.
   *
   * @param stops the destinations on it, the extension first
   * @param group the number of the group; empty if the call stands at no group
   * @return the path
   */
  public static Path preferred(List<Destination> stops, Optional<DirectoryNumber> group) {
    return new Path(stops.get(0), null, group.orElse(null), 0).along(stops);
  }

  private Path along(List<Destination> stops) {
    Path path = this;
    for (Destination next : stops.subList(1, stops.size())) {
      path = path.last instanceof Destination.ToHuntGroup ? path.into(next) : path.to(next);
    }
    return path;
  }

  /** The way after one more diversion. */
  Path to(Destination next) {
    return new Path(next, this, diversions + 1);
  }

  /**
   * The way from a hunt group to one of its members, which is no diversion.
   *
   * @param member an extension or a hunt group
   * @return the longer way
   */
  public Path into(Destination member) {
    return new Path(member, this, diversions);
  }

  /**
   * Every destination on the way.
   *
   * @return first to last
   */
  public List<Destination> stops() {
    Deque<Destination> stops = new ArrayDeque<>();
    for (Path at = this; at != null; at = at.before) {
      stops.addFirst(at.last);
    }
    return List.copyOf(stops);
  }

  boolean contains(Destination destination) {
    for (Path at = this; at != null; at = at.before) {
      if (at.last.equals(destination)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a destination is among the stops from a depth on. */
  boolean containsFrom(int from, Destination destination) {
    for (Path at = this; at != null && at.depth >= from; at = at.before) {
      if (at.last.equals(destination)) {
        return true;
      }
    }
    return false;
  }

  /** Where it has come to. */
  Destination last() {
    return last;
  }

  /**
   * The same end on another way.
   *
   * @param from a way with which this one begins
   * @param to the way that takes its place; its last stop is the same
   */
  Path moved(Path from, Path to) {
    if (depth == from.depth || before == null) {
      return to;
    }
    return new Path(last, before.moved(from, to), to.diversions + diversions - from.diversions);
  }

  boolean full() {
    return diversions >= MOST_DIVERSIONS;
  }

  int depth() {
    return depth;
  }

  int diversions() {
    return diversions;
  }

  /**
   * The hunt group through which the call came to its last stop, if any.
   *
   * @return its number, or empty for a call that went through none
   */
  public Optional<DirectoryNumber> throughGroup() {
    return Optional.ofNullable(group);
  }

  /** Whether the call came through a hunt group. */
  boolean isThroughGroup() {
    return group != null;
  }

  /** Whether the call came through a hunt group before its last stop. */
  boolean isWithinGroup() {
    return before != null && before.group != null;
  }

  /**
   * Whether the last stop was chosen as a member of a hunt group, or because the call prefers it,
   * not reached by a diversion.
   */
  boolean endsAtMember() {
    return before == null
        ? group != null && last instanceof Destination.ToExtension
        : before.last instanceof Destination.ToHuntGroup;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Path path
        && diversions == path.diversions
        && stops().equals(path.stops());
  }

  @Override
  public int hashCode() {
    return stops().hashCode();
  }

  @Override
  public String toString() {
    return String.join(" → ", stops().stream().map(Destination::digits).toList());
  }
}
