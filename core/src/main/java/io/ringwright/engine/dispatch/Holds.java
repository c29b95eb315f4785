package io.ringwright.engine.dispatch;

import io.ringwright.availability.DeviceLoad;
import io.ringwright.call.CallId;
import io.ringwright.call.Device;
import io.ringwright.call.RingTarget;
import io.ringwright.directory.Extension;
import io.ringwright.engine.state.Openings;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Phones that count as taken while one matching lasts, by callers ahead who cannot be sent to them
 * now. No part of the state.
 */
public final class Holds {

  private final Map<Device, Set<CallId>> held = new HashMap<>();
  private final Openings openings;

  Holds(Openings openings) {
    this.openings = openings;
  }

  /** A phone counts as reserved for a call. */
  public void hold(Extension extension, CallId call) {
    extension.devices().forEach(each -> hold(each.device(), call));
  }

  private void hold(Device device, CallId call) {
    if (held.computeIfAbsent(device, none -> new HashSet<>(2)).add(call)) {
      openings.taken(device);
    }
  }

  /** All is as before. */
  public void giveBack() {
    held.keySet().forEach(openings::taken);
    held.clear();
  }

  /** For whom a phone counts as reserved, by identity. */
  List<CallId> of(Device device) {
    return held.getOrDefault(device, Set.of()).stream()
        .sorted(Comparator.comparing(CallId::value))
        .toList();
  }

  /** How much of a device is taken, with what is held. */
  DeviceLoad with(Device device, DeviceLoad load) {
    if (held.isEmpty()) {
      return load;
    }
    Set<CallId> more = held.get(device);
    return more == null ? load : with(more.size(), load);
  }

  /** The same for devices of one extension: who holds several of them counts once. */
  DeviceLoad with(List<RingTarget> devices, DeviceLoad load) {
    if (held.isEmpty()) {
      return load;
    }
    Set<CallId> more = new HashSet<>();
    devices.forEach(each -> more.addAll(held.getOrDefault(each.device(), Set.of())));
    return more.isEmpty() ? load : with(more.size(), load);
  }

  private static DeviceLoad with(int more, DeviceLoad load) {
    return new DeviceLoad(
        load.state(), load.inCall(), load.reserved() + more, load.wrapUpUntil(), load.idleSince());
  }
}
