package io.ringwright.engine;

import io.ringwright.call.Destination;
import io.ringwright.waiting.QueueOrder;
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

/** All calls in line, by what they wait for. Belongs to the {@link EngineState} and its lock. */
public final class WaitingCalls {

  private final Map<Destination, WaitingQueue> queues = new HashMap<>();
  private Comparator<Call> order = order(QueueOrder.STRICT);
  private final Set<Call> held = new HashSet<>();
  private int length;

  private static Comparator<Call> order(QueueOrder line) {
    return (one, other) -> {
      int byPlace = line.compare(one.place(), other.place());
      return byPlace != 0 ? byPlace : one.id().value().compareTo(other.id().value());
    };
  }

  /** Who goes first, over all queues. */
  public Comparator<Call> order() {
    return order;
  }

  /** From now on another order holds; everybody keeps the place and stands in no lane yet. */
  public void reorder(QueueOrder line) {
    List<Call> all = files();
    all.forEach(this::leave);
    order = order(line);
    all.forEach(this::join);
  }

  /** Joins the queue for what the call wants; it stands in no lane yet. */
  public void join(Call file) {
    WaitingQueue queue =
        queues.computeIfAbsent(file.wanted(), none -> new WaitingQueue(none, order));
    length += queue.all().add(file) ? 1 : 0;
  }

  public void leave(Call file) {
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
  public boolean stand(Call file, Optional<Lane.Kind> kind) {
    WaitingQueue queue = queues.get(file.wanted());
    return queue != null && queue.stand(file, kind);
  }

  /**
   * Phones are only held for the call from now on, or no longer: it cannot be sent there, but will
   * fetch them.
   *
   * @return whether that was otherwise before
   */
  public boolean hold(Call file, boolean isHeld) {
    return isHeld ? held.add(file) : held.remove(file);
  }

  /** The calls for which phones are only held, because they cannot be sent anywhere. */
  public Set<Call> held() {
    return held;
  }

  public boolean contains(Call file) {
    WaitingQueue queue = queues.get(file.wanted());
    return queue != null && queue.all().contains(file);
  }

  public boolean isEmpty() {
    return length == 0;
  }

  public Optional<WaitingQueue> queue(Destination destination) {
    return Optional.ofNullable(queues.get(destination));
  }

  public Collection<WaitingQueue> queues() {
    return queues.values();
  }

  /** How many calls wait for a destination. */
  public int length(Destination destination) {
    WaitingQueue queue = queues.get(destination);
    return queue == null ? 0 : queue.all().size();
  }

  /** The position of a call among those that wait for the same, 1 is next. */
  public int position(Call file) {
    WaitingQueue queue = queues.get(file.wanted());
    return queue == null ? 1 : queue.all().before(file) + 1;
  }

  /** All calls in line, first to last. */
  public List<Call> files() {
    List<Call> all = new ArrayList<>(length);
    queues.values().forEach(queue -> queue.all().forEach(all::add));
    all.sort(order);
    return all;
  }

  public List<WaitingCall> calls() {
    return files().stream().map(Call::waiting).toList();
  }
}
