package io.ringwright.benchmarks.engine;

import io.ringwright.call.InboundCall;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.Requirements;
import io.ringwright.call.RingOutcome;
import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Condition;
import io.ringwright.directory.NumberPattern;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;

/**
 * The longest time for which one event holds up all others, in houses that are as large as they
 * get. Prints one table, and ends.
 */
public final class HoldUps {

  private static final int OFTEN = 200;
  private static final int MANY = 1_000_000;

  private final HoldUpTable table;

  HoldUps(PrintStream out, String only) {
    table = new HoldUpTable(out, only);
  }

  /**
   * Measures.
   *
   * @param arguments a word: only rows of parts with it in their name are measured; none for all
   */
  public static void main(String[] arguments) {
    new HoldUps(System.out, arguments.length == 0 ? "" : arguments[0]).measure();
  }

  /** Measures, and prints the table. */
  void measure() {
    table.head();
    table.part("large", this::large);
    table.part("snapshot", this::snapshot);
    table.part("line", this::line);
    table.part("due", this::allDue);
    table.part("refusals", this::refusals);
    table.part("condition", this::condition);
    table.part("places", this::keptPlaces);
    table.part("kinds", () -> kinds(60));
    table.part("kinds", () -> kinds(500));
    table.part("reload", () -> Reloads.measure(table::row));
    table.part("questions", () -> Questions.measure(table::row));
    new Bursts(table).measure();
  }

  /** A row of the table, for a class that has rows of its own. */
  @FunctionalInterface
  interface Rows {
    /** Does something several times, and back; the house is asked how long the longest took. */
    void row(String what, RoutedHouse house, int rounds, Runnable step, Runnable back);
  }

  static void nothing() {}

  /** 200 000 extensions, 20 000 groups, 200 000 waiting. */
  private void large() {
    int extensions = 200_000;
    int groups = 20_000;
    RoutedHouse house = new RoutedHouse(Houses.large(extensions, groups).build());
    house.engaged(extensions);
    for (int each = 0; each < extensions; each++) {
      house.arrives(Houses.groupNumber(each % groups));
    }
    table.row(
        "answer by a phone that was not rung",
        house,
        () -> often(() -> house.answers(house.arrives(Houses.groupNumber(1)).id(), 77_777)),
        HoldUps::nothing);
    Reloads.small(house, extensions, groups, table::row);
    table.row("link lost, 200000 waiting", house, 3, house::linkLost, house::linkBack);
    house.linkLost();
    table.row(
        "arrival, sign of life, link down, 20000 groups",
        house,
        () ->
            often(
                () -> {
                  RememberedCall caller = house.arrives(Houses.groupNumber(1));
                  house.alive(caller);
                  house.ends(caller.id());
                }),
        HoldUps::nothing);
    table.row("link back, 200000 waiting", house, 3, house::linkBack, house::linkLost);
  }

  private static void often(Runnable step) {
    for (int each = 0; each < OFTEN; each++) {
      step.run();
    }
  }

  private void snapshot() {
    int extensions = 50_000;
    RoutedHouse house = new RoutedHouse(Houses.large(extensions, 5_000).build());
    house.engaged(extensions);
    for (int each = 0; each < extensions; each++) {
      house.arrives(Houses.groupNumber(each % 5_000));
    }
    table.row("snapshot of 50000 channels", house, 3, house::linkBack, HoldUps::nothing);
  }

  private void line() {
    RoutedHouse house = house(Houses.oneGroup(1), 1, 10_000);
    table.row(
        "last member logs out, 10000 waiting",
        house,
        () -> house.attends(0, false),
        () -> house.attends(0, true));
  }

  private static RoutedHouse house(PhoneList list, int phones, int waiting) {
    RoutedHouse house = new RoutedHouse(list);
    house.engaged(phones);
    for (int each = 0; each < waiting; each++) {
      house.arrives(Houses.GROUP);
    }
    return house;
  }

  private void allDue() {
    RoutedHouse house = house(Houses.oneGroup(10), 10, 100_000);
    table.row(
        "all due at once, 100000 waiting",
        house,
        1,
        () -> {
          house.passes(Duration.ofHours(25));
          house.settles();
        },
        HoldUps::nothing);
  }

  private void refusals() {
    PhoneListBuilder list = PhoneList.builder();
    list.extension(
        Houses.number(0),
        it ->
            it.device(Houses.device(0).name())
                .backOff(Duration.ofMinutes(30))
                .neverLeaveAloneAfter(RingOutcome.REJECTED));
    list.huntGroup(Houses.GROUP, group -> group.member(Houses.number(0)).queueLimit(MANY));
    RoutedHouse house = house(list.build(), 1, 4_000);
    table.row(
        "one phone refuses 4000 callers",
        house,
        1,
        () -> {
          house.reports(0, false);
          int refused = 0;
          while (house.refused()) {
            refused++;
          }
          expect(refused, 4_000);
        },
        HoldUps::nothing);
  }

  private static void expect(int found, int expected) {
    if (found != expected) {
      throw new IllegalStateException(found + " happened, expected " + expected);
    }
  }

  /** A phone is freed, a caller is sent there, talks and goes, another comes: so many times. */
  private static void serve(RoutedHouse house, int phones, Runnable comes) {
    for (int each = 0; each < OFTEN; each++) {
      int phone = each * 7 % phones;
      house.reports(phone, false);
      house.served(phone);
      house.reports(phone, true);
      comes.run();
    }
  }

  private void condition() {
    PhoneListBuilder list = PhoneList.builder();
    for (int each = 0; each < 10; each++) {
      String device = Houses.device(each).name();
      boolean forwards = each == 9;
      list.extension(
          Houses.number(each),
          it -> {
            it.device(device);
            if (forwards) {
              it.forward(
                  Kind.UNCONDITIONAL,
                  Houses.number(0),
                  new Condition.CallerMatches(new NumberPattern("+4930100X!")));
            }
          });
    }
    list.huntGroup(
        Houses.GROUP,
        group -> {
          group.queueLimit(MANY);
          for (int each = 0; each < 10; each++) {
            group.member(Houses.number(each));
          }
        });
    RoutedHouse house = house(list.build(), 10, 10_000);
    table.row(
        "a caller's condition, 10000 waiting, served",
        house,
        () -> serve(house, 9, () -> house.arrives(Houses.GROUP)),
        HoldUps::nothing);
  }

  private void keptPlaces() {
    PhoneListBuilder list = PhoneList.builder();
    list.extension(Houses.number(0), it -> it.device(Houses.device(0).name()));
    list.huntGroup(
        Houses.GROUP,
        group ->
            group
                .member(Houses.number(0))
                .queueLimit(MANY)
                .keepPlaceFor(Duration.ofHours(1), true));
    RoutedHouse house = house(list.build(), 1, 10_000);
    for (int each = 0; each < 10_000; each++) {
      house.ends(house.first().id());
    }
    table.row(
        "10000 kept places: arrival, end",
        house,
        () -> often(() -> house.ends(house.arrives(Houses.GROUP).id())),
        HoldUps::nothing);
  }

  private void kinds(int kinds) {
    int phones = 5_000;
    PhoneListBuilder list = PhoneList.builder();
    for (int each = 0; each < phones; each++) {
      String device = Houses.device(each).name();
      String skill = "s" + each % 50;
      list.extension(Houses.number(each), it -> it.device(device).skill(skill, 9).skill("all", 10));
    }
    list.huntGroup(
        Houses.GROUP,
        group -> {
          group.queueLimit(MANY);
          for (int each = 0; each < phones; each++) {
            group.member(Houses.number(each));
          }
        });
    RoutedHouse house = new RoutedHouse(list.build());
    house.engaged(phones);
    for (int each = 0; each < 2_000; each++) {
      house.arrives(asking(house, each % kinds));
    }
    int[] next = {0};
    table.row(
        kinds + " kinds of requirements, 5000 phones",
        house,
        () -> serve(house, phones, () -> house.arrives(asking(house, next[0]++ % kinds))),
        HoldUps::nothing);
  }

  private static InboundCall asking(RoutedHouse house, int kind) {
    return house
        .next(Houses.GROUP)
        .requiring(
            Requirements.of(Map.of("s" + kind % 50, 1 + kind / 50 % 9, "all", 1 + kind % 10)));
  }
}
