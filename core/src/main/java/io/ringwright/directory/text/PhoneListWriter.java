package io.ringwright.directory.text;

import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.LimitedUse;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RingTarget;
import io.ringwright.directory.CallForwarding;
import io.ringwright.directory.Desks;
import io.ringwright.directory.Extension;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.HuntGroup.Hunting;
import io.ringwright.directory.MissedRings;
import io.ringwright.directory.MissedRings.Remedy;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.directory.Strategy;
import io.ringwright.directory.UseLimit;
import io.ringwright.directory.WaitingPolicy;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes a phone list in a fixed order: every setting, also those that are the default, but for
 * those of groups that came later, which stand in lines of their own.
 */
final class PhoneListWriter {

  static final String HEADER = "ringwright-phone-list ";
  static final int VERSION = 1;

  private final ScheduleTable schedules = new ScheduleTable();
  private final StringBuilder items = new StringBuilder(1 << 16);

  private PhoneListWriter() {}

  static String text(PhoneList seated) {
    PhoneListWriter writer = new PhoneListWriter();
    PhoneList phones = seated.with(Desks.NONE);
    phones.extensions().forEach(writer::extension);
    phones.huntGroups().forEach(writer::group);
    StringBuilder whole = new StringBuilder(writer.items.length() + 1024);
    whole.append(HEADER).append(VERSION).append('\n');
    whole.append("queue-order ");
    whole.append(phones.queueOrder().penaltyPerLevel().map(each -> "" + each).orElse("strict"));
    whole.append('\n');
    line(whole, "time-zone ", phones.timeZone().getId());
    phones.allowedNumbers().external().forEach(each -> line(whole, "allow-external ", each));
    phones.allowedNumbers().callBack().forEach(each -> line(whole, "allow-call-back ", each));
    limits(phones, whole);
    seated
        .desks()
        .phones()
        .forEach((person, phone) -> line(whole, "desk ", person.digits() + " " + phone));
    writer.schedules.write(whole);
    whole.append(writer.items);
    return line(whole, "end characters=", whole.length()).toString();
  }

  /** They came later: only what is not the default has a line. */
  private static void limits(PhoneList phones, StringBuilder whole) {
    PhoneList usual = PhoneList.builder().build();
    for (LimitedUse use : LimitedUse.values()) {
      UseLimit limit = phones.limit(use);
      if (!limit.equals(usual.limit(use))) {
        String times = limit.perNumber() + " " + limit.inAll() + " " + limit.within();
        line(whole, "limit ", use.word() + " " + (limit.isNone() ? "none" : times));
      }
    }
  }

  private static StringBuilder line(StringBuilder to, String word, Object value) {
    return to.append(word).append(value).append('\n');
  }

  private void extension(Extension extension) {
    items.append("extension ").append(extension.number().digits());
    field(
        "device",
        extension.devices().stream().map(PhoneListWriter::device).collect(Collectors.joining("&")));
    field("service", FieldWords.word(extension.service()));
    field("hold-capacity", extension.holdCapacity());
    field("ring-time", extension.times().ring());
    field("wrap-up", extension.times().wrapUp());
    field("back-off", extension.times().backOff());
    field("pause-after-unanswered", pauseAfterUnanswered(extension));
    waiting(extension.waiting());
    new TreeMap<>(extension.duty().skills()).forEach(this::skill);
    new TreeMap<>(extension.duty().missed().remedies()).forEach(this::missed);
    for (CallForwarding.Kind kind : CallForwarding.Kind.values()) {
      extension.forwarding().entries(kind).forEach(entry -> forward(kind, entry));
    }
    KeysText.write(extension.waiting().leaving(), each -> line(items, "  ", each));
  }

  /** The name and, where that differs, a bar and what is dialled. */
  private static String device(RingTarget target) {
    return target.device() + (target.isDialledOtherwise() ? "|" + target.dialString() : "");
  }

  private void skill(String name, int level) {
    items.append("  skill ").append(name);
    field("level", level);
    items.append('\n');
  }

  private static int pauseAfterUnanswered(Extension extension) {
    return extension.duty().missed().after(RingOutcome.NO_REPLY) instanceof Remedy.Pause pause
        ? pause.after()
        : 0;
  }

  /** Only what is not the default, and does not stand above. */
  private void missed(RingOutcome outcome, Remedy remedy) {
    boolean above = outcome == RingOutcome.NO_REPLY && remedy instanceof Remedy.Pause;
    if (above || remedy.equals(MissedRings.DEFAULT.after(outcome))) {
      return;
    }
    items.append("  missed ").append(FieldWords.word(outcome));
    if (remedy instanceof Remedy.Pause pause) {
      items.append(" pause");
      field("after", pause.after());
    } else if (remedy instanceof Remedy.LeaveAlone leave) {
      items.append(" leave-alone");
      field("after", leave.after());
      field("first", leave.first());
      field("longest", leave.longest());
    } else {
      items.append(" nothing");
    }
    items.append('\n');
  }

  private void forward(CallForwarding.Kind kind, CallForwarding.Entry entry) {
    items.append("  forward ").append(FieldWords.word(kind));
    field("to", entry.to().digits());
    field("when", ConditionText.write(entry.when(), schedules::number));
    items.append('\n');
  }

  private void group(HuntGroup group) {
    Hunting hunting = group.hunting();
    items.append("hunt-group ").append(group.number().digits());
    field("menu-key", orNone(group.menuKey().map(DirectoryNumber::digits)));
    field("strategy", strategy(hunting.strategy()));
    field("preference", FieldWords.word(hunting.preference()));
    field("member-forwarding", FieldWords.word(hunting.forwarding()));
    field("one-more-every", hunting.growth());
    field("requires", Quoted.write(group.requirements().text()));
    waiting(group.waiting());
    for (HuntGroup.Member member : group.members()) {
      items.append("  member ").append(member.to().digits());
      field("priority", member.priority().level());
      field("weight", member.weight());
      items.append('\n');
    }
    hunting
        .escalation()
        .opening()
        .forEach((priority, after) -> line(items, "  opens " + priority + " after=", after));
    hours(group.presence().hours());
    nobodyThere(group.presence().nobodyThere());
    HearingText.write(group.hearing(), each -> line(items, "  ", each));
    OnAnswerText.write(group.onAnswer(), each -> line(items, "  ", each));
    KeysText.write(group.waiting().leaving(), each -> line(items, "  ", each));
  }

  /** Lines that stand only where a group has them: older texts have none. */
  private void hours(HuntGroup.OpeningHours hours) {
    hours
        .schedule()
        .ifPresent(
            schedule -> {
              items.append("  open");
              field("during", schedules.number(schedule));
              field("when-closed", orNone(hours.whenClosed().map(KeysText::goal)));
              items.append('\n');
            });
  }

  private void nobodyThere(HuntGroup.NobodyThere nobody) {
    if (!nobody.equals(HuntGroup.NobodyThere.DEFAULT)) {
      items.append("  nobody-there");
      field("on-arrival", words(nobody.onArrival()));
      field("while-waiting", words(nobody.whileWaiting()));
      items.append('\n');
    }
  }

  private static String words(Set<HuntGroup.Absence> ways) {
    return ways.isEmpty()
        ? "none"
        : ways.stream().sorted().map(FieldWords::word).collect(Collectors.joining(","));
  }

  private void waiting(WaitingPolicy policy) {
    WaitingPolicy.Leaving leaving = policy.leaving();
    field("queue-limit", policy.queueLimit());
    field("longest-wait", policy.longestWait());
    field("overflow", orNone(policy.overflow().map(KeysText::goal)));
    field("call-back-key", orNone(leaving.callBackKey().map(DirectoryNumber::digits)));
    field("place-kept-for", leaving.placeKeptFor());
    field("place-by-number", FieldWords.yes(leaving.byNumber()));
    items.append('\n');
  }

  private void field(String name, Object value) {
    items.append(' ').append(name).append('=').append(value);
  }

  private static String orNone(Optional<String> digits) {
    return digits.orElse("none");
  }

  /** A standard strategy by its word, one of the host by its name between quotation marks. */
  private static String strategy(Strategy strategy) {
    return strategy instanceof StandardStrategy standard
        ? FieldWords.word(standard)
        : Quoted.write(strategy.words());
  }
}
