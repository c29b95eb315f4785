package io.ringwright;

import io.ringwright.call.Destination;
import io.ringwright.routing.WaitingDispatch.Contestant;
import io.ringwright.waiting.Place;
import io.ringwright.waiting.WaitingCall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All calls in line, first to last. Belongs to the {@link SwitchRoom} and its lock. */
final class WaitingLine {

  private final TreeMap<Place, CallFile> files = new TreeMap<>();
  private final Map<Destination, Integer> lengths = new HashMap<>();

  void join(CallFile file) {
    if (files.put(file.place(), file) == null) {
      lengths.merge(file.wanted(), 1, Integer::sum);
    }
  }

  void leave(CallFile file) {
    if (files.remove(file.place(), file)) {
      lengths.computeIfPresent(file.wanted(), (to, length) -> length == 1 ? null : length - 1);
    }
  }

  boolean isEmpty() {
    return files.isEmpty();
  }

  /** How many calls wait for a destination. */
  int length(Destination destination) {
    return lengths.getOrDefault(destination, 0);
  }

  /** The position of a call among those that wait for the same, 1 is next. */
  int position(CallFile file) {
    return 1
        + (int)
            files.headMap(file.place()).values().stream()
                .filter(other -> other.wanted().equals(file.wanted()))
                .count();
  }

  List<Contestant> contestants(Instant now) {
    return contestants(files.values(), now);
  }

  List<Contestant> ahead(Place place, Instant now) {
    return contestants(files.headMap(place).values(), now);
  }

  List<WaitingCall> calls() {
    return files.values().stream().map(CallFile::waiting).toList();
  }

  private static List<Contestant> contestants(Collection<CallFile> files, Instant now) {
    List<Contestant> contestants = new ArrayList<>(files.size());
    files.forEach(file -> contestants.add(new Contestant(file.waiting(), file.routed(now))));
    return contestants;
  }
}
