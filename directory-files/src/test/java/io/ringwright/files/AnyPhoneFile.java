package io.ringwright.files;

import io.ringwright.call.Announcement.Gender;
import io.ringwright.call.Device;
import io.ringwright.call.DialplanExtension;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.LimitedUse;
import io.ringwright.call.Requirements;
import io.ringwright.call.RingOutcome;
import io.ringwright.directory.AnnouncementSounds;
import io.ringwright.directory.CallBackSounds;
import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Condition;
import io.ringwright.directory.Confirmation;
import io.ringwright.directory.Desks;
import io.ringwright.directory.ExtensionBuilder;
import io.ringwright.directory.HearingBuilder;
import io.ringwright.directory.HuntGroup.Absence;
import io.ringwright.directory.HuntGroup.MemberForwarding;
import io.ringwright.directory.HuntGroup.Preference;
import io.ringwright.directory.HuntGroupBuilder;
import io.ringwright.directory.KeysBuilder;
import io.ringwright.directory.NumberPattern;
import io.ringwright.directory.OnAnswerBuilder;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.directory.Schedule;
import io.ringwright.directory.Schedule.Hours;
import io.ringwright.directory.Schedule.WeeklyHours;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.directory.Strategy;
import io.ringwright.directory.UseLimit;
import io.ringwright.waiting.QueueOrder;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Phone files in which any setting can have any value. */
final class AnyPhoneFile {

  static final String ODD_NAME = "a \"quoted\" \\ name: # ü 𝄞 - no, {yes}";
  static final List<Strategy> OWN =
      List.of(new EverySetting.Own("nearest"), new EverySetting.Own(ODD_NAME));
  static final List<String> PREDICATES = List.of("vacation", ODD_NAME, "true", "0x1F", "*");

  private static final List<String> GROUPS = List.of("700", "0701", "*70", "#703");
  private static final List<String> NAMES =
      List.of(
          "Anna Schmidt", "101", "null", "~", "'", "O'Hara: sales # one", "- x", " blank ", "ü");

  private final Random random;
  private final List<String> extensions = new ArrayList<>();

  private AnyPhoneFile(Random random) {
    this.random = random;
  }

  /** A file that follows from the seed. */
  static PhoneFile of(long seed) {
    return new AnyPhoneFile(new Random(seed)).file();
  }

  private PhoneFile file() {
    for (int number = 0; number < 2 + random.nextInt(8); number++) {
      extensions.add((chance(20) ? "0" : "") + (100 + number));
    }
    Collections.shuffle(extensions, random);
    PhoneListBuilder list = PhoneList.builder().allowExternal("+49").allowExternal("0");
    house(list);
    extensions.forEach(own -> list.extension(own, each -> extension(own, each)));
    GROUPS.forEach(own -> list.huntGroup(own, each -> group(own, each)));
    Map<DirectoryNumber, String> names = new LinkedHashMap<>();
    Stream.concat(extensions.stream(), GROUPS.stream())
        .filter(each -> chance(50))
        .forEach(each -> names.put(DirectoryNumber.of(each), any(NAMES)));
    Map<String, Schedule> hours = new LinkedHashMap<>();
    NAMES.stream().filter(each -> chance(20)).forEach(each -> hours.put(each, schedule()));
    return new PhoneFile(list.build().with(desks()), names, hours);
  }

  private void house(PhoneListBuilder list) {
    some(30, () -> list.allowCallBack("+4930").allowCallBack("030"));
    some(50, () -> list.queueOrder(QueueOrder.ageing(time(86_400))));
    some(50, () -> list.timeZone(ZoneId.of("Europe/Berlin")));
    some(30, () -> list.limit(any(LimitedUse.values()), UseLimit.NONE));
    some(30, () -> list.limit(LimitedUse.RETURN, new UseLimit(3, 10_000, Duration.ofMinutes(90))));
  }

  private Desks desks() {
    Desks desks = Desks.NONE;
    for (int seat = random.nextInt(4); seat > 1; seat--) {
      desks = desks.with(DirectoryNumber.of(any(extensions)), Device.of("SIP/desk-" + seat));
    }
    return desks;
  }

  private void some(int percent, Runnable what) {
    if (chance(percent)) {
      what.run();
    }
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private Duration time(int mostSeconds) {
    return Duration.ofSeconds(1 + random.nextInt(mostSeconds - 1), random.nextInt(3) * 1_000_001L);
  }

  private Duration seconds(int least, int most) {
    return Duration.ofSeconds(least + random.nextInt(most - least + 1));
  }

  private String to(String own) {
    List<String> all = new ArrayList<>(extensions);
    all.addAll(GROUPS);
    all.addAll(List.of("+4930123", "0301234567"));
    all.remove(own);
    return any(all);
  }

  private void extension(String own, ExtensionBuilder each) {
    device(own, each);
    some(50, () -> each.holdCapacity(random.nextInt(3)).wrapUp(time(100)));
    some(50, () -> each.backOff(time(100)).ringTime(time(100)));
    some(50, () -> each.queueLimit(random.nextInt(200)).longestWait(time(7200)));
    some(30, () -> each.keepPlaceFor(time(600), random.nextBoolean()));
    some(30, () -> each.skill("french", 1 + random.nextInt(100)).skill("0_-B", 7));
    some(15, each::doNotDisturb);
    some(15, each::outOfService);
    some(40, () -> missed(each));
    some(30, () -> each.overflow(to(own)));
    some(10, () -> each.overflow(DialplanExtension.of("night", "s")));
    some(40, () -> each.callersPress(keys -> keys(own, keys)));
    for (int forwards = random.nextInt(4); forwards > 0; forwards--) {
      Kind kind = any(List.of(Kind.ON_BUSY, Kind.ON_NO_REPLY, Kind.ON_NOT_REACHABLE));
      each.forward(kind, to(own), condition(3));
    }
    some(30, () -> each.forward(Kind.UNCONDITIONAL, "+4930123", condition(2)));
  }

  private void device(String own, ExtensionBuilder each) {
    switch (random.nextInt(6)) {
      case 0 -> each.device("PJSIP/shared");
      case 1 -> each.allContacts(own).device("PJSIP/second-" + own);
      case 2 -> each.device("Local/" + own + "@agents/n", "hint:" + own + "@house");
      case 3 -> each.outside("+49301" + own).device("PJSIP/" + own);
      case 4 ->
          each.outside(
              "017155" + own,
              Confirmation.STANDARD.key("7").prompt("custom/ask").within(seconds(2, 60)));
      default -> each.device("PJSIP/" + own);
    }
  }

  private void missed(ExtensionBuilder each) {
    RingOutcome outcome =
        any(List.of(RingOutcome.NO_REPLY, RingOutcome.REJECTED, RingOutcome.NOT_REACHABLE));
    switch (random.nextInt(3)) {
      case 0 -> each.pauseAfter(outcome, 1 + random.nextInt(3));
      case 1 -> each.neverLeaveAloneAfter(outcome);
      default -> {
        Duration first = time(100);
        each.leaveAloneAfter(outcome, 1 + random.nextInt(3), first, first.plus(time(100)));
      }
    }
  }

  private void keys(String own, KeysBuilder keys) {
    some(50, () -> keys.digitsWithin(seconds(1, 10)));
    some(
        50,
        () -> keys.leave("0123", DialplanExtension.of("menu-2", any(List.of("s", "*9#", "+1-a")))));
    some(50, () -> keys.leave("1", to(own)).leave("#", to(own)));
    if (chance(30)) {
      keys.callBack("*");
    } else if (chance(50)) {
      keys.callBackConfirmed("99");
      some(50, () -> keys.sound(any(CallBackSounds.Phrase.values()), "custom/other"));
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
            new Condition.Host(any(PREDICATES)),
            new Condition.CallerMatches(new NumberPattern(any(List.of("030.", "0[1-59]X!", "*")))),
            new Condition.ThroughGroup(),
            new Condition.DialledDirectly(),
            new Condition.During(schedule())));
  }

  private Schedule schedule() {
    List<WeeklyHours> weekly = new ArrayList<>();
    for (int entry = random.nextInt(3); entry > 0; entry--) {
      Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
      for (int day = random.nextInt(8); day > 0; day--) {
        days.add(any(DayOfWeek.values()));
      }
      weekly.add(new WeeklyHours(days, hours()));
    }
    Map<LocalDate, List<Hours>> dates = new HashMap<>();
    for (int date = random.nextInt(6); date > 0; date--) {
      dates.put(
          LocalDate.of(2026, 1 + random.nextInt(12), 24),
          any(List.of(List.of(), List.of(hours()), List.of(hours(), hours()))));
    }
    String zone = any(List.of("Europe/Berlin", "UTC", "Z", "+05:45", "Australia/Lord_Howe"));
    return new Schedule(ZoneId.of(zone), weekly, dates);
  }

  private Hours hours() {
    LocalTime from = LocalTime.ofNanoOfDay(random.nextInt(43_200) * 1_000_000_000L);
    return chance(20)
        ? new Hours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)
        : new Hours(from, chance(20) ? LocalTime.MIDNIGHT : from.plusHours(1 + random.nextInt(9)));
  }

  private void group(String own, HuntGroupBuilder group) {
    some(50, () -> group.menuKey(Integer.toString(1 + GROUPS.indexOf(own))));
    some(60, () -> group.strategy(chance(30) ? any(OWN) : any(StandardStrategy.values())));
    some(50, () -> group.preference(any(Preference.values())));
    some(50, () -> group.memberForwarding(any(MemberForwarding.values())));
    some(50, () -> group.ringOneMoreEvery(time(60)).queueLimit(random.nextInt(200)));
    some(50, () -> group.longestWait(time(7200)));
    some(50, () -> group.keepPlaceFor(time(600), chance(50)));
    members(own, group);
    some(40, () -> group.requires(requirements()));
    some(40, () -> group.overflow(to(own)));
    some(40, () -> closes(own, group));
    if (chance(50)) { // Where a call rings unanswered, nothing is confirmed.
      group.callersPress(keys -> keys(own, keys));
    } else {
      some(70, () -> group.callersHear(this::heard));
    }
    some(40, () -> group.onAnswer(this::answered));
    some(40, () -> nobody(group));
  }

  private void members(String own, HuntGroupBuilder group) {
    List<String> members = new ArrayList<>(extensions);
    Collections.shuffle(members, random);
    members.subList(0, 1 + random.nextInt(members.size())).forEach(each -> member(each, group));
    int later = GROUPS.indexOf(own) + 1;
    if (later < GROUPS.size() && chance(40)) {
      group.member(GROUPS.get(later), 3).openPriority(2, time(60)).openPriority(3, time(60));
    }
  }

  private void member(String number, HuntGroupBuilder group) {
    if (chance(50)) {
      group.member(number);
    } else {
      group.member(number, 1 + random.nextInt(3), 1 + random.nextInt(1000));
    }
  }

  private Requirements requirements() {
    Requirements asked = Requirements.of(Map.of("french", 3, "0_-B", 1));
    return chance(50)
        ? asked
        : asked.after(Duration.ofSeconds(20), Map.of("french", 1)).after(seconds(1, 19), Map.of());
  }

  private void closes(String own, HuntGroupBuilder group) {
    Set<DayOfWeek> days = EnumSet.of(any(DayOfWeek.values()));
    group.openDuring(Schedule.weekly(ZoneId.of("UTC"), new WeeklyHours(days, hours())));
    some(50, () -> group.whenClosed(to(own)));
    some(10, () -> group.whenClosed(DialplanExtension.of("closed", "s")));
  }

  private void nobody(HuntGroupBuilder group) {
    Absence[] ways = Stream.of(Absence.values()).filter(any -> chance(50)).toArray(Absence[]::new);
    group.nobodyThereOnArrival(ways);
    group.nobodyThereWhileWaiting(
        Stream.of(ways).filter(any -> chance(50)).toArray(Absence[]::new));
  }

  private void answered(OnAnswerBuilder onAnswer) {
    for (int sound = random.nextInt(6); sound > 0; sound--) {
      onAnswer.tellAgent("custom/group_" + random.nextInt(9) + ".v2-b");
    }
    some(50, onAnswer::tellWait);
    some(50, () -> onAnswer.acceptByKey("" + random.nextInt(10), "press", seconds(2, 60)));
    some(50, onAnswer::setVariables);
    some(50, () -> onAnswer.dialOptions(any(List.of("", "tTS(3600)", "t"))));
    some(30, onAnswer::recordTalk);
    some(30, onAnswer::recordFromAnswer);
  }

  private void heard(HearingBuilder hearing) {
    if (chance(15)) {
      hearing.ringingUnanswered();
      return;
    }
    if (chance(30)) {
      hearing.inEarlyMedia();
    } else {
      some(30, () -> hearing.language("pt_BR").welcome("custom/hello"));
      some(30, () -> hearing.sayTheExtension().operator("custom/operator"));
    }
    if (chance(30)) {
      hearing.music(any(List.of("jazz_2-b", "yes", "007")));
    } else {
      some(30, hearing::ringingInsteadOfMusic);
    }
    some(50, () -> hearing.joinMessage("custom/welcome-" + random.nextInt(9)));
    some(50, () -> (chance(50) ? hearing.position() : hearing.callsWaiting()).thanks());
    some(50, () -> hearing.exactUpTo(1 + random.nextInt(999)));
    some(50, hearing::withoutYouAreNext);
    some(50, () -> hearing.expectedWait(1 + random.nextInt(60)));
    some(50, () -> hearing.firstAfter(seconds(0, 3600)).every(seconds(5, 3600)).onlyWhenBetter());
    some(50, () -> hearing.atLeastApart(seconds(5, 60)));
    some(50, () -> hearing.message("custom/a_b.v2").message("custom/c"));
    some(50, () -> hearing.messagesAtRandom().messagesEvery(seconds(0, 60), seconds(5, 60)));
    some(50, () -> hearing.sound(any(AnnouncementSounds.Phrase.values()), "none"));
    some(50, () -> hearing.gender(any(Gender.values())));
  }
}
