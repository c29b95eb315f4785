package io.ringwright;

import io.ringwright.call.Destination;
import io.ringwright.waiting.LineOrder;
import io.ringwright.waiting.WaitingCall;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All calls in line, by what they wait for. Belongs to the {@link SwitchRoom} and its lock. */
final class WaitingLine {

  private final Map<Destination, WaitingQueue> queues = new HashMap<>();
  private Comparator<CallFile> order = order(LineOrder.STRICT);
  private final Set<CallFile> held = new HashSet<>();
  private int length;

  private static Comparator<CallFile> order(LineOrder line) {
    return (one, other) -> {
      int byPlace = line.compare(one.place(), other.place());
      return byPlace != 0 ? byPlace : one.id().value().compareTo(other.id().value());
    };
  }

  /** Who goes first, over all queues. */
  Comparator<CallFile> order() {
    return order;
  }

  /** From now on another order holds; everybody keeps the place and stands in no lane yet. */
  void reorder(LineOrder line) {
    List<CallFile> all = files();
    all.forEach(this::leave);
    order = order(line);
    all.forEach(this::join);
  }

  /** Joins the queue for what the call wants; it stands in no lane yet. */
  void join(CallFile file) {
    WaitingQueue queue =
        queues.computeIfAbsent(file.wanted(), none -> new WaitingQueue(none, order));
    length += queue.all().add(file) ? 1 : 0;
  }

  void leave(CallFile file) {
    WaitingQueue queue = queues.get(file.wanted());
    if (queue != null && queue.all().remove(file)) {
      length--;
      queue.leaveLane(file);
      if (queue.all().isEmpty()) {
        queues.remove(file.wanted());
      }
    }
  }

  /**
   * The call stands in the lane of this kind from now on, or in none.
   *
   * @return whether it stood elsewhere before
   */
  boolean stand(CallFile file, Optional<Lane.Kind> kind) {
    WaitingQueue queue = queues.get(file.wanted());
    return queue != null && queue.stand(file, kind);
  }

  /**
   * Phones are only held for the call from now on, or no longer: it cannot be sent there, but will
   * fetch them.
   *
   * @return whether that was otherwise before
   */
  boolean hold(CallFile file, boolean isHeld) {
    return isHeld ? held.add(file) : held.remove(file);
  }

  /** The calls for which phones are only held, because they cannot be sent anywhere. */
  Set<CallFile> held() {
    return held;
  }

  boolean contains(CallFile file) {
    WaitingQueue queue = queues.get(file.wanted());
    return queue != null && queue.all().contains(file);
  }

  boolean isEmpty() {
    return length == 0;
  }

  Optional<WaitingQueue> queue(Destination destination) {
    return Optional.ofNullable(queues.get(destination));
  }

  Collection<WaitingQueue> queues() {
    return queues.values();
  }

  /** How many calls wait for a destination. */
  int length(Destination destination) {
    WaitingQueue queue = queues.get(destination);
    return queue == null ? 0 : queue.all().size();
  }

  /** The position of a call among those that wait for the same, 1 is next. */
  int position(CallFile file) {
    WaitingQueue queue = queues.get(file.wanted());
    return queue == null ? 1 : queue.all().before(file) + 1;
  }

  /** All calls in line, first to last. */
  List<CallFile> files() {
    List<CallFile> all = new ArrayList<>(length);
    queues.values().forEach(queue -> queue.all().forEach(all::add));
    all.sort(order);
    return all;
  }

  List<WaitingCall> calls() {
    return files().stream().map(CallFile::waiting).toList();
  }
}
