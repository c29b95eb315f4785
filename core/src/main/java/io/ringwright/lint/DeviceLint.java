package io.ringwright.lint;

import io.ringwright.call.Device;
import io.ringwright.call.RingTarget;
import io.ringwright.directory.Extension;
import io.ringwright.directory.PhoneList;
import java.util.List;
import java.util.stream.Collectors;

/** Devices that ring for several extensions: each of these is engaged while another one is. */
final class DeviceLint {

  private final PhoneList phones;
  private final Findings findings;

  DeviceLint(PhoneList phones, Findings findings) {
    this.phones = phones;
    this.findings = findings;
  }

  void look() {
    for (Extension extension : phones.extensions()) {
      for (RingTarget target : extension.devices()) {
        findings.step();
        look(extension, target.device());
      }
    }
  }

  /** Told once, with the first extension that has the device. */
  private void look(Extension extension, Device device) {
    List<Extension> all = phones.extensionsOn(device);
    if (all.size() > 1 && all.get(0).equals(extension)) {
      String others =
          all.stream()
              .skip(1)
              .map(each -> each.number().digits())
              .collect(Collectors.joining(", "));
      findings.add(
          Finding.Kind.SHARED_DEVICE,
          Findings.item(extension),
          "device " + device + " rings for " + others + " too",
          "give each a device of its own; a talk and a wrap-up of one count for all of them");
    }
  }
}
