package io.ringwright.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.DeviceState;
import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.RejectReason;
import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Condition;
import io.ringwright.directory.Extension;
import io.ringwright.directory.ExtensionBuilder;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.directory.Schedule;
import io.ringwright.directory.Schedule.Hours;
import io.ringwright.directory.Schedule.WeeklyHours;
import io.ringwright.directory.StandardStrategy;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** A hunt group to which several ways lead: what was found on one is no answer on another. */
class WaysToGroupTest {

  private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

  /** The houses are asked at nine in the morning. */
  private static final Schedule AFTERNOON =
      Schedule.weekly(
          ZoneOffset.UTC,
          new WeeklyHours(
              EnumSet.allOf(DayOfWeek.class), new Hours(LocalTime.NOON, LocalTime.of(18, 0))));

  /** Members that are free are free on every way; the members of 701 open later. */
  private static RuleFixture openingLater(String... members) {
    return new RuleFixture(
        list ->
            list.extension("100", each -> each.device("PJSIP/100"))
                .huntGroup("703", each -> each.member("100"))
                .huntGroup("701", each -> each.member("703", 2).openPriority(2, HALF_A_MINUTE))
                .huntGroup("700", each -> List.of(members).forEach(each::member)));
  }

  @Test
  void a_phone_kept_back_on_one_way_rings_on_another() {
    assertThat(openingLater("701", "703").comesTo("700")).isEqualTo("100");
    assertThat(openingLater("703", "701").comesTo("700")).isEqualTo("100");
    assertThat(openingLater("701").comesTo("700")).isEqualTo("later");
  }

  @Test
  void the_way_of_a_phone_is_that_of_the_member_who_has_it() {
    RuleFixture house = openingLater("701", "703");
    Destination called = house.to("700");
    Resolution found =
        RuleFixture.resolved(called, RuleFixture.CALLER, house.facts(), Trail.silent());
    assertThat(((Resolution.RingNow) found).candidates())
        .extracting(each -> each.path().toString())
        .containsExactly("700 → 703 → 100");
  }

  @Test
  void a_loop_on_one_way_is_none_on_another() {
    RuleFixture house =
        new RuleFixture(
            list ->
                list.extension("101", each -> each.device("PJSIP/101").forwardUnconditional("702"))
                    .extension("103", each -> each.device("PJSIP/103").forwardUnconditional("701"))
                    .extension("104", each -> each.device("PJSIP/104"))
                    .huntGroup("701", each -> each.member("101").member("104"))
                    .huntGroup("702", each -> each.member("103"))
                    .huntGroup(
                        "700",
                        each ->
                            each.member("701", 2).member("702").openPriority(2, HALF_A_MINUTE)));
    assertThat(house.comesTo("700"))
        .as("701 is not open yet; 702 is a circle within 701, but leads to 104 by itself")
        .isEqualTo("104");
  }

  @Test
  void an_explanation_says_what_was_said_above() {
    assertThat(openingLater("701", "703").explained("700"))
        .contains("─ hunt group 703 · hunt: longest idle among 1: 100")
        .contains("─ hunt group 703 · hunt: as said above: 100");
    assertThat(openingLater("701", "703").engaged("100").explained("700"))
        .contains("─ hunt group 703 · hunt: as said above: no member may ring now");
    assertThat(openingLater("701", "703").away("100").explained("700"))
        .contains("─ hunt group 703 · hunt: as said above: no member can ever ring");
  }

  @Test
  void ten_groups_each_of_which_has_all_later_ones_are_looked_into_once() {
    RuleFixture house =
        new RuleFixture(
            list -> {
              list.extension("100", each -> each.device("PJSIP/100"));
              for (int group = 0; group < 10; group++) {
                List<String> members = new ArrayList<>(List.of("100"));
                for (int later = group + 1; later < 10; later++) {
                  members.add("70" + later);
                }
                list.huntGroup("70" + group, each -> members.forEach(each::member));
              }
            });
    assertThat(house.comesTo("700")).isEqualTo("100");
    assertThat(house.groupsAsked).isEqualTo(10);
  }

  /** Each extension forwards to a group, each group has all: ways without number. */
  @Test
  void the_work_is_bounded_however_many_ways_there_are() {
    RuleFixture house =
        new RuleFixture(
            list -> {
              for (int at = 0; at < 9; at++) {
                String to = "70" + (at + 1) % 9;
                list.extension("10" + at, each -> each.device("PJSIP/1").forwardOnBusy(to));
              }
              for (int at = 0; at < 9; at++) {
                list.huntGroup(
                    "70" + at,
                    each -> {
                      for (int member = 0; member < 9; member++) {
                        each.member("10" + member);
                      }
                    });
              }
            });
    house.with("1", DeviceState.IN_USE, 1, 0);
    assertThat(house.comesTo("700")).isEqualTo("later");
    assertThat(house.groupsAsked).isLessThan(2 * (9 + GroupAnswers.MOST_REPEATS));
  }

  /** As many members as you like lead to a group before the way that matters is looked at. */
  @Test
  void a_group_that_was_met_on_many_ways_is_still_asked_on_one_that_differs() {
    RuleFixture house =
        new RuleFixture(
            list -> {
              for (int at = 200; at < 300; at++) {
                list.extension(at + "", each -> each.device("PJSIP/1").forwardOnBusy("709"));
              }
              list.extension("105", each -> each.device("PJSIP/1").forwardOnBusy("106"))
                  .extension("106", each -> each.device("PJSIP/1"))
                  .extension("101", each -> each.device("PJSIP/101").forwardUnconditional("702"))
                  .extension("103", each -> each.device("PJSIP/103").forwardUnconditional("701"))
                  .extension("104", each -> each.device("PJSIP/104"))
                  .huntGroup("709", each -> each.member("105"))
                  .huntGroup("701", each -> each.member("101").member("104"))
                  .huntGroup("702", each -> each.member("103"))
                  .huntGroup(
                      "700",
                      each -> {
                        for (int at = 200; at < 300; at++) {
                          each.member(at + "");
                        }
                        each.member("701", 2).member("702").openPriority(2, HALF_A_MINUTE);
                      });
            });
    house.engaged("1");
    assertThat(house.comesTo("700")).isEqualTo("104");
    assertThat(house.groupsAsked).as("700, 709, 701, and 702 twice").isLessThan(8);
  }

  /** Every group leads to many others, almost everybody is engaged: ways without number. */
  @Test
  void where_the_ways_are_too_many_no_free_phone_is_missed() {
    assertThat(waysThatAreTooMany(WaysToGroupTest::isNeverClosed)).isPositive();
  }

  @Test
  void where_the_ways_are_too_many_a_closed_group_leads_to_nobody() {
    assertThat(waysThatAreTooMany(group -> group % 3 == 2)).isPositive();
  }

  private static boolean isNeverClosed(int group) {
    return false;
  }

  /** Holds the answer of many houses against a walk; in how many of them the ways are too many. */
  private static int waysThatAreTooMany(IntPredicate closed) {
    int tooMany = 0;
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      RuleFixture house = new RuleFixture(list -> crowded(list, random, closed));
      for (int number = 100; number < 160; number++) {
        if (random.nextInt(40) > 0) {
          house.engaged(Integer.toString(number));
        }
      }
      Destination called = house.to("710");
      boolean anybody = new Walk(house).reaches(called);
      assertThat(house.comesTo("710").equals("later")).as("seed %d", seed).isEqualTo(!anybody);
      assertThat(house.groupsAsked).isLessThan(2 * (12 + GroupAnswers.MOST_REPEATS));
      tooMany += house.explained("710").contains("too many ways") ? 1 : 0;
    }
    return tooMany;
  }

  private static void crowded(PhoneListBuilder list, Random random, IntPredicate closed) {
    for (int number = 100; number < 160; number++) {
      String own = Integer.toString(number);
      String to = "7" + (10 + random.nextInt(12));
      list.extension(own, each -> each.device("PJSIP/" + own).forwardOnBusy(to));
    }
    for (int group = 0; group < 12; group++) {
      Set<Integer> members = new TreeSet<>();
      while (members.size() < 5) {
        members.add(100 + random.nextInt(60));
      }
      boolean isClosed = closed.test(group);
      list.huntGroup(
          "7" + (10 + group),
          each -> {
            members.forEach(it -> each.member(it + ""));
            if (isClosed) {
              each.openDuring(AFTERNOON);
            }
          });
    }
  }

  /** Whether a free phone can be reached at all, by whatever way. */
  private record Walk(RuleFixture house, Set<Destination> seen) {

    Walk(RuleFixture house) {
      this(house, new HashSet<>());
    }

    boolean reaches(Destination at) {
      if (!seen.add(at)) {
        return false;
      }
      if (at instanceof Destination.ToHuntGroup to) {
        HuntGroup group = house.phones().huntGroup(to.number()).orElseThrow();
        return house.facts().isOpen(group)
            && group.members().stream().anyMatch(member -> reaches(member.to()));
      }
      Extension extension =
          house.phones().extension(((Destination.ToExtension) at).number()).orElseThrow();
      return house.facts().availability(extension, true).mayRing()
          || reaches(extension.forwarding().onBusy().get(0).to());
    }
  }

  @Test
  void the_answer_is_that_of_asking_every_way() {
    for (int seed = 0; seed < 1000; seed++) {
      Random random = new Random(seed);
      RuleFixture house = anyHouse(random);
      for (String number : List.of("700", "701", "702", "100", "101")) {
        Destination called = house.to(number);
        for (Trail trail : List.of(Trail.silent(), Trail.kept())) {
          assertThat(RuleFixture.resolved(called, RuleFixture.CALLER, house.facts(), trail))
              .as("seed %d, %s", seed, number)
              .isEqualTo(new EveryWay(house.facts()).resolve(called, Path.from(called)));
        }
      }
    }
  }

  private static RuleFixture anyHouse(Random random) {
    RuleFixture house = new RuleFixture(list -> describe(list, random));
    for (int number = 100; number < 106; number++) {
      if (random.nextInt(3) == 0) {
        house.engaged(Integer.toString(number));
      } else if (random.nextInt(6) == 0) {
        house.away(Integer.toString(number));
      }
    }
    return house;
  }

  private static void describe(PhoneListBuilder list, Random random) {
    List<String> all =
        List.of("100", "101", "102", "103", "104", "105", "700", "701", "702", "703");
    for (String own : all.subList(0, 6)) {
      list.extension(own, each -> forwards(each.device("PJSIP/" + own), own, all, random));
    }
    for (int group = 0; group < 4; group++) {
      List<String> members = new ArrayList<>(all.subList(0, 6));
      members.addAll(all.subList(7 + group, 10));
      Collections.shuffle(members, random);
      int many = 1 + random.nextInt(Math.min(3, members.size()));
      list.huntGroup(
          "70" + group,
          each -> {
            each.strategy(List.of(StandardStrategy.values()).get(random.nextInt(9)));
            members.subList(0, many).forEach(member -> each.member(member, 1 + random.nextInt(2)));
          });
    }
  }

  private static void forwards(ExtensionBuilder each, String own, List<String> all, Random random) {
    Condition sometimes = new Condition.DialledDirectly();
    for (Kind kind : List.of(Kind.UNCONDITIONAL, Kind.ON_BUSY, Kind.ON_NOT_REACHABLE)) {
      String to = all.get(random.nextInt(all.size()));
      if (random.nextInt(3) == 0 && !to.equals(own)) {
        Condition when =
            random.nextBoolean() ? new Condition.Not(sometimes) : new Condition.ThroughGroup();
        each.forward(kind, to, when);
      }
    }
  }

  /** The reference: no answer is kept. */
  private record EveryWay(RoutingFacts facts) {

    Resolution resolve(Destination to, Path path) {
      if (to instanceof Destination.ToHuntGroup group) {
        return group(group.number(), path);
      }
      ChainEnd end =
          new ForwardingChain(RuleFixture.CALLER, facts, Trail.silent()).follow(to, path);
      if (end instanceof ChainEnd.AtGroup at) {
        Resolution there = group(at.group(), at.path());
        return there instanceof Resolution.Hopeless && at.hope() ? new Resolution.Later() : there;
      }
      if (end instanceof Candidate phone) {
        return new Resolution.RingNow(phone);
      }
      return end instanceof ChainEnd.Nowhere nowhere
          ? new Resolution.Hopeless(nowhere.reason(), nowhere.way().stops())
          : new Resolution.Later();
    }

    private Resolution group(DirectoryNumber number, Path path) {
      Optional<HuntGroup> group = facts.phones().huntGroup(number);
      return group.isEmpty()
          ? new Resolution.Hopeless(RejectReason.UNKNOWN_NUMBER)
          : new GroupResolution(group.get(), RuleFixture.CALLER, facts, Trail.silent())
              .resolve(path, this::resolve);
    }
  }
}
