package io.ringwright.files;

import io.ringwright.call.LimitedUse;
import io.ringwright.directory.Desks;
import io.ringwright.directory.Extension;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.Schedule;
import io.ringwright.directory.UseLimit;
import io.ringwright.files.Tree.Settings;
import io.ringwright.waiting.QueueOrder;
import java.time.ZoneId;
import java.util.function.Function;

/** A phone list as a phone file says it. */
final class PhoneTree {

  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final PhoneList EMPTY = PhoneList.builder().build();

  private final PhoneFile file;
  private final boolean all;
  private final ExtensionTree extensions;
  private final HuntGroupTree groups;

  /**
   * A tree in the making.
   *
   * @param all whether settings that are the default are said too
   * @param hours how opening hours are said
   */
  PhoneTree(PhoneFile file, boolean all, Function<Schedule, Tree> hours) {
    this.file = file;
    this.all = all;
    this.extensions = new ExtensionTree(hours);
    this.groups = new HuntGroupTree(hours);
  }

  Settings house() {
    PhoneList phones = file.phones();
    Settings to = new Settings(all);
    to.unless(UTC, "time-zone", phones.timeZone());
    to.unless(QueueOrder.STRICT, "queue-order", phones.queueOrder(), PhoneTree::order);
    to.unless(
        EMPTY.allowedNumbers().external(),
        "allow-external",
        phones.allowedNumbers().external(),
        Tree::row);
    to.unless(
        EMPTY.allowedNumbers().callBack(),
        "allow-call-back",
        phones.allowedNumbers().callBack(),
        Tree::row);
    Settings limits = new Settings(all);
    for (LimitedUse use : LimitedUse.values()) {
      limits.unless(EMPTY.limit(use), use.word(), phones.limit(use), PhoneTree::limit);
    }
    to.part("limits", limits);
    Settings desks = new Settings(false);
    phones.desks().phones().forEach((who, where) -> desks.set(who.digits(), Tree.of(where)));
    return to.part("desks", desks);
  }

  private static Tree order(QueueOrder order) {
    return Tree.of(
        order.penaltyPerLevel().map(each -> "ageing " + DurationWords.of(each)).orElse("strict"));
  }

  private static Tree limit(UseLimit limit) {
    return limit.isNone()
        ? Tree.of("none")
        : Tree.table(
            "per-number",
            limit.perNumber(),
            "in-all",
            limit.inAll(),
            "within",
            DurationWords.of(limit.within()));
  }

  Settings extension(Extension extension) {
    Settings to = new Settings(all).optional("name", file.name(extension.number()), Tree::of);
    extensions.write(extension, to);
    return to;
  }

  Settings group(HuntGroup group) {
    Settings to = new Settings(all).optional("name", file.name(group.number()), Tree::of);
    groups.write(group, to);
    return to;
  }

  /** The list as it was described: who sits where is told apart. */
  PhoneList described() {
    return file.phones().with(Desks.NONE);
  }
}
