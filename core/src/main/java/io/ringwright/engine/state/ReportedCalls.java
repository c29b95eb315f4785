package io.ringwright.engine.state;

import io.ringwright.call.CallId;
import io.ringwright.call.Device;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * On which devices switches report calls. Follows from what they said of each device.
 *
 * <p>Thread safety: confined to the owner of the state.
 */
final class ReportedCalls {

  private final Map<CallId, List<Device>> devices = new HashMap<>();

  /** Takes in all of another. */
  void addAll(ReportedCalls other) {
    devices.putAll(other.devices);
  }

  /** The devices on which a call is reported, by name. */
  List<Device> devices(CallId call) {
    return devices.getOrDefault(call, List.of());
  }

  /** A call is reported on a device from now on, or is not. */
  void note(CallId call, Device device, boolean isThere) {
    List<Device> known = devices(call);
    if (isThere != known.contains(device)) {
      put(call, isThere ? with(known, device) : without(known, device));
    }
  }

  private void put(CallId call, List<Device> all) {
    if (all.isEmpty()) {
      devices.remove(call);
    } else {
      devices.put(call, all);
    }
  }

  private static List<Device> with(List<Device> known, Device more) {
    return known.isEmpty()
        ? List.of(more)
        : Stream.concat(known.stream(), Stream.of(more)).sorted(Device.BY_NAME).toList();
  }

  private static List<Device> without(List<Device> known, Device one) {
    return known.stream().filter(each -> !each.equals(one)).toList();
  }
}
