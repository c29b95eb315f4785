package io.ringwright.ami;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which legs are connected. Bridges that a Local channel joins count as one.
 *
 * <p>Thread safety: for one thread.
 */
final class Bridges {

  private final Legs legs;
  private final Map<String, Set<Leg>> members = new HashMap<>();

  Bridges(Legs legs) {
    this.legs = legs;
  }

  void enter(Leg leg, String bridge) {
    leave(leg);
    leg.bridge = bridge;
    members.computeIfAbsent(bridge, none -> new LinkedHashSet<>()).add(leg);
  }

  void leave(Leg leg) {
    String bridge = leg.bridge;
    leg.bridge = null;
    Set<Leg> left = bridge == null ? null : members.get(bridge);
    if (left != null && left.remove(leg) && left.isEmpty()) {
      members.remove(bridge);
    }
  }

  /** All that is in one bridge is in another from now on. */
  void merge(String from, String to) {
    List.copyOf(members.getOrDefault(from, Set.of())).forEach(leg -> enter(leg, to));
  }

  /** Everybody who is connected with a bridge, those in it first. */
  List<Leg> connected(@Nullable String bridge) {
    List<Leg> all = new ArrayList<>();
    List<String> open = new ArrayList<>();
    if (bridge != null) {
      open.add(bridge);
    }
    Set<String> seen = new HashSet<>(open);
    for (int at = 0; at < open.size(); at++) {
      for (Leg leg : members.getOrDefault(open.get(at), Set.of())) {
        all.add(leg);
        Leg half = legs.otherHalf(leg);
        if (half != null && half.bridge != null && seen.add(half.bridge)) {
          open.add(half.bridge);
        }
      }
    }
    return all;
  }
}
