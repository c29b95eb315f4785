package io.ringwright.engine;

import io.ringwright.availability.DeviceLoad;
import io.ringwright.availability.DeviceReport;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.Device;
import io.ringwright.call.PbxId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is free: what each switch says of each device, what is reserved on it, and until when it
 * rests. Belongs to the {@link EngineState} and its lock.
 *
 * <p>A call that is reserved and that the switch reports on the device counts once.
 */
public final class DeviceTable {

  /** Where several switches know a device, the word that comes last here counts. */
  private static final List<DeviceState> WEAK_TO_STRONG =
      List.of(
          DeviceState.INVALID,
          DeviceState.UNAVAILABLE,
          DeviceState.UNKNOWN,
          DeviceState.NOT_IN_USE,
          DeviceState.RINGING,
          DeviceState.ON_HOLD,
          DeviceState.IN_USE,
          DeviceState.RING_IN_USE,
          DeviceState.BUSY);

  /** Who hears of changes: whether a device may serve more now, or less. */
  public interface Watcher {
    /** It may serve more. */
    void touched(Device device);

    /** It can only serve less, or as much as before. */
    void taken(Device device);
  }

  private final Map<Device, Entry> entries = new HashMap<>();
  private final Watcher watcher;

  public DeviceTable(Watcher watcher) {
    this.watcher = watcher;
  }

  /** Small: there is one for each device, and most hear of one switch and one call. */
  private static final class Entry {
    private Map<PbxId, DeviceReport> reports = Map.of();
    private Set<CallId> reserved = Set.of();
    private Set<CallId> talking = Set.of();
    private Instant wrapUpUntil = Instant.MIN;
    private Instant idleSince = Instant.MIN;
    private @Nullable DeviceLoad occupancy;

    /** Worked out once after each change: rules ask far more often than anything changes. */
    DeviceLoad occupancy() {
      DeviceLoad known = occupancy;
      if (known == null) {
        known = workedOut();
        occupancy = known;
      }
      return known;
    }

    private DeviceLoad workedOut() {
      DeviceState state = state();
      int others = 0;
      for (CallId call : onIt()) {
        others += reserved.contains(call) ? 0 : 1;
      }
      int calls = Math.max(others, state.inCall() && reserved.isEmpty() ? 1 : 0);
      return new DeviceLoad(state, calls, reserved.size(), wrapUpUntil, idleSince);
    }

    private Set<CallId> onIt() {
      Set<CallId> calls = talking;
      for (DeviceReport report : reports.values()) {
        if (calls.isEmpty()) {
          calls = report.calls();
        } else if (!calls.containsAll(report.calls())) {
          calls = new HashSet<>(calls);
          calls.addAll(report.calls());
        }
      }
      return calls;
    }

    DeviceState state() {
      DeviceState strongest = DeviceState.UNKNOWN;
      int strength = -1;
      for (DeviceReport report : reports.values()) {
        int other = WEAK_TO_STRONG.indexOf(report.state());
        if (other > strength) {
          strength = other;
          strongest = report.state();
        }
      }
      return strongest;
    }

    boolean reported(CallId call) {
      for (DeviceReport report : reports.values()) {
        if (report.calls().contains(call)) {
          return true;
        }
      }
      return false;
    }

    void hear(PbxId pbx, DeviceReport report) {
      if (reports.isEmpty() || (reports.size() == 1 && reports.containsKey(pbx))) {
        reports = Map.of(pbx, report);
      } else {
        Map<PbxId, DeviceReport> more = new HashMap<>(reports);
        more.put(pbx, report);
        reports = Map.copyOf(more);
      }
    }
  }

  private static Set<CallId> with(Set<CallId> calls, CallId call) {
    if (calls.isEmpty()) {
      return Set.of(call);
    }
    Set<CallId> more = new HashSet<>(calls);
    more.add(call);
    return Set.copyOf(more);
  }

  private static Set<CallId> without(Set<CallId> calls, CallId call) {
    if (!calls.contains(call)) {
      return calls;
    }
    Set<CallId> fewer = new HashSet<>(calls);
    fewer.remove(call);
    return Set.copyOf(fewer);
  }

  public DeviceLoad occupancy(Device device) {
    Entry entry = entries.get(device);
    return entry == null ? DeviceLoad.UNHEARD : entry.occupancy();
  }

  /** Takes a slot for a call that is about to ring. */
  public void reserve(Device device, CallId call) {
    Entry entry = changing(device);
    entry.reserved = with(entry.reserved, call);
    watcher.taken(device);
  }

  /** Gives back a slot that was only kept for a moment: all is as before. */
  public void giveBack(Device device, CallId call) {
    Entry entry = changing(device);
    entry.reserved = without(entry.reserved, call);
    watcher.taken(device);
  }

  /** The call that was ringing is talking now. */
  public void talk(Device device, CallId call) {
    Entry entry = changing(device);
    entry.reserved = without(entry.reserved, call);
    entry.talking = with(entry.talking, call);
    watcher.touched(device);
  }

  /** Gives a slot back without a talk. */
  public void release(Device device, CallId call) {
    Entry entry = changing(device);
    entry.reserved = without(entry.reserved, call);
    watcher.touched(device);
  }

  /** The talk is over: the device rests for the wrap-up, and its idle time begins. */
  public void hangUp(Device device, CallId call, Duration wrapUp, Instant now) {
    Entry entry = changing(device);
    entry.reserved = without(entry.reserved, call);
    if (entry.talking.contains(call)) {
      entry.talking = without(entry.talking, call);
      entry.idleSince = now;
      entry.wrapUpUntil = wrapUp.isZero() ? entry.wrapUpUntil : now.plus(wrapUp);
    }
    watcher.touched(device);
  }

  /**
   * Writes down what a switch says.
   *
   * @return the talks that are over, because the switch reported them before and no longer does
   */
  public Set<CallId> report(PbxId pbx, DeviceReport report, Instant now) {
    Entry entry = changing(report.device());
    boolean wasInCall = entry.state().inCall();
    Set<CallId> over = new HashSet<>();
    for (CallId call : entry.talking) {
      if (entry.reported(call)) {
        over.add(call);
      }
    }
    entry.hear(pbx, report);
    over.removeIf(entry::reported);
    if (wasInCall && !entry.state().inCall()) {
      entry.idleSince = now;
    }
    watcher.touched(report.device());
    return over;
  }

  /** The devices of which a switch said something. */
  public Set<Device> reportedBy(PbxId pbx) {
    Set<Device> devices = new HashSet<>();
    entries.forEach(
        (device, entry) -> {
          if (entry.reports.containsKey(pbx)) {
            devices.add(device);
          }
        });
    return devices;
  }

  /** Which of these devices, if any, the switch says the call is on. */
  public Optional<Device> deviceOf(CallId call, Collection<Device> devices) {
    return devices.stream().filter(device -> reported(device, call)).findFirst();
  }

  private boolean reported(Device device, CallId call) {
    Entry entry = entries.get(device);
    return entry != null && entry.reported(call);
  }

  /** The entry of a device that is about to change. */
  private Entry changing(Device device) {
    Entry entry = entries.computeIfAbsent(device, none -> new Entry());
    entry.occupancy = null;
    return entry;
  }
}
