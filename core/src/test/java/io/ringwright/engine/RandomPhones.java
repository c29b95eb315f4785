package io.ringwright.engine;

import io.ringwright.availability.DeviceReport;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.Device;
import io.ringwright.engine.RandomCaller.Where;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The phones of a random house as they are in truth, whatever the engine was told. */
final class RandomPhones {

  private final Function<CallId, Where> callers;
  private final Map<Device, Set<CallId>> calls = new LinkedHashMap<>();
  private final Set<Device> ownCalls = new HashSet<>();

  /** Tells of a call where its caller is. */
  RandomPhones(Function<CallId, Where> callers) {
    this.callers = callers;
  }

  /** The calls that ring at a phone or talk on it. */
  Set<CallId> on(Device device) {
    return calls.computeIfAbsent(device, none -> new HashSet<>());
  }

  /** The phones that a call rings or talks on. */
  List<Device> of(CallId call) {
    return calls.entrySet().stream()
        .filter(each -> each.getValue().contains(call))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** A call leaves every phone; says which. */
  List<Device> leave(CallId call) {
    List<Device> left = of(call);
    left.forEach(each -> on(each).remove(call));
    return left;
  }

  /** A call leaves every phone but one, which it talks on. */
  void talks(CallId call, Device device) {
    leave(call);
    on(device).add(call);
  }

  boolean hasOwnCall(Device device) {
    return ownCalls.contains(device);
  }

  boolean isTouched(Device device) {
    return hasOwnCall(device) || !on(device).isEmpty();
  }

  /** A phone that makes a call of its own ends it; one that does nothing begins one. */
  void ownCall(Device device) {
    if (!ownCalls.remove(device) && on(device).isEmpty()) {
      ownCalls.add(device);
    }
  }

  void endOwnCalls() {
    ownCalls.clear();
  }

  /** What the switch would say of it now. */
  DeviceReport truth(Device device) {
    Set<CallId> all = new HashSet<>(on(device));
    boolean talks = hasOwnCall(device) || all.stream().anyMatch(each -> is(each, Where.TALKING));
    boolean rings = all.stream().anyMatch(each -> is(each, Where.RINGING));
    if (hasOwnCall(device)) {
      all.add(CallId.of("own-" + device.name().replaceAll("[^A-Za-z0-9]", "-")));
    }
    DeviceState state = rings ? DeviceState.RINGING : DeviceState.NOT_IN_USE;
    if (talks) {
      state = rings ? DeviceState.RING_IN_USE : DeviceState.IN_USE;
    }
    return new DeviceReport(device, state, all);
  }

  private boolean is(CallId call, Where where) {
    return callers.apply(call) == where;
  }
}
