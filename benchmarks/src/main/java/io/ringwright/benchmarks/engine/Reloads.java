package io.ringwright.benchmarks.engine;

import io.ringwright.benchmarks.engine.HoldUps.Rows;
import io.ringwright.call.RememberedCall;
import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Condition;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.directory.Schedule;
import io.ringwright.directory.Schedule.Hours;
import io.ringwright.directory.Schedule.WeeklyHours;
import io.ringwright.waiting.QueueOrder;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;

/** Phone lists that take the place of others in large houses. */
final class Reloads {

  private static final int MANY = 1_000_000;
  private static final int ROUNDS = 5;

  private Reloads() {}

  static void measure(Rows rows) {
    int extensions = 200_000;
    int groups = 20_000;
    RoutedHouse house = new RoutedHouse(Houses.large(extensions, groups).build());
    house.engaged(extensions);
    for (int each = 0; each < extensions; each++) {
      house.arrives(Houses.groupNumber(each % groups));
    }
    small(house, extensions, groups, rows);
    PhoneList first = Houses.large(extensions, groups).build();
    PhoneList otherOrder =
        Houses.large(extensions, groups).queueOrder(QueueOrder.ageing(Duration.ZERO)).build();
    rows.row(
        "reload, every extension other",
        house,
        3,
        () -> house.reload(ringingLonger(extensions, groups)),
        () -> house.reload(first));
    rows.row(
        "reload, another order of callers",
        house,
        3,
        () -> house.reload(otherOrder),
        () -> house.reload(first));
    rows.row(
        "reload, no group left",
        house,
        1,
        () -> house.reload(Houses.plain(extensions)),
        HoldUps::nothing);
    schedules(rows);
  }

  /** Lists that change what is said of groups. */
  static void small(RoutedHouse house, int extensions, int groups, Rows rows) {
    PhoneList first = Houses.large(extensions, groups).build();
    PhoneList same = Houses.large(extensions, groups).build();
    PhoneList one = oneMoreGroup(extensions, groups);
    PhoneList other = Houses.large(extensions, groups / 2).build();
    rows.row(
        "reload, same content", house, ROUNDS, () -> house.reload(same), () -> house.reload(first));
    rows.row(
        "reload, one more group",
        house,
        ROUNDS,
        () -> house.reload(one),
        () -> house.reload(first));
    rows.row(
        "reload, every group other",
        house,
        3,
        () -> house.reload(other),
        () -> house.reload(first));
  }

  private static PhoneList oneMoreGroup(int extensions, int groups) {
    return Houses.large(extensions, groups)
        .huntGroup("88", group -> group.member(Houses.number(0)).queueLimit(MANY))
        .build();
  }

  private static PhoneList ringingLonger(int extensions, int groups) {
    return Houses.large(extensions, groups, phone -> phone.ringTime(Duration.ofSeconds(21)))
        .build();
  }

  /** Each second phone has opening hours of its own; all of them end at the same instant. */
  private static void schedules(Rows rows) {
    int phones = 40_000;
    PhoneListBuilder list = PhoneList.builder();
    for (int each = 0; each < phones; each++) {
      String device = Houses.device(each).name();
      String colleague = Houses.number(each + 1);
      Condition hours = new Condition.During(schedule(each));
      boolean forwards = each % 2 == 0;
      list.extension(
          Houses.number(each),
          it -> {
            it.device(device);
            if (forwards) {
              it.forward(Kind.ON_BUSY, colleague, hours);
            }
          });
    }
    RoutedHouse house = new RoutedHouse(list.build());
    house.engaged(phones);
    Deque<RememberedCall> waiting = new ArrayDeque<>();
    oneForEach(house, phones, waiting);
    PhoneList same = list.extension("9", it -> it.device("PJSIP/9")).build();
    rows.row("reload, 20000 opening hours", house, 1, () -> house.reload(same), HoldUps::nothing);
    rows.row(
        "20000 opening hours end",
        house,
        5,
        () -> halfADayPasses(house),
        () -> {
          waiting.forEach(call -> house.ends(call.id()));
          waiting.clear();
          halfADayPasses(house); // The hours have begun again.
          oneForEach(house, phones, waiting);
          house.settles();
        });
  }

  private static void halfADayPasses(RoutedHouse house) {
    house.passes(Duration.ofHours(12));
    house.settles();
  }

  private static void oneForEach(
      RoutedHouse house, int phones, Collection<RememberedCall> waiting) {
    for (int each = 0; each < phones; each++) {
      waiting.add(house.arrives(Houses.number(each)));
    }
  }

  private static Schedule schedule(int each) {
    LocalTime opens = LocalTime.MIDNIGHT.plusSeconds(each / 2);
    return Schedule.weekly(
        ZoneOffset.UTC,
        new WeeklyHours(EnumSet.allOf(DayOfWeek.class), new Hours(opens, LocalTime.of(16, 0))));
  }
}
