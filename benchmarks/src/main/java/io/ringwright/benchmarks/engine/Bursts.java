package io.ringwright.benchmarks.engine;

import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Condition;
import io.ringwright.directory.ExtensionBuilder;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.directory.Schedule;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.function.Consumer;

/** The longest event while very many things happen at one instant. */
final class Bursts {

  private static final int MANY = 1_000_000;
  private static final int SIZE = 50_000;
  private static final Duration WRAP_UP = Duration.ofSeconds(30);

  private final HoldUpTable table;

  Bursts(HoldUpTable table) {
    this.table = table;
  }

  void measure() {
    table.part("burst gone", this::allGone);
    table.part("burst wrap-ups", this::wrapUps);
    table.part("burst openings", this::openings);
    table.part("burst deliveries", this::deliveries);
    table.part("burst ended", this::ended);
    table.part("burst places", this::keptPlaces);
    table.part("burst hours", this::hours);
    table.part("burst shared", this::sharedPhone);
    table.part("burst held", this::held);
    table.part("burst predicates", this::predicates);
    table.part("burst image", this::image);
  }

  private static PhoneList list(int phones, Consumer<PhoneListBuilder> groups) {
    PhoneListBuilder list = PhoneList.builder();
    for (int each = 0; each < phones; each++) {
      String device = Houses.device(each).name();
      list.extension(Houses.number(each), it -> it.device(device).wrapUp(WRAP_UP));
    }
    groups.accept(list);
    return list.build();
  }

  private static void group(PhoneListBuilder list, int phones) {
    list.huntGroup(
        Houses.GROUP,
        group -> {
          group.queueLimit(MANY).longestWait(Duration.ofHours(24));
          for (int each = 0; each < phones; each++) {
            group.member(Houses.number(each));
          }
        });
  }

  private static RoutedHouse oneQueue(PhoneList phones, int engaged, int waiting) {
    RoutedHouse house = new RoutedHouse(phones);
    house.stands();
    house.engaged(engaged);
    for (int each = 0; each < waiting; each++) {
      house.arrives(Houses.GROUP);
    }
    return house;
  }

  /** Many queues, one caller in each. */
  private static void arrivals(RoutedHouse house, int groups) {
    for (int each = 0; each < groups; each++) {
      house.arrives(Houses.groupNumber(each));
    }
  }

  private static void later(RoutedHouse house, Duration time) {
    house.passes(time);
    house.settles();
  }

  /** A switch comes back with nothing: all devices are unknown to it, and all calls are over. */
  private void allGone() {
    table.fresh("snapshot lacks 50000 devices and calls", Bursts::unlinked, RoutedHouse::allGone);
  }

  private static RoutedHouse unlinked() {
    RoutedHouse house = new RoutedHouse(Houses.large(SIZE, SIZE).build());
    house.engaged(SIZE);
    arrivals(house, SIZE);
    house.linkLost();
    return house;
  }

  private void wrapUps() {
    table.fresh("50000 wrap-ups end at once", Bursts::resting, house -> later(house, WRAP_UP));
  }

  private static RoutedHouse resting() {
    int size = SIZE;
    RoutedHouse house = oneQueue(list(size, list -> group(list, size)), 0, 0);
    for (int each = 0; each < size; each++) {
      house.talks(each);
    }
    for (int each = 0; each < size; each++) {
      house.arrives(Houses.GROUP);
    }
    house.talksEnd();
    return house;
  }

  private void openings() {
    table.fresh(
        "a priority opens for 100000 at once",
        () -> oneQueue(list(10, Bursts::opening), 1, 100_000),
        house -> later(house, Duration.ofMinutes(5)));
  }

  private static void opening(PhoneListBuilder list) {
    list.huntGroup(
        Houses.GROUP,
        group ->
            group
                .queueLimit(MANY)
                .longestWait(Duration.ofHours(24))
                .member(Houses.number(0), 1)
                .member(Houses.number(1), 2)
                .openPriority(2, Duration.ofMinutes(5)));
  }

  private void deliveries() {
    table.fresh(
        "link lost, 5000 being delivered, due",
        Bursts::delivering,
        house -> later(house, Duration.ofSeconds(2)));
  }

  private static RoutedHouse delivering() {
    int size = 5_000;
    RoutedHouse house = oneQueue(list(size, list -> group(list, size)), size, size);
    for (int each = 0; each < size; each++) {
      house.reports(each, false);
    }
    house.linkLost();
    return house;
  }

  private void ended() {
    table.fresh(
        "50000 ended calls are forgotten",
        () -> {
          RoutedHouse house = oneQueue(list(1, list -> group(list, 1)), 1, SIZE);
          house.endsAll();
          house.passes(Duration.ofMinutes(10));
          return house;
        },
        house -> house.ends(house.arrives(Houses.GROUP).id()));
  }

  private void keptPlaces() {
    table.fresh(
        "10000 kept places end at once", Bursts::keeping, house -> house.arrives(Houses.number(0)));
  }

  private static RoutedHouse keeping() {
    RoutedHouse house =
        oneQueue(
            PhoneList.builder()
                .extension(
                    Houses.number(0),
                    it ->
                        it.device(Houses.device(0).name())
                            .queueLimit(MANY)
                            .keepPlaceFor(Duration.ofHours(1), true))
                .build(),
            1,
            0);
    for (int each = 0; each < 10_000; each++) {
      house.arrives(Houses.number(0));
    }
    house.endsAll();
    house.passes(Duration.ofHours(1));
    return house;
  }

  /** From ten o'clock on, each engaged phone forwards to a free one. */
  private void hours() {
    table.fresh(
        "opening hours begin for 20000 queues",
        Bursts::closed,
        house -> later(house, Duration.ofHours(1)));
  }

  private static RoutedHouse closed() {
    int groups = 20_000;
    Schedule fromTen =
        Schedule.weekly(
            ZoneId.of("UTC"),
            new Schedule.WeeklyHours(
                EnumSet.allOf(DayOfWeek.class),
                new Schedule.Hours(LocalTime.of(10, 0), LocalTime.of(12, 0))));
    PhoneListBuilder list = PhoneList.builder();
    for (int each = 0; each < groups; each++) {
      String night = Houses.number(groups + each);
      list.extension(night, device(groups + each));
      list.extension(
          Houses.number(each),
          device(each)
              .andThen(it -> it.forward(Kind.ON_BUSY, night, new Condition.During(fromTen))));
      String number = Houses.number(each);
      list.huntGroup(Houses.groupNumber(each), group -> group.member(number));
    }
    RoutedHouse house = oneQueue(list.build(), groups, 0);
    arrivals(house, groups);
    return house;
  }

  private static Consumer<ExtensionBuilder> device(int each) {
    return it -> it.device(Houses.device(each).name());
  }

  /** One phone is a member of all groups. */
  private void sharedPhone() {
    int groups = 20_000;
    RoutedHouse house =
        oneQueue(
            list(
                1,
                list -> {
                  for (int each = 0; each < groups; each++) {
                    list.huntGroup(
                        Houses.groupNumber(each), group -> group.member(Houses.number(0)));
                  }
                }),
            1,
            0);
    arrivals(house, groups);
    table.row(
        "a phone in 20000 groups is freed",
        house,
        () -> {
          house.reports(0, false);
          house.served(0);
          house.settles();
        },
        () -> house.reports(0, true));
  }

  /** The link is down, callers wait in many queues, and their phones are free. */
  private void held() {
    int groups = 20_000;
    RoutedHouse house = new RoutedHouse(Houses.large(groups, groups).build());
    house.engaged(groups);
    arrivals(house, groups);
    house.linkLost();
    table.row(
        "phones freed, link down, 20000 queues",
        house,
        1,
        () -> {
          for (int each = 0; each < 2_000; each++) {
            house.reports(each, false);
          }
        },
        HoldUps::nothing);
    for (int each = 2_000; each < groups; each += 9) {
      house.reports(each, false);
    }
    table.row(
        "arrival, end, link down, 4000 phones held",
        house,
        () -> {
          for (int each = 0; each < 20; each++) {
            house.ends(house.arrives(Houses.groupNumber(each)).id());
          }
        },
        HoldUps::nothing);
  }

  /** A condition of the host holds for half of the callers, and changes with each minute. */
  private void predicates() {
    Condition asked =
        new Condition.Host(
            "vip",
            it -> (it.caller().number().hashCode() + it.now().getEpochSecond() / 60) % 2 == 0);
    PhoneList phones =
        PhoneList.builder()
            .extension(Houses.number(1), device(1))
            .extension(
                Houses.number(0),
                device(0).andThen(it -> it.forward(Kind.ON_BUSY, Houses.number(1), asked)))
            .huntGroup(Houses.GROUP, group -> group.queueLimit(MANY).member(Houses.number(0)))
            .build();
    RoutedHouse house = oneQueue(phones, 2, 100_000);
    table.row(
        "host predicate, 100000 waiting: arrival",
        house,
        () -> house.ends(house.arrives(Houses.GROUP).id()),
        HoldUps::nothing);
    table.row(
        "host predicate, 100000 waiting: minute",
        house,
        3,
        () -> later(house, Duration.ofMinutes(1)),
        HoldUps::nothing);
  }

  private void image() {
    RoutedHouse house = oneQueue(list(1_000, list -> group(list, 1_000)), 1_000, 100_000);
    WatchedLock.into(house.router(), house.longest());
    table.row(
        "image taken, 100000 waiting, lock held", house, 11, house::captures, HoldUps::nothing);
  }
}
