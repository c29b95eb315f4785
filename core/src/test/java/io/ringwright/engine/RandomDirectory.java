package io.ringwright.engine;

import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.Requirements;
import io.ringwright.call.RingOutcome;
import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Condition;
import io.ringwright.directory.ExtensionBuilder;
import io.ringwright.directory.HuntGroup.Absence;
import io.ringwright.directory.HuntGroup.MemberForwarding;
import io.ringwright.directory.HuntGroup.Preference;
import io.ringwright.directory.HuntGroupBuilder;
import io.ringwright.directory.MissedRings;
import io.ringwright.directory.NumberPattern;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.directory.Schedule;
import io.ringwright.directory.Schedule.Hours;
import io.ringwright.directory.Schedule.WeeklyHours;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.directory.text.AnyHearing;
import io.ringwright.waiting.QueueOrder;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Phone lists of extensions 100 to 107 and groups 700 to 703, of every kind there can be: some are
 * watched by hints, some ring at numbers outside.
 */
final class RandomDirectory {

  static final int EXTENSIONS = 8;
  static final String PREDICATE = "chosen";

  /** Its answers stand in the entries: whoever asks it inside the engine is found out. */
  static final Condition CHOSEN =
      new Condition.Host(
          PREDICATE,
          any -> {
            throw new AssertionError("the engine asked a predicate of the host");
          });

  static final List<String> GROUPS = List.of("700", "701", "702", "703");
  static final List<Requirements> REQUIREMENTS =
      List.of(
          Requirements.NONE,
          Requirements.of(Map.of("french", 2)),
          Requirements.of(Map.of("french", 3)).after(Duration.ofSeconds(20), Map.of("french", 1)),
          Requirements.of(Map.of("sales", 1)).after(Duration.ofSeconds(45), Map.of()));

  private static final List<RingOutcome> MISSED =
      Stream.of(RingOutcome.values()).filter(MissedRings::isMissed).toList();
  private static final Schedule HOURS = daily(2, 5);
  private static final Schedule EARLY_HOURS = daily(0, 4);

  private final Random random;

  private RandomDirectory(Random random) {
    this.random = random;
  }

  static PhoneList of(Random random) {
    return builder(random).build();
  }

  /** A list to which more may be added. */
  static PhoneListBuilder builder(Random random) {
    return new RandomDirectory(random).phones();
  }

  /** The hint by which some extensions are watched. */
  static String hint(String extension) {
    return "hint:" + extension + "@house";
  }

  private static String mobile(String extension) {
    return "030123" + extension;
  }

  /** The name under which the number outside is watched that some extensions have. */
  static Device outside(String extension) {
    return PhoneList.builder()
        .allowExternal("030123")
        .extension(extension, each -> each.outside(mobile(extension)))
        .build()
        .extension(DirectoryNumber.of(extension))
        .orElseThrow()
        .device();
  }

  /** From 9:02 to 9:05 on each day. */
  static Condition hours() {
    return new Condition.During(HOURS);
  }

  private static Schedule daily(int from, int to) {
    return Schedule.weekly(
        ZoneOffset.UTC,
        new WeeklyHours(
            EnumSet.allOf(DayOfWeek.class), new Hours(LocalTime.of(9, from), LocalTime.of(9, to))));
  }

  private PhoneListBuilder phones() {
    PhoneListBuilder list = PhoneList.builder().allowExternal("030123");
    for (int number = 0; number < EXTENSIONS; number++) {
      String own = Integer.toString(100 + number);
      list.extension(own, each -> extension(own, each));
    }
    GROUPS.forEach(own -> list.huntGroup(own, group -> group(own, group)));
    if (random.nextBoolean()) {
      list.queueOrder(QueueOrder.ageing(Duration.ofSeconds(random.nextInt(3) * 10L)));
    }
    return list;
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private void extension(String own, ExtensionBuilder each) {
    String device = chance(10) ? "100" : own;
    String watched = chance(10) ? hint(own) : "PJSIP/" + device;
    each.device("PJSIP/" + device, watched).holdCapacity(chance(30) ? 1 : 0);
    each.wrapUp(Duration.ofSeconds(chance(30) ? 15 : 0));
    each.backOff(Duration.ofSeconds(random.nextInt(3) * 10L));
    if (chance(40)) {
      each.skill("french", 1 + random.nextInt(3));
    }
    if (chance(40)) {
      each.skill("sales", 1);
    }
    if (chance(10)) {
      each.doNotDisturb();
    } else if (chance(8)) {
      each.outOfService();
    }
    if (chance(20)) {
      each.pauseAfter(any(MISSED), 1 + random.nextInt(2));
    }
    if (chance(30)) {
      Duration first = Duration.ofSeconds(5 + random.nextInt(30));
      each.leaveAloneAfter(any(MISSED), 1 + random.nextInt(2), first, first.multipliedBy(3));
    }
    for (int forwards = random.nextInt(3) - 1; forwards > 0; forwards--) {
      String to = chance(30) ? any(GROUPS) : Integer.toString(100 + random.nextInt(EXTENSIONS));
      if (!to.equals(own)) {
        each.forward(any(List.of(Kind.values())), to, condition());
      }
    }
    each.longestWait(Duration.ofSeconds(chance(20) ? 90 : 3600));
    if (chance(10)) {
      each.outside(mobile(own));
    }
    if (chance(20)) {
      each.device("Local/" + own + "@soft/n", "PJSIP/" + own + "s");
    }
  }

  private Condition condition() {
    return any(
        List.<Condition>of(
            CHOSEN,
            new Condition.CallerMatches(new NumberPattern("030.")),
            new Condition.ThroughGroup(),
            new Condition.DialledDirectly(),
            hours()));
  }

  private void group(String own, HuntGroupBuilder group) {
    group.strategy(any(List.of(StandardStrategy.values())));
    group.preference(chance(50) ? Preference.FREE_FIRST : Preference.PRIORITY_FIRST);
    group.memberForwarding(chance(50) ? MemberForwarding.FOLLOW : MemberForwarding.SKIP);
    boolean lower = chance(50);
    random
        .ints(0, EXTENSIONS)
        .distinct()
        .limit(3 + random.nextInt(3))
        .forEach(
            member ->
                group.member(
                    Integer.toString(100 + member),
                    lower ? 1 + random.nextInt(2) : 1,
                    1 + random.nextInt(3)));
    if (lower && GROUPS.indexOf(own) + 1 < GROUPS.size()) {
      // A group further down the list, so that no circle comes about.
      group.member(GROUPS.get(GROUPS.indexOf(own) + 1), 2);
      group.openPriority(2, Duration.ofSeconds(25));
    }
    if (chance(20)) {
      group.requires(any(REQUIREMENTS));
    }
    group.queueLimit(chance(20) ? 3 : 100);
    if (chance(30)) {
      group.overflow(chance(50) ? "100" : any(others(own))).longestWait(Duration.ofSeconds(60));
    }
    if (chance(40)) {
      group.callersHear(new AnyHearing(random)::describe);
    }
    if (chance(15)) {
      group.openDuring(chance(50) ? HOURS : EARLY_HOURS);
      if (chance(50)) {
        group.whenClosed(chance(50) ? "101" : any(others(own)));
      }
    }
    if (chance(30)) {
      Absence[] onArrival = absences();
      group.nobodyThereOnArrival(onArrival);
      group.nobodyThereWhileWaiting(
          Stream.concat(Stream.of(onArrival), Stream.of(Absence.REFUSED))
              .filter(any -> chance(50))
              .distinct()
              .toArray(Absence[]::new));
    }
  }

  private static List<String> others(String own) {
    return GROUPS.stream().filter(each -> !each.equals(own)).toList();
  }

  private Absence[] absences() {
    return Stream.of(Absence.values()).filter(any -> chance(40)).toArray(Absence[]::new);
  }
}
