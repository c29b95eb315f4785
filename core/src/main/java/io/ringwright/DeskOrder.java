package io.ringwright;

import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.OrderAnswer;
import io.ringwright.call.OrderRefusal;
import io.ringwright.directory.Desks;
import io.ringwright.directory.Extension;
import io.ringwright.directory.PhoneList;
import java.util.Optional;

/**
 * An order of the host by which somebody sits at another phone, or at the own one again.
 *
 * @param extension whose
 * @param phone where; empty for the own one
 */
record DeskOrder(DirectoryNumber extension, Optional<Device> phone) {

  /** What becomes of the order under a phone list. */
  OrderAnswer answer(PhoneList phones) {
    PhoneList own = phones.with(Desks.NONE);
    if (!own.hasExtension(extension)) {
      return new OrderAnswer.Refused(
          OrderRefusal.UNKNOWN_EXTENSION, "extension " + extension + " is not in the phone list");
    }
    Optional<Device> other = other(own);
    Optional<DirectoryNumber> owner =
        other
            .flatMap(device -> own.extensionsAt(device).stream().findFirst())
            .map(Extension::number);
    if (owner.isPresent()) {
      return refused("the phone of extension " + owner.get());
    }
    if (other.isPresent() && !Desks.isDesk(other.get())) {
      return refused("no phone at which somebody can sit");
    }
    String where = other.map(Device::name).orElse("its own phone");
    return new OrderAnswer.Done("extension " + extension + " is at " + where);
  }

  private OrderAnswer refused(String why) {
    String device = phone.map(Device::name).orElseThrow();
    return new OrderAnswer.Refused(OrderRefusal.NO_DESK, device + " is " + why);
  }

  /** Who sits where, once the order is carried out. */
  Desks carriedOut(Desks before, PhoneList phones) {
    return other(phones.with(Desks.NONE))
        .map(device -> before.with(extension, device))
        .orElseGet(() -> before.without(extension));
  }

  /** The phone, unless it is the own one. */
  private Optional<Device> other(PhoneList own) {
    return phone.filter(
        device -> own.extensionsAt(device).stream().noneMatch(it -> it.number().equals(extension)));
  }
}
