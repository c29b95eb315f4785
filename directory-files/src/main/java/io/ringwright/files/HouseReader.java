package io.ringwright.files;

import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.LimitedUse;
import io.ringwright.directory.Desks;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.directory.UseLimit;
import io.ringwright.waiting.QueueOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the settings that are those of no extension or hunt group. */
final class HouseReader {

  private static final String AGEING = "ageing ";

  private final Goals goals;
  private final PhoneListBuilder to;
  private final List<Seat> seats = new ArrayList<>();

  /** Who sits at another phone, and where that is said. */
  record Seat(DirectoryNumber person, Device phone, Spot at) {}

  HouseReader(Goals goals, PhoneListBuilder to) {
    this.goals = goals;
    this.to = to;
  }

  void read(Part part) {
    part.at("time-zone").flatMap(HoursReader::zone).ifPresent(to::timeZone);
    part.at("queue-order").flatMap(HouseReader::queueOrder).ifPresent(to::queueOrder);
    part.at(
        "allow-external",
        at -> at.each().forEach(each -> each.text().ifPresent(to::allowExternal)));
    part.at(
        "allow-call-back",
        at -> at.each().forEach(each -> each.text().ifPresent(to::allowCallBack)));
    part.at("limits", at -> at.part(Shape.LIMITS).ifPresent(this::limits));
    part.at("desks", at -> at.entries().forEach(this::desk));
  }

  private static Optional<QueueOrder> queueOrder(Spot at) {
    return at.read(
        text ->
            text.equals("strict")
                ? Optional.of(QueueOrder.STRICT)
                : Optional.of(text)
                    .filter(ageing -> ageing.startsWith(AGEING))
                    .flatMap(ageing -> DurationWords.read(ageing.substring(AGEING.length())))
                    .map(QueueOrder::ageing),
        "strict, or ageing and a time for each level of priority, such as ageing 30 s");
  }

  private void limits(Part part) {
    for (String key : Shape.LIMITS.keys()) {
      part.at(key)
          .flatMap(HouseReader::limit)
          .ifPresent(each -> to.limit(LimitedUse.of(key), each));
    }
  }

  private static Optional<UseLimit> limit(Spot at) {
    if (!at.isTable()) {
      return at.choice(List.of("none")).map(none -> UseLimit.NONE);
    }
    Part part = Part.of(at, Shape.LIMIT);
    Optional<Integer> perNumber = part.required("per-number").flatMap(Spot::count);
    Optional<Integer> inAll = part.required("in-all").flatMap(Spot::count);
    Duration within = part.at("within").flatMap(Spot::duration).orElse(Duration.ofHours(1));
    try {
      return perNumber.flatMap(one -> inAll.map(all -> new UseLimit(one, all, within)));
    } catch (IllegalArgumentException refused) {
      at.refused(refused);
      return Optional.empty();
    }
  }

  private void desk(Spot.Entry entry) {
    Optional<DirectoryNumber> person =
        goals.names().number(entry.key()).flatMap(DirectoryNumber::parse);
    Optional<Device> phone =
        entry.value().read(Device::parse, "a phone of nobody, such as PJSIP/desk-1");
    person.ifPresent(
        who -> phone.ifPresent(where -> seats.add(new Seat(who, where, entry.value()))));
  }

  /** Who sits where. */
  Desks desks() {
    Desks desks = Desks.NONE;
    for (Seat seat : seats) {
      desks = desks.with(seat.person(), seat.phone());
    }
    return desks;
  }

  /** Notes each seat that the list did not take. */
  void inspect(Desks taken) {
    for (Seat seat : seats) {
      if (!taken.of(seat.person()).equals(Optional.of(seat.phone()))) {
        seat.at()
            .wrong(
                "a phone that is nobody's own and has one person, and an extension of the list",
                "");
      }
    }
  }
}
