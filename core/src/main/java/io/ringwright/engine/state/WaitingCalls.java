package io.ringwright.engine.state;

import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.PbxId;
import io.ringwright.waiting.QueueOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * All calls that wait, by what they wait for.
 *
 * <p>Thread safety: confined to the owner of the state.
 */
public final class WaitingCalls {

  /** The order in which queues are gone through where it matters. */
  public static final Comparator<Destination> BY_NUMBER =
      Comparator.comparing(Destination::digits)
          .thenComparing(destination -> destination.getClass().getSimpleName());

  private final Map<Destination, WaitingQueue> queues = new HashMap<>();
  private QueueOrder places = QueueOrder.STRICT;
  private Comparator<Call> order = order(places);

  /** The same in an order, to go on where an earlier event ended. */
  private final NavigableSet<Destination> byNumber = new TreeSet<>(BY_NUMBER);

  private final Map<PbxId, int[]> lengths = new HashMap<>();
  private final Map<PbxId, RankedSet<Call>> undecided = new HashMap<>();
  private final Readings readings;
  private final Map<DirectoryNumber, Map<Destination, Integer>> preferring = new HashMap<>();

  private int length;

  WaitingCalls(Readings readings) {
    this.readings = readings;
  }

  private static Comparator<Call> order(QueueOrder places) {
    return (one, other) -> places.compare(one.waiting(), other.waiting());
  }

  /** Who goes first, over all queues. */
  public Comparator<Call> order() {
    return order;
  }

  /** Which place goes first. */
  QueueOrder places() {
    return places;
  }

  /**
   * From now on another order holds; every call keeps its place and is in no lane yet. A queue is
   * sorted anew when somebody looks at it, so that this is quickly done.
   */
  void reorder(QueueOrder other) {
    if (readings.isAnyOpen()) {
      // How far a question has come means nothing any more.
      calls().forEach(readings::before);
      byNumber.forEach(readings::before);
      readings.beforeAnotherOrder();
    }
    places = other;
    order = order(other);
    for (Map.Entry<PbxId, RankedSet<Call>> each : undecided.entrySet()) {
      List<Call> calls = each.getValue().toList();
      each.setValue(new RankedSet<>(order));
      calls.forEach(each.getValue()::add);
    }
  }

  /** Joins the queue for what the call wants; it is in no lane yet. */
  public void join(Call call) {
    readings.before(call);
    readings.before(call.wanted());
    WaitingQueue queue = queues.get(call.wanted());
    if (queue == null) {
      queue = new WaitingQueue(call.wanted(), this::order);
      queues.put(call.wanted(), queue);
      byNumber.add(call.wanted());
    }
    if (queue.join(call)) {
      count(call.pbx(), 1);
      countPreferring(call, 1);
      if (call.isUndecided()) {
        undecided.computeIfAbsent(call.pbx(), none -> new RankedSet<>(order)).add(call);
      }
    }
  }

  /** Leaves its queue, if it is in one. */
  public void leave(Call call) {
    readings.before(call);
    readings.before(call.wanted());
    WaitingQueue queue = queues.get(call.wanted());
    if (queue != null && queue.leave(call)) {
      count(call.pbx(), -1);
      countPreferring(call, -1);
      leaveUndecided(call);
      queue.leaveLane(call);
      if (queue.length() == 0) {
        queues.remove(call.wanted());
        byNumber.remove(call.wanted());
      }
    }
  }

  private void countPreferring(Call call, int more) {
    if (call.preferred().isPresent()) {
      DirectoryNumber extension = call.preferred().get().extension();
      Map<Destination, Integer> counts =
          preferring.computeIfAbsent(extension, none -> new HashMap<>());
      if (counts.merge(call.wanted(), more, Integer::sum) == 0) {
        counts.remove(call.wanted());
      }
      if (counts.isEmpty()) {
        preferring.remove(extension);
      }
    }
  }

  /** Whether any call prefers an extension, or did. */
  public boolean isAnybodyPreferred() {
    return !preferring.isEmpty();
  }

  /**
   * What calls wait for that prefer one of several extensions, or did.
   *
   * @param destinations the extensions, among other destinations
   * @param found takes each of it, in no particular order, and some of it more than once
   */
  public void preferring(
      Collection<? extends Destination> destinations, Consumer<Destination> found) {
    if (!preferring.isEmpty()) {
      for (Destination each : destinations) {
        if (each instanceof Destination.ToExtension to) {
          preferring.getOrDefault(to.number(), Map.of()).keySet().forEach(found);
        }
      }
    }
  }

  private void leaveUndecided(Call call) {
    RankedSet<Call> all = undecided.get(call.pbx());
    if (all != null && all.remove(call) && all.isEmpty()) {
      undecided.remove(call.pbx());
    }
  }

  /** The switches on which calls wait to be decided, in no particular order. */
  Set<PbxId> undecidedSwitches() {
    return undecided.keySet();
  }

  /** The first call on a switch that waits to be decided. */
  Optional<Call> firstUndecided(PbxId pbx) {
    return Optional.ofNullable(undecided.get(pbx)).map(RankedSet::first);
  }

  private void count(PbxId pbx, int more) {
    length += more;
    int[] there = lengths.computeIfAbsent(pbx, none -> new int[1]);
    there[0] += more;
    if (there[0] == 0) {
      lengths.remove(pbx);
    }
  }

  /** The switches on which anybody waits, in no particular order. */
  public Set<PbxId> switches() {
    return lengths.keySet();
  }

  /**
   * The call is in the lane of this kind from now on, or in none.
   *
   * @return whether it was elsewhere before
   */
  public boolean place(Call call, Optional<LaneKind> kind) {
    WaitingQueue queue = queues.get(call.wanted());
    return queue != null && queue.place(call, kind);
  }

  /** Whether a call is in its queue. */
  public boolean contains(Call call) {
    WaitingQueue queue = queues.get(call.wanted());
    return queue != null && queue.all().contains(call);
  }

  /** Whether nobody waits. */
  public boolean isEmpty() {
    return length == 0;
  }

  /** How many calls wait in all. */
  public int length() {
    return length;
  }

  /** The queue for a destination, if anybody waits for it. */
  public Optional<WaitingQueue> queue(Destination destination) {
    return Optional.ofNullable(queues.get(destination));
  }

  /** All queues, in no particular order. */
  public Collection<WaitingQueue> queues() {
    return queues.values();
  }

  /** What calls wait for, in the order of the numbers. */
  public NavigableSet<Destination> destinations() {
    return Collections.unmodifiableNavigableSet(byNumber);
  }

  /**
   * The queue after another in the order of their numbers.
   *
   * @param last the other, whether or not anybody waits for it; empty for the first queue
   * @return what its calls wait for; empty after the last
   */
  public Optional<Destination> after(Optional<Destination> last) {
    if (last.isEmpty()) {
      return byNumber.isEmpty() ? Optional.empty() : Optional.of(byNumber.first());
    }
    return Optional.ofNullable(byNumber.higher(last.get()));
  }

  /** How many calls wait for a destination. */
  public int length(Destination destination) {
    WaitingQueue queue = queues.get(destination);
    return queue == null ? 0 : queue.length();
  }

  /** How many calls have been decided to wait for a destination. */
  public int decided(Destination destination) {
    WaitingQueue queue = queues.get(destination);
    return queue == null ? 0 : queue.decided();
  }

  /** The position of a call among those that wait for the same, 1 is next. */
  public int position(Call call) {
    WaitingQueue queue = queues.get(call.wanted());
    return queue == null ? 1 : queue.all().before(call) + 1;
  }

  /** Whether any question is told of changes. */
  boolean isWatched() {
    return readings.isAnyOpen();
  }

  /** What a queue can expect is about to change. */
  void announce(Destination queue) {
    readings.before(queue);
  }

  /** All calls that wait, first to last. */
  public List<Call> calls() {
    List<Call> all = unsorted();
    all.sort(order);
    return all;
  }

  private List<Call> unsorted() {
    List<Call> all = new ArrayList<>(length);
    queues.values().forEach(queue -> queue.all().forEach(all::add));
    return all;
  }
}
