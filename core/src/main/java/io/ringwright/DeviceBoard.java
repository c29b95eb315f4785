package io.ringwright;

import io.ringwright.availability.DeviceReport;
import io.ringwright.availability.DeviceState;
import io.ringwright.availability.Occupancy;
import io.ringwright.call.CallId;
import io.ringwright.call.Device;
import io.ringwright.call.PbxId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who is free: what each switch says of each device, what is reserved on it, and until when it
 * rests. Belongs to the {@link SwitchRoom} and its lock.
 *
 * <p>A call that is reserved and that the switch reports on the device counts once.
 */
final class DeviceBoard {

  private final Map<Device, Entry> entries = new HashMap<>();

  private static final class Entry {
    final Map<PbxId, DeviceReport> reports = new HashMap<>();
    final Set<CallId> reserved = new HashSet<>();
    final Set<CallId> talking = new HashSet<>();
    private Instant wrapUpUntil = Instant.MIN;
    private Instant idleSince = Instant.MIN;

    boolean reported(CallId call) {
      return reports.values().stream().anyMatch(report -> report.calls().contains(call));
    }
  }

  Occupancy occupancy(Device device) {
    Entry entry = entries.get(device);
    if (entry == null) {
      return Occupancy.UNHEARD;
    }
    Set<CallId> inCall = new HashSet<>(entry.talking);
    entry.reports.values().forEach(report -> inCall.addAll(report.calls()));
    inCall.removeAll(entry.reserved);
    DeviceState state = state(entry.reports.values());
    int calls = Math.max(inCall.size(), state.inCall() && entry.reserved.isEmpty() ? 1 : 0);
    return new Occupancy(state, calls, entry.reserved.size(), entry.wrapUpUntil, entry.idleSince);
  }

  /** Takes a slot for a call that is about to ring. */
  void reserve(Device device, CallId call) {
    entry(device).reserved.add(call);
  }

  /** The call that was ringing is talking now. */
  void talk(Device device, CallId call) {
    Entry entry = entry(device);
    entry.reserved.remove(call);
    entry.talking.add(call);
  }

  /** Gives a slot back without a talk. */
  void release(Device device, CallId call) {
    entry(device).reserved.remove(call);
  }

  /** The talk is over: the device rests for the wrap-up, and its idle time begins. */
  void hangUp(Device device, CallId call, Duration wrapUp, Instant now) {
    Entry entry = entry(device);
    entry.reserved.remove(call);
    if (entry.talking.remove(call)) {
      entry.idleSince = now;
      entry.wrapUpUntil = wrapUp.isZero() ? entry.wrapUpUntil : now.plus(wrapUp);
    }
  }

  /**
   * Writes down what a switch says.
   *
   * @return the talks that are over, because the switch reported them before and no longer does
   */
  Set<CallId> report(PbxId pbx, DeviceReport report) {
    Entry entry = entry(report.device());
    Set<CallId> over = new HashSet<>(entry.talking);
    over.removeIf(call -> !entry.reported(call));
    entry.reports.put(pbx, report);
    over.removeIf(entry::reported);
    return over;
  }

  /** The devices of which a switch said something. */
  Set<Device> reportedBy(PbxId pbx) {
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
  Optional<Device> deviceOf(CallId call, Collection<Device> devices) {
    return devices.stream().filter(device -> entry(device).reported(call)).findFirst();
  }

  /** When the next wrap-up is over, if one runs. */
  Optional<Instant> nextWrapUp(Instant now) {
    return entries.values().stream()
        .map(entry -> entry.wrapUpUntil)
        .filter(until -> until.isAfter(now))
        .min(Instant::compareTo);
  }

  private Entry entry(Device device) {
    return entries.computeIfAbsent(device, none -> new Entry());
  }

  private static DeviceState state(Collection<DeviceReport> reports) {
    DeviceState best = DeviceState.UNKNOWN;
    boolean heard = false;
    for (DeviceReport report : reports) {
      boolean better =
          !heard
              || (report.state().reachable() && !best.reachable())
              || (report.state().inCall() && !best.inCall());
      best = better ? report.state() : best;
      heard = true;
    }
    return best;
  }
}
