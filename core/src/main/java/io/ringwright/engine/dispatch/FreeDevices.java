package io.ringwright.engine.dispatch;

import io.ringwright.availability.Availability;
import io.ringwright.availability.DeviceLoad;
import io.ringwright.call.Device;
import io.ringwright.call.RingTarget;
import io.ringwright.directory.Extension;
import io.ringwright.engine.state.EngineState;
import io.ringwright.routing.PhoneListChange;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The devices of the phone list that might ring for somebody now, kept up with their changes. It
 * may contain one that rings for nobody; it lacks none that rings for anybody.
 */
final class FreeDevices {

  /** Devices that changed are looked at when somebody asks, or when they are more than this. */
  private static final int MOST_CHANGED = 250;

  private final EngineState state;
  private Set<Device> free = new LinkedHashSet<>();
  private final Set<Device> changed = new LinkedHashSet<>();
  private boolean known;

  /** The extensions of the phone list whose devices were not looked at yet; null for none. */
  private @Nullable Iterator<Extension> left;

  private int lookedAt;

  FreeDevices(EngineState state) {
    this.state = state;
  }

  /** There is another phone list. */
  void takeIn(PhoneListChange change) {
    if (change.isEverywhere()) {
      begin();
    } else {
      change.devices().forEach(this::changed);
    }
  }

  private void begin() {
    known = true;
    free = new LinkedHashSet<>();
    changed.clear();
    left = state.phones().extensions().iterator();
    lookedAt = 0;
  }

  /** Looks at the devices of more extensions, until it has been so many in all. */
  void goOn(int extensions) {
    if (left == null) {
      return;
    }
    while (left.hasNext() && lookedAt < extensions) {
      lookedAt++;
      left.next().devices().stream()
          .map(RingTarget::device)
          .filter(this::mayRing)
          .forEach(free::add);
    }
    if (!left.hasNext()) {
      left = null;
    }
  }

  /** The load of a device changed. */
  void changed(Device device) {
    if (known && changed.add(device) && changed.size() > MOST_CHANGED) {
      lookAtChanged();
    }
  }

  private void lookAtChanged() {
    for (Device device : changed) {
      if (mayRing(device)) {
        free.add(device);
      } else {
        free.remove(device);
      }
    }
    changed.clear();
  }

  /** The devices; found out when they are asked for first, and kept up from then on. */
  Collection<Device> all() {
    if (!known) {
      begin();
    }
    goOn(Integer.MAX_VALUE);
    lookAtChanged();
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
