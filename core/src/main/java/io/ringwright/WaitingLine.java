package io.ringwright;

import io.ringwright.call.Destination;
import io.ringwright.routing.WaitingDispatch.Contestant;
import io.ringwright.waiting.WaitingCall;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/** All calls in line, first to last. Belongs to the {@link SwitchRoom} and its lock. */
final class WaitingLine {

  private final TreeSet<CallFile> files = new TreeSet<>(Comparator.comparing(CallFile::waiting));
  private final Map<Destination, Integer> lengths = new HashMap<>();

  void join(CallFile file) {
    if (files.add(file)) {
      lengths.merge(file.wanted(), 1, Integer::sum);
    }
  }

  void leave(CallFile file) {
    if (files.remove(file)) {
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
    int position = 1;
    for (CallFile ahead : files.headSet(file)) {
      position += ahead.wanted().equals(file.wanted()) ? 1 : 0;
    }
    return position;
  }

  /** Those in line who take part in the next match. */
  Iterable<Contestant> contestants(Instant now, Predicate<CallFile> takesPart) {
    return contestants(files, now, takesPart);
  }

  /** Those of them who stand ahead of a call. */
  Iterable<Contestant> ahead(CallFile file, Instant now, Predicate<CallFile> takesPart) {
    return contestants(files.headSet(file), now, takesPart);
  }

  List<WaitingCall> calls() {
    return files.stream().map(CallFile::waiting).toList();
  }

  private static Iterable<Contestant> contestants(
      Collection<CallFile> files, Instant now, Predicate<CallFile> takesPart) {
    return () -> files.stream().filter(takesPart).map(file -> file.contestant(now)).iterator();
  }
}
