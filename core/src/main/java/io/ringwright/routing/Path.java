package io.ringwright.routing;

import io.ringwright.call.Destination;
import java.util.ArrayList;
import java.util.List;

/**
 * The way a call took through diversions, first to last.
 *
 * @param stops every destination on the way
 */
public record Path(List<Destination> stops) {

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
    return new Path(List.of(first));
  }

  Path to(Destination next) {
    List<Destination> longer = new ArrayList<>(stops);
    longer.add(next);
    return new Path(longer);
  }

  boolean contains(Destination destination) {
    return stops.contains(destination);
  }

  boolean full() {
    return stops.size() > MOST_DIVERSIONS;
  }

  int depth() {
    return stops.size() - 1;
  }

  @Override
  public String toString() {
    return String.join(" → ", stops.stream().map(Destination::digits).toList());
  }
}
