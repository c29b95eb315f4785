package io.ringwright.directory;

import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.RingTarget;
import io.ringwright.directory.ExtensionBuilder.Phone;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks the devices of each extension. */
final class DeviceInspection {

  private static final DirectoryNumber ANYBODY = DirectoryNumber.of("0");
  private static final String EXPECTED = "technology/resource, such as PJSIP/100";

  private final NumberBook numbers;
  private final Mistakes mistakes;
  private final OutsideInspection outside;

  DeviceInspection(NumberBook numbers, Mistakes mistakes) {
    this.numbers = numbers;
    this.mistakes = mistakes;
    this.outside = new OutsideInspection(numbers, mistakes);
  }

  /** What rings for an extension; without what is wrong. */
  List<RingTarget> targets(
      String item, Optional<DirectoryNumber> number, ExtensionBuilder extension) {
    List<Phone> given = new ArrayList<>(extension.devices());
    mistakes.require(
        !given.isEmpty() || !extension.outside().isEmpty(), item, "has no device", EXPECTED);
    extension.outside().forEach(each -> outside.phone(item, each).ifPresent(given::add));
    List<RingTarget> targets = new ArrayList<>(1);
    Set<Device> seen = new HashSet<>(2);
    for (Phone phone : given) {
      Optional<Device> device = device(item, phone);
      if (device.isPresent() && isAllowed(item, phone)) {
        mistakes.require(
            seen.add(device.get()),
            item,
            "device " + Mistakes.quoted(phone.watched()) + " is named twice",
            "each device once; names that differ by case only are one device");
        targets.add(new RingTarget(number.orElse(ANYBODY), device.get(), phone.dialString()));
      }
    }
    return targets;
  }

  private Optional<Device> device(String item, Phone phone) {
    boolean dialled =
        mistakes.require(
            RingTarget.isDialString(phone.dialString()),
            item,
            phone.dialString().isEmpty()
                ? "has no device"
                : "device " + Mistakes.quoted(phone.dialString()) + " is not valid",
            EXPECTED);
    return dialled ? watched(item, phone) : Optional.empty();
  }

  private Optional<Device> watched(String item, Phone phone) {
    Optional<Device> device = Device.parse(phone.watched());
    boolean same = phone.watched().equals(phone.dialString());
    mistakes.require(
        device.isPresent(),
        item,
        (same ? "device " : "watched device ") + Mistakes.quoted(phone.watched()) + " is not valid",
        same
            ? EXPECTED
                + "; a dial string such as Local/100@agents/n needs the name of the device"
                + " that is watched as well"
            : EXPECTED + ", or a hint, such as hint:100@house");
    return device;
  }

  /** A device that dials a number must not lead where no forwarding may lead. */
  private boolean isAllowed(String item, Phone phone) {
    Optional<String> forbidden =
        DialledNumbers.in(phone.dialString()).stream()
            .filter(number -> !numbers.mayBeCalled(number))
            .findFirst();
    return forbidden.isEmpty()
        || mistakes.require(
            false,
            item,
            "device "
                + Mistakes.quoted(phone.dialString())
                + " dials "
                + Mistakes.quoted(forbidden.get())
                + ", which is no number of the list",
            "an extension of the list, or an external number that allowExternal permits");
  }
}
