package io.ringwright.engine;

import io.ringwright.call.Destination;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.EngineState;
import io.ringwright.engine.state.Readings;
import io.ringwright.engine.state.WaitingCalls;
import io.ringwright.waiting.QueueOrder;
import io.ringwright.waiting.WaitingCall;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads which calls wait, queue by queue in the order of their numbers. A call that changes before
 * its turn is read at once; one that came since is left out.
 */
final class WaitingReading implements Reading<List<WaitingCall>>, Readings.Watch {

  /** So many calls, and queues, are read at once. */
  static final int PIECE = 500;

  private final EngineState state;
  private final int piece;
  private final QueueOrder order;
  private final Consumer<Destination> eachQueue;
  private final List<WaitingCall> found = new ArrayList<>();

  /** Calls that changed since the beginning; whether they waited then is known. */
  private final Set<Call> changed = Collections.newSetFromMap(new IdentityHashMap<>());

  private Optional<Destination> queue;
  private @Nullable Call last;

  /**
   * Begins to read.
   *
   * @param piece how many calls, and queues, are read at once
   * @param eachQueue is told of each queue before its first call is read
   */
  WaitingReading(EngineState state, int piece, Consumer<Destination> eachQueue) {
    this.state = state;
    this.piece = piece;
    this.eachQueue = eachQueue;
    this.order = state.phones().queueOrder();
    this.queue = state.waiting().after(Optional.empty());
    state.readings().open(this);
  }

  @Override
  public boolean goOn() {
    int left = piece;
    while (left > 0 && queue.isPresent()) {
      left -= 1 + read(queue.get(), left);
    }
    return queue.isPresent();
  }

  /** Reads at most so many calls of a queue, and goes on to the next at its end. */
  private int read(Destination from, int most) {
    Call before = last;
    if (before == null) {
      eachQueue.accept(from);
    }
    List<Call> next =
        state.waiting().queue(from).map(each -> each.all().after(before, most)).orElse(List.of());
    for (Call call : next) {
      if (!changed.contains(call)) {
        found.add(call.waiting());
      }
    }
    if (next.size() < most) {
      queue = state.waiting().after(queue);
      last = null;
    } else {
      WaitingCall reached = next.get(most - 1).waiting();
      last = new Call(reached, reached.place().since());
    }
    return next.size();
  }

  @Override
  public void before(Call call) {
    if (changed.add(call) && state.waiting().contains(call) && !isRead(call)) {
      found.add(call.waiting());
    }
  }

  private boolean isRead(Call call) {
    int ahead = queue.map(at -> WaitingCalls.BY_NUMBER.compare(call.wanted(), at)).orElse(-1);
    return ahead < 0
        || (ahead == 0 && last != null && state.waiting().order().compare(call, last) <= 0);
  }

  @Override
  public void before(Destination queue) {}

  @Override
  public void before(Device device) {}

  @Override
  public void before(DirectoryNumber extension) {}

  @Override
  public void close() {
    state.readings().close(this);
  }

  /** The calls that waited, in no particular order. */
  List<WaitingCall> found() {
    return found;
  }

  @Override
  public List<WaitingCall> answer() {
    found.sort(order::compare);
    return List.copyOf(found);
  }
}
