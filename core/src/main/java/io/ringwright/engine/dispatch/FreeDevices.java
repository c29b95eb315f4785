package io.ringwright.engine.dispatch;

import io.ringwright.availability.Availability;
import io.ringwright.availability.DeviceLoad;
import io.ringwright.call.Device;
import io.ringwright.call.RingTarget;
import io.ringwright.directory.Extension;
import io.ringwright.engine.state.EngineState;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The devices of the phone list that might ring for somebody now, kept up with their changes. It
 * may contain one that rings for nobody; it lacks none that rings for anybody.
 */
final class FreeDevices {

  private final EngineState state;
  private final Set<Device> free = new LinkedHashSet<>();
  private boolean known;

  FreeDevices(EngineState state) {
    this.state = state;
  }

  /** There is another phone list. */
  void forget() {
    known = false;
    free.clear();
  }

  /** The load of a device changed. */
  void changed(Device device) {
    if (known) {
      if (mayRing(device)) {
        free.add(device);
      } else {
        free.remove(device);
      }
    }
  }

  /** The devices; found out once for each phone list, if they are asked for. */
  Collection<Device> all() {
    if (!known) {
      known = true;
      state.phones().extensions().stream()
          .flatMap(extension -> extension.devices().stream())
          .map(RingTarget::device)
          .filter(this::mayRing)
          .forEach(free::add);
    }
    return free;
  }

  private boolean mayRing(Device device) {
    for (Extension extension : state.phones().extensionsOn(device)) {
      DeviceLoad load = state.devices().load(extension.devices());
      if (Availability.of(load, extension.holdCapacity(), false, Instant.MAX).mayRing()) {
        return true;
      }
    }
    return false;
  }
}
