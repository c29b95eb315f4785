package io.ringwright.directory.text;

import io.ringwright.call.Device;
import io.ringwright.call.DialplanExtension;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.Requirements;
import io.ringwright.call.RingOutcome;
import io.ringwright.directory.CallBackSounds;
import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Condition;
import io.ringwright.directory.Desks;
import io.ringwright.directory.ExtensionBuilder;
import io.ringwright.directory.HuntGroup.Absence;
import io.ringwright.directory.HuntGroup.MemberForwarding;
import io.ringwright.directory.HuntGroup.Preference;
import io.ringwright.directory.HuntGroupBuilder;
import io.ringwright.directory.KeysBuilder;
import io.ringwright.directory.NumberPattern;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.directory.Schedule;
import io.ringwright.directory.Schedule.Hours;
import io.ringwright.directory.Schedule.WeeklyHours;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.directory.Strategy;
import io.ringwright.waiting.QueueOrder;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Phone lists in which any setting can have any value that the builder takes. */
public final class AnyPhoneList {

  /** A strategy of the host. */
  public record Own(String words) implements Strategy {
    @Override
    public List<Contender> next(List<Contender> equals, Memory memory) {
      return equals;
    }
  }

  private static final List<String> GROUPS = List.of("700", "701", "*70", "#703");
  private static final List<Strategy> OWN =
      List.of(new Own("nearest"), new Own("a \"quoted\" \\ name,\n ü 𝄞 = linear"));

  private final Random random;
  private final List<String> extensions = new ArrayList<>();

  private AnyPhoneList(Random random) {
    this.random = random;
  }

  /** A list that follows from the seed of the source of chance. */
  public static PhoneList of(Random random) {
    return new AnyPhoneList(random).phones();
  }

  private PhoneList phones() {
    for (int number = 0; number < 2 + random.nextInt(10); number++) {
      extensions.add(Integer.toString(100 + number));
    }
    Collections.shuffle(extensions, random);
    PhoneListBuilder list = PhoneList.builder().allowExternal("+49").allowExternal("0");
    if (random.nextBoolean()) {
      list.allowCallBack("+4930").allowCallBack("030").allowCallBack("+4930");
    }
    if (random.nextBoolean()) {
      list.queueOrder(QueueOrder.ageing(time(86_400)));
    }
    if (random.nextBoolean()) {
      list.timeZone(ZoneId.of("Europe/Berlin"));
    }
    extensions.forEach(own -> list.extension(own, each -> extension(own, each)));
    GROUPS.forEach(own -> list.huntGroup(own, each -> group(own, each)));
    return list.build().with(desks());
  }

  private Desks desks() {
    Desks desks = Desks.NONE;
    for (int seat = random.nextInt(4); seat > 1; seat--) {
      desks = desks.with(DirectoryNumber.of(any(extensions)), Device.of("SIP/desk-" + seat));
    }
    return desks;
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private Duration time(int mostSeconds) {
    return Duration.ofSeconds(1 + random.nextInt(mostSeconds - 1), random.nextInt(3) * 1_000_001L);
  }

  private String to(String own) {
    List<String> all = new ArrayList<>(extensions);
    all.addAll(GROUPS);
    all.addAll(List.of("+4930123", "0301234567"));
    all.remove(own);
    return any(all);
  }

  private void missed(ExtensionBuilder each) {
    RingOutcome outcome =
        any(
            List.of(
                RingOutcome.NO_REPLY,
                RingOutcome.REJECTED,
                RingOutcome.BUSY,
                RingOutcome.NOT_REACHABLE));
    switch (random.nextInt(4)) {
      case 0 -> each.pauseAfter(outcome, 1 + random.nextInt(3));
      case 1 -> each.neverLeaveAloneAfter(outcome);
      case 2 -> {
        Duration first = Duration.ofSeconds(1 + random.nextInt(100));
        each.leaveAloneAfter(outcome, 1 + random.nextInt(3), first, first.plus(time(100)));
      }
      default -> {}
    }
  }

  private void extension(String own, ExtensionBuilder each) {
    each.device("PJSIP/" + (chance(10) ? "shared" : own)).holdCapacity(random.nextInt(3));
    each.wrapUp(time(100)).backOff(time(100)).ringTime(time(100));
    each.queueLimit(random.nextInt(200));
    missed(each);
    each.longestWait(time(7200));
    each.keepPlaceFor(time(600), chance(50));
    for (String skill : List.of("french", "sales", "a-b_C")) {
      if (chance(40)) {
        each.skill(skill, 1 + random.nextInt(100));
      }
    }
    if (chance(20)) {
      each.doNotDisturb();
    } else if (chance(20)) {
      each.outOfService();
    }
    if (chance(40)) {
      each.overflow(to(own)).callBackByKey("*");
    }
    List<String> keys = new ArrayList<>(List.of("1", "12", "5", "#"));
    Collections.shuffle(keys, random);
    keys.subList(0, random.nextInt(4)).forEach(key -> each.leaveByKey(key, to(own)));
    if (chance(20)) {
      each.callersPress(
          it -> it.digitsWithin(Duration.ofSeconds(1 + random.nextInt(10))).callBackConfirmed("*"));
    }
    for (int forwards = random.nextInt(5); forwards > 0; forwards--) {
      Kind kind = any(List.of(Kind.ON_BUSY, Kind.ON_NO_REPLY, Kind.ON_NOT_REACHABLE));
      each.forward(kind, to(own), condition(3));
    }
    if (chance(40)) {
      each.forward(Kind.UNCONDITIONAL, "+4930123", condition(2));
    }
  }

  private Condition condition(int deep) {
    if (deep > 0 && chance(40)) {
      List<Condition> parts = new ArrayList<>();
      for (int part = random.nextInt(4); part > 0; part--) {
        parts.add(condition(deep - 1));
      }
      return any(
          List.<Condition>of(
              new Condition.AllOf(parts),
              new Condition.AnyOf(parts),
              new Condition.Not(condition(deep - 1))));
    }
    return any(
        List.<Condition>of(
            new Condition.Always(),
            new Condition.Host(any(List.of("on (vacation), \"away\"", "moon")), any -> true),
            new Condition.CallerMatches(new NumberPattern(any(List.of("030.", "0[1-59]X!")))),
            new Condition.ThroughGroup(),
            new Condition.DialledDirectly(),
            new Condition.During(schedule())));
  }

  private void heard(HuntGroupBuilder group) {
    if (chance(60)) {
      group.callersHear(new AnyHearing(random)::describe);
    }
    onAnswer(group);
  }

  private void onAnswer(HuntGroupBuilder group) {
    if (chance(40)) {
      group.onAnswer(new AnyOnAnswer(random)::describe);
    }
  }

  private Absence[] absences() {
    return Stream.of(Absence.values()).filter(any -> chance(50)).toArray(Absence[]::new);
  }

  private Schedule schedule() {
    List<WeeklyHours> weekly = new ArrayList<>();
    for (int entry = random.nextInt(3); entry > 0; entry--) {
      Set<DayOfWeek> days = new HashSet<>();
      for (int day = random.nextInt(6); day > 0; day--) {
        days.add(any(List.of(DayOfWeek.values())));
      }
      weekly.add(new WeeklyHours(days, hours()));
    }
    Map<LocalDate, List<Hours>> dates = new HashMap<>();
    for (int date = random.nextInt(4); date > 0; date--) {
      dates.put(
          LocalDate.of(2026, 1 + random.nextInt(12), 24),
          any(List.of(List.of(), List.of(hours()), List.of(hours(), hours()))));
    }
    String zone = any(List.of("Europe/Berlin", "UTC", "Z", "+05:45", "Australia/Lord_Howe"));
    return new Schedule(ZoneId.of(zone), weekly, dates);
  }

  private Hours hours() {
    LocalTime from = LocalTime.ofNanoOfDay(random.nextInt(43_200) * 1_000_000_000L);
    return new Hours(from, chance(20) ? LocalTime.MIDNIGHT : from.plusHours(1 + random.nextInt(9)));
  }

  private void closes(String own, HuntGroupBuilder group) {
    Set<DayOfWeek> days = Set.of(any(List.of(DayOfWeek.values())));
    group.openDuring(Schedule.weekly(ZoneId.of("UTC"), new WeeklyHours(days, hours())));
    if (chance(50)) {
      group.whenClosed(to(own));
    } else if (chance(20)) {
      group.whenClosed(DialplanExtension.of("closed", "s"));
    }
  }

  /** Where a call rings unanswered, nothing is confirmed. */
  private void waiters(HuntGroupBuilder group) {
    if (chance(30)) {
      group.callersPress(this::keys);
      onAnswer(group);
    } else { // Where a call rings unanswered, nothing is confirmed.
      heard(group);
    }
  }

  private void keys(KeysBuilder keys) {
    keys.digitsWithin(Duration.ofSeconds(1 + random.nextInt(10)));
    keys.leave("0123", DialplanExtension.of("menu-2", any(List.of("s", "100", "*9#", "+1-a"))));
    keys.callBackConfirmed("99");
    if (chance(50)) {
      keys.sound(any(List.of(CallBackSounds.Phrase.values())), "custom/other");
    }
  }

  private void group(String own, HuntGroupBuilder group) {
    if (chance(50)) {
      group.menuKey(Integer.toString(1 + GROUPS.indexOf(own)));
    }
    group.strategy(chance(30) ? any(OWN) : any(List.of(StandardStrategy.values())));
    group.preference(any(List.of(Preference.values())));
    group.memberForwarding(any(List.of(MemberForwarding.values())));
    group.ringOneMoreEvery(time(60)).queueLimit(random.nextInt(200)).longestWait(time(7200));
    group.keepPlaceFor(time(600), chance(50));
    List<String> members = new ArrayList<>(extensions);
    Collections.shuffle(members, random);
    int named = 1 + random.nextInt(members.size());
    members
        .subList(0, named)
        .forEach(each -> group.member(each, 1 + random.nextInt(3), 1 + random.nextInt(1000)));
    int later = GROUPS.indexOf(own) + 1;
    if (later < GROUPS.size() && chance(40)) {
      group.member(GROUPS.get(later), 3);
      group.openPriority(2, time(60));
      group.openPriority(3, time(60));
    }
    if (chance(40)) {
      group.requires(
          Requirements.of(Map.of("french", 3, "sales", 1))
              .after(Duration.ofSeconds(20), Map.of("french", 1))
              .after(Duration.ofSeconds(1 + random.nextInt(19)), Map.of()));
    }
    if (chance(40)) {
      group.overflow(to(own)).callBackByKey("*").leaveByKey("7", to(own)).leaveByKey("1", to(own));
    }
    if (chance(40)) {
      closes(own, group);
    }
    waiters(group);
    if (chance(10)) {
      group.overflow(DialplanExtension.of("night", "s"));
    }
    if (chance(40)) {
      Absence[] onArrival = absences();
      group.nobodyThereOnArrival(onArrival);
      group.nobodyThereWhileWaiting(
          Stream.concat(Stream.of(onArrival), Stream.of(Absence.REFUSED))
              .filter(any -> chance(50))
              .distinct()
              .toArray(Absence[]::new));
    }
  }
}
