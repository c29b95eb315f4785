package io.ringwright.engine.state;

import io.ringwright.call.Destination;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.engine.state.DeviceTable.DeviceData;
import io.ringwright.estimate.ObservedQueue;
import io.ringwright.estimate.WaitEstimator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a whole state in pieces, while events pass: calls, devices and extensions, which may be
 * very many, some at a time, and all else at the beginning. What changes before its turn is read
 * before it changes; what came since is left out. So the data is that of the beginning.
 *
 * <p>Thread safety: confined to the owner of the state, but for {@link #data}.
 */
public final class StateReading implements Readings.Watch {

  private static final Comparator<CallData> BY_TICKET =
      Comparator.<CallData>comparingLong(call -> call.waiting().place().ticket())
          .thenComparing(call -> call.waiting().id().value());

  private final Readings readings;
  private final StateData rest;
  private final Part<Call, CallData> calls;
  private final Part<Device, DeviceData> devices;
  private final Part<DirectoryNumber, ExtensionStates.State> extensions;
  private final Observations observations;

  /**
   * Begins to read.
   *
   * @param state the state, which tells of its changes until {@link #close}
   */
  public StateReading(EngineState state) {
    readings = state.readings();
    rest = state.dataOfFew();
    calls = new Part<>(state.calls()::after, Calls.BY_TICKET, state.calls()::data, identitySet());
    devices =
        new Part<>(state.devices()::after, Device.BY_NAME, state.devices()::data, new HashSet<>());
    extensions =
        new Part<>(
            state.extensions()::after,
            Comparator.naturalOrder(),
            state.extensions()::data,
            new HashSet<>());
    observations = new Observations(state.expectedWaits());
    readings.open(this);
  }

  private static <T> Set<T> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  /** Gives the things after one, in order, at most so many. */
  @FunctionalInterface
  private interface After<T> {
    List<T> after(@Nullable T last, int most);
  }

  /** The things of one kind, in an order that does not change. */
  private static final class Part<T, D> {

    private final After<T> after;
    private final Comparator<? super T> order;
    private final Function<T, Optional<D>> data;
    private final Set<T> changed;
    private final List<D> found = new ArrayList<>();
    private @Nullable T last;
    private boolean whole;

    /**
     * Nothing is read yet.
     *
     * @param after gives them
     * @param order the order
     * @param data what a thing is now; empty if it is not there
     * @param changed an empty set
     */
    Part(
        After<T> after,
        Comparator<? super T> order,
        Function<T, Optional<D>> data,
        Set<T> changed) {
      this.after = after;
      this.order = order;
      this.data = data;
      this.changed = changed;
    }

    /** Reads so many at most, and says whether there are more. */
    boolean goOn(int most) {
      if (whole) {
        return false;
      }
      List<T> next = after.after(last, most);
      for (T each : next) {
        if (!changed.contains(each)) {
          data.apply(each).ifPresent(found::add);
        }
      }
      whole = next.size() < most;
      last = whole ? last : next.get(most - 1);
      return !whole;
    }

    void before(T thing) {
      if (!whole && changed.add(thing) && !isRead(thing)) {
        data.apply(thing).ifPresent(found::add);
      }
    }

    private boolean isRead(T thing) {
      T reached = last;
      return reached != null && order.compare(thing, reached) <= 0;
    }

    List<D> sorted(Comparator<? super D> byThing) {
      found.sort(byThing);
      return List.copyOf(found);
    }
  }

  /** What was seen of queues, in the order in which they had last been joined. */
  private static final class Observations {

    private final Map<Destination, ObservedQueue> queues;
    private final Iterator<Map.Entry<Destination, ObservedQueue>> left;
    private final Map<Destination, Supplier<ObservedQueue.Data>> captured = new HashMap<>();

    Observations(ExpectedWaits waits) {
      queues = waits.observed();
      left = queues.entrySet().iterator();
    }

    boolean goOn(int most) {
      for (int read = 0; read < most && left.hasNext(); read++) {
        Map.Entry<Destination, ObservedQueue> next = left.next();
        captured.computeIfAbsent(next.getKey(), queue -> next.getValue().captured());
      }
      return left.hasNext();
    }

    /** A queue may have been forgotten since and be another one by now; that is left out. */
    void before(Destination queue) {
      ObservedQueue then = left.hasNext() ? queues.get(queue) : null;
      if (then != null) {
        captured.computeIfAbsent(queue, none -> then.captured());
      }
    }

    WaitEstimator.Data data() {
      List<WaitEstimator.Queue> all = new ArrayList<>(queues.size());
      for (Destination queue : queues.keySet()) {
        Supplier<ObservedQueue.Data> then = Objects.requireNonNull(captured.get(queue));
        all.add(new WaitEstimator.Queue(queue, then.get()));
      }
      return new WaitEstimator.Data(all);
    }
  }

  /**
   * Reads some more.
   *
   * @param most how many things at most
   * @return whether there are more
   */
  public boolean goOn(int most) {
    return calls.goOn(most)
        || devices.goOn(most)
        || extensions.goOn(most)
        || observations.goOn(most);
  }

  @Override
  public void before(Call call) {
    calls.before(call);
  }

  @Override
  public void before(Destination queue) {
    observations.before(queue);
  }

  @Override
  public void before(Device device) {
    devices.before(device);
  }

  @Override
  public void before(DirectoryNumber extension) {
    extensions.before(extension);
  }

  /** Ends it: the state tells it no more. */
  public void close() {
    readings.close(this);
  }

  /** The state as it was at the beginning, after all was read; in any thread. */
  public StateData data() {
    return rest.with(
        calls.sorted(BY_TICKET),
        devices.sorted(Comparator.comparing(DeviceData::device, Device.BY_NAME)),
        new ExtensionStates.Data(
            extensions.sorted(Comparator.comparing(ExtensionStates.State::extension))),
        observations.data());
  }
}
