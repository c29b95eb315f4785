package io.ringwright.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.CallId;
import io.ringwright.call.CallerId;
import io.ringwright.call.Channel;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.PbxId;
import io.ringwright.call.Priority;
import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Condition;
import io.ringwright.directory.NumberPattern;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.routing.WaitingDispatch.Contestant;
import io.ringwright.routing.WaitingDispatch.Match;
import io.ringwright.waiting.Place;
import io.ringwright.waiting.WaitingCall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WaitingDispatchTest {

  private static RuleFixture house() {
    return new RuleFixture(
        list ->
            list.extension("100", a -> a.device("PJSIP/100"))
                .extension("101", b -> b.device("PJSIP/101").forwardOnBusy("102"))
                .extension("102", c -> c.device("PJSIP/102"))
                .huntGroup("700", all -> all.member("100").member("101"))
                .huntGroup(
                    "701",
                    all ->
                        all.strategy(StandardStrategy.SIMULTANEOUS).member("100").member("102")));
  }

  private static Contestant waits(RuleFixture house, int ticket, String number, int priority) {
    return waits(house, ticket, number, priority, Map.of());
  }

  private static Contestant waits(
      RuleFixture house,
      int ticket,
      String number,
      int priority,
      Map<DirectoryNumber, Instant> backOff) {
    CallerId caller = CallerId.of(ticket % 2 == 0 ? "0301234567" : "");
    WaitingCall call =
        new WaitingCall(
            CallId.of("c" + ticket),
            new Channel(PbxId.of("pbx"), "PJSIP/trunk-" + ticket),
            caller,
            house.to(number),
            new Place(Priority.of(priority), RuleFixture.NOW, ticket));
    return new Contestant(call, RoutedCaller.of(caller).refusedBy(backOff));
  }

  private static List<String> plan(RuleFixture house, Contestant... line) {
    return inShort(WaitingDispatch.plan(List.of(line), house.facts()));
  }

  private static List<String> inShort(List<Match> matches) {
    return matches.stream()
        .map(
            match ->
                match.call().id()
                    + "→"
                    + RuleFixture.inShort(new Resolution.RingNow(match.candidates())))
        .toList();
  }

  @Test
  void the_line_is_walked_first_to_last_and_a_phone_goes_to_one_call() {
    RuleFixture house = house();
    assertThat(
            plan(
                house,
                waits(house, 1, "700", 5),
                waits(house, 2, "700", 5),
                waits(house, 3, "700", 5),
                waits(house, 4, "700", 5)))
        .containsExactly("c1→100", "c2→101", "c3→102");
  }

  @Test
  void who_cannot_be_served_blocks_nobody_behind() {
    RuleFixture house = house().engaged("100");
    assertThat(plan(house, waits(house, 1, "100", 1), waits(house, 2, "700", 5)))
        .containsExactly("c2→101");
  }

  @Test
  void callers_of_several_groups_who_share_a_phone_stand_in_one_line() {
    RuleFixture house = house().engaged("101").engaged("102");
    assertThat(plan(house, waits(house, 1, "701", 5), waits(house, 2, "700", 5)))
        .containsExactly("c1→100");
  }

  @Test
  void a_back_off_of_one_caller_lets_the_next_have_the_phone() {
    RuleFixture house = house().engaged("101").engaged("102");
    Map<DirectoryNumber, Instant> refused =
        Map.of(DirectoryNumber.of("100"), RuleFixture.NOW.plusSeconds(5));
    assertThat(plan(house, waits(house, 1, "700", 5, refused), waits(house, 2, "700", 5)))
        .containsExactly("c2→100");
  }

  @Test
  void what_those_ahead_could_take_counts_as_taken_for_a_newcomer() {
    RuleFixture house = house().engaged("101").engaged("102");
    RoutingFacts left = WaitingDispatch.after(List.of(waits(house, 1, "700", 5)), house.facts());
    assertThat(left.of(Device.of("PJSIP/100")).reserved()).isEqualTo(1);
    assertThat(left.of(Device.of("PJSIP/102")).reserved()).isZero();
    RoutingFacts all = house.facts();
    assertThat(WaitingDispatch.after(List.of(), all)).as("nobody ahead").isSameAs(all);
  }

  @Test
  void places_are_ordered_by_priority_then_by_arrival() {
    RuleFixture house = house();
    List<WaitingCall> line = new ArrayList<>();
    line.add(waits(house, 3, "700", 5).call());
    line.add(waits(house, 2, "700", 5).call());
    line.add(waits(house, 4, "700", 1).call());
    assertThat(line.stream().sorted().map(WaitingCall::id).map(CallId::value))
        .containsExactly("c4", "c2", "c3");
  }

  /** The plan takes short cuts; without them, every caller is resolved by themselves. */
  @Test
  void the_short_cuts_change_nothing_whatever_the_house() {
    for (long seed = 1; seed <= 300; seed++) {
      Random random = new Random(seed);
      RuleFixture house = randomHouse(random);
      List<Contestant> line = new ArrayList<>();
      for (int ticket = 1; ticket <= 30; ticket++) {
        line.add(randomCaller(house, ticket, random));
      }
      assertThat(inShort(WaitingDispatch.plan(line, house.facts())))
          .as("seed %d", seed)
          .isEqualTo(naive(line, house.facts()));
    }
  }

  private static List<String> naive(List<Contestant> line, RoutingFacts facts) {
    List<String> matches = new ArrayList<>();
    List<Device> taken = new ArrayList<>();
    for (Contestant each : line) {
      Resolution resolution =
          new DestinationResolution(each.caller(), new ReservedFacts(facts, taken), Trail.silent())
              .resolve(each.call().waitingFor(), Path.from(each.call().waitingFor()));
      if (resolution instanceof Resolution.RingNow ring) {
        matches.add(each.call().id() + "→" + RuleFixture.inShort(ring));
        ring.candidates().forEach(candidate -> taken.add(candidate.extension().device()));
      }
    }
    return matches;
  }

  private static RuleFixture randomHouse(Random random) {
    Condition berlin = new Condition.CallerMatches(new NumberPattern("030."));
    boolean conditions = random.nextBoolean();
    RuleFixture house =
        new RuleFixture(
            list -> {
              for (int number = 100; number < 110; number++) {
                String own = Integer.toString(number);
                String other = Integer.toString(100 + (number - 99 + random.nextInt(8)) % 10);
                Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
                boolean forwards = random.nextBoolean();
                list.extension(
                    own,
                    each -> {
                      each.device("PJSIP/" + own).holdCapacity(random.nextInt(2));
                      if (forwards && !own.equals(other)) {
                        each.forward(kind, other, conditions ? berlin : new Condition.Always());
                      }
                    });
              }
              for (String group : List.of("700", "701", "702")) {
                StandardStrategy[] strategies = StandardStrategy.values();
                list.huntGroup(
                    group,
                    all -> {
                      all.strategy(strategies[random.nextInt(strategies.length)]);
                      random
                          .ints(100, 110)
                          .distinct()
                          .limit(4)
                          .forEach(member -> all.member(Integer.toString(member)));
                    });
              }
            });
    for (int number = 100; number < 110; number++) {
      switch (random.nextInt(4)) {
        case 0 -> house.engaged(Integer.toString(number));
        case 1 -> house.away(Integer.toString(number));
        default -> house.idleSince(Integer.toString(number), RuleFixture.NOW.minusSeconds(number));
      }
    }
    return house;
  }

  private static Contestant randomCaller(RuleFixture house, int ticket, Random random) {
    String number =
        random.nextBoolean()
            ? Integer.toString(700 + random.nextInt(3))
            : Integer.toString(100 + random.nextInt(10));
    DirectoryNumber refused = DirectoryNumber.of(Integer.toString(100 + random.nextInt(10)));
    return waits(
        house,
        ticket,
        number,
        5,
        random.nextInt(4) == 0 ? Map.of(refused, RuleFixture.NOW.plusSeconds(5)) : Map.of());
  }
}
