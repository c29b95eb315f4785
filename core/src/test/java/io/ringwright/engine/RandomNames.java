package io.ringwright.engine;

import io.ringwright.availability.DeviceReport;
import io.ringwright.call.Device;
import io.ringwright.call.RingTarget;
import io.ringwright.directory.Extension;
import io.ringwright.directory.PhoneList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The names under which the switch of a random house speaks of a phone. A phone that is watched by
 * a hint has a name of its own besides, and is reported under both; an agent outside answers on the
 * Local channel that was dialled, and behind it on the trunk, which is reported by itself.
 */
final class RandomNames {

  private static final Device TRUNK = Device.of("PJSIP/trunk");

  private final Supplier<PhoneList> phones;

  /** The names in a phone list, as it is at each moment. */
  RandomNames(Supplier<PhoneList> phones) {
    this.phones = phones;
  }

  /** What the switch says of whoever answers at a phone: the name that was dialled first. */
  List<Device> of(Device phone) {
    List<Device> names = new ArrayList<>(List.of(phone));
    if (phone.isHint()) {
      names.add(own(phone));
    } else if (phone.name().startsWith("Local/")) {
      names.add(TRUNK);
    }
    return names;
  }

  /** Every report that tells of a phone. */
  List<DeviceReport> reports(DeviceReport truth) {
    Device phone = truth.device();
    return phone.isHint()
        ? List.of(truth, new DeviceReport(own(phone), truth.state(), truth.calls()))
        : List.of(truth);
  }

  /** What is dialled where a hint is watched. */
  private Device own(Device hint) {
    return Device.of(
        phones.get().extensions().stream()
            .map(Extension::devices)
            .flatMap(List::stream)
            .filter(target -> target.device().equals(hint))
            .map(RingTarget::dialString)
            .findFirst()
            .orElseThrow());
  }
}
