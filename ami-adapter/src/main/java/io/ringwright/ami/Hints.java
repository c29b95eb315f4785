package io.ringwright.ami;

import io.ringwright.call.Device;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The hints of the dialplan: for which devices each of them stands.
 *
 * <p>Thread safety: for one thread.
 */
final class Hints {

  private final Map<Device, List<Device>> behind = new HashMap<>();
  private final Map<Device, List<Device>> hintsFor = new HashMap<>();

  /** Hints that stand for something else than devices with channels, too: {@code Custom:night}. */
  private final Set<Device> moreThanDevices = new HashSet<>();

  private final Map<Device, String> written = new HashMap<>();

  /**
   * A hint stands for what is written there: devices, joined by {@code &}, presence after a comma.
   */
  void standsFor(Device hint, String text) {
    if (text.equals(written.put(hint, text))) {
      return;
    }
    for (Device device : behind.getOrDefault(hint, List.of())) {
      hintsFor.getOrDefault(device, new ArrayList<>()).remove(hint);
    }
    List<Device> devices = new ArrayList<>();
    moreThanDevices.remove(hint);
    for (String each : text.split(",", 2)[0].split("&", -1)) {
      Device.parse(each.strip()).ifPresentOrElse(devices::add, () -> moreThanDevices.add(hint));
    }
    behind.put(hint, devices);
    for (Device device : devices) {
      hintsFor.computeIfAbsent(device, none -> new ArrayList<>(1)).add(hint);
    }
  }

  /** The devices that a hint stands for. */
  List<Device> behind(Device hint) {
    return behind.getOrDefault(hint, List.of());
  }

  /** Whether a hint can be in use although none of its devices is. */
  boolean isMoreThanDevices(Device hint) {
    return moreThanDevices.contains(hint);
  }

  /** Devices, and before them the hints that stand for one of them. */
  List<Device> with(List<Device> devices) {
    if (behind.isEmpty()) {
      return devices;
    }
    Set<Device> all = new LinkedHashSet<>();
    devices.forEach(device -> all.addAll(hintsFor.getOrDefault(device, List.of())));
    all.addAll(devices);
    return List.copyOf(all);
  }
}
