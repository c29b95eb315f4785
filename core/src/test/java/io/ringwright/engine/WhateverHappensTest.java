package io.ringwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.EngineState;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.directory.PhoneList;
import io.ringwright.effect.Effect;
import io.ringwright.event.RouterEvent;
import io.ringwright.memory.InMemoryDirectory;
import io.ringwright.routing.Candidate;
import io.ringwright.routing.RoutingRules;
import io.ringwright.waiting.QueueOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds in every house, whatever happens in whatever order, possible or not. */
class WhateverHappensTest {

  private static final RouterEvent.Started STARTED = new RouterEvent.Started(1000, 7);
  private static final int EVENTS = 300;

  /** An engine in a random house, and what it said of each call. */
  private static final class Watched {
    private final Random random;
    private final RandomEvents events;
    private final InMemoryDirectory directory;
    private final Engine engine;
    private final Set<CallId> arrived = new HashSet<>();
    private final Map<CallId, CallOutcome> ended = new HashMap<>();

    Watched(long seed) {
      random = new Random(seed);
      events = new RandomEvents(random);
      directory = new InMemoryDirectory(RandomDirectory.of(random));
      engine = new Engine(directory, STARTED, false);
      RandomEvents.PBXES.forEach(
          pbx -> happens(new RouterEvent.PbxConnected(RandomEvents.empty(pbx))));
    }

    void happens(RouterEvent event) {
      Optional<RoutingAnswer> answer = engine.happens(events.now(), event);
      List<Effect> effects = engine.room().takeEffects();
      answer.ifPresent(said -> arrived.add(said.call()));
      for (Effect effect : effects) {
        if (effect instanceof Effect.Tell.Ended end) {
          ended.put(end.call(), end.outcome());
        }
      }
      events.hear(answer, effects);
    }

    EngineState room() {
      return engine.room();
    }
  }

  @Property(tries = 80)
  void nobody_vanishes_without_an_outcome_though_lists_change_while_calls_wait(@ForAll long seed) {
    Watched house = new Watched(seed);
    for (int event = 0; event < EVENTS; event++) {
      if (house.random.nextInt(20) == 0) {
        house.directory.replace(RandomDirectory.of(house.random));
      }
      house.happens(house.events.next());
      for (CallId call : house.arrived) {
        assertThat(house.room().file(call).isPresent() || house.ended.containsKey(call))
            .as("%s is known, or how it ended was told", call)
            .isTrue();
      }
      assertThat(house.ended).doesNotContainValue(CallOutcome.LOST);
    }
  }

  @Property(tries = 80)
  void nobody_waits_whom_a_free_phone_could_serve(@ForAll long seed) {
    Watched house = new Watched(seed);
    for (int event = 0; event < EVENTS; event++) {
      house.happens(house.events.next());
      if (house.room().line().held().isEmpty()) {
        house.room().line().files().forEach(file -> nobodyIsFreeFor(file, house.room()));
      }
    }
  }

  /** Asked of the rules as they are, without any index. */
  private static void nobodyIsFreeFor(Call file, EngineState room) {
    if (file.lane().isPresent() && room.offers().deliverable(file)) {
      List<Candidate> free =
          RoutingRules.phonesFor(
              file.wanted(), file.routed(room.now()), new Unindexed(room.facts()));
      assertThat(free).as("%s waits for %s", file.id(), file.wanted()).isEmpty();
    }
  }

  @Property(tries = 60)
  void a_phone_list_holds_for_whole_events(@ForAll long seed) {
    Watched house = new Watched(seed);
    PhoneList before = house.directory.phoneList();
    RouterEvent event = house.events.next();
    house.happens(event);
    house.directory.replace(RandomDirectory.of(house.random));
    assertThat(house.room().phones()).as("until the next event").isSameAs(before);
    house.happens(new RouterEvent.DirectoryChanged());
    assertThat(house.room().phones()).isSameAs(house.directory.phoneList());
  }

  /**
   * Whoever has priority p is overtaken only by calls that arrive within (p - 1) penalties: as many
   * calls at most as arrive in that time, and then nobody any more.
   */
  @Property(tries = 60)
  void nobody_starves_where_priorities_age(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 9) int priority) {
    Random random = new Random(seed);
    Duration penalty = Duration.ofSeconds(1 + random.nextInt(60));
    House house =
        House.of(
            list ->
                list.extension("100", a -> a.device("PJSIP/100").queueLimit(1000))
                    .lineOrder(QueueOrder.ageing(penalty)));
    house.reports("100", DeviceState.IN_USE);
    house.arrives("low", "100", priority);
    Instant bound = house.clock.instant().plus(penalty.multipliedBy(priority - 1L));
    for (int call = 0; call < 60; call++) {
      house.passes(Duration.ofSeconds(random.nextInt(15)));
      boolean inTime = house.clock.instant().isBefore(bound);
      house.arrives("c" + call, "100", 1);
      boolean overtakes = house.line().indexOf("c" + call) < house.line().indexOf("low");
      assertThat(overtakes)
          .as("%s of %s", Duration.between(house.clock.instant(), bound), penalty)
          .isEqualTo(inTime || house.clock.instant().equals(bound));
    }
  }

  @Property(tries = 60)
  void who_competes_for_other_phones_changes_nothing_for_a_caller(@ForAll long seed) {
    assertThat(deliveriesOfSales(seed, 0)).isEqualTo(deliveriesOfSales(seed, 40));
  }

  /** Which sales calls are delivered, while so many support calls wait for other phones. */
  private static List<String> deliveriesOfSales(long seed, int others) {
    House house =
        House.of(
            list ->
                list.extension("100", a -> a.device("PJSIP/100"))
                    .extension("200", b -> b.device("PJSIP/200"))
                    .huntGroup("700", sales -> sales.member("100"))
                    .huntGroup("800", support -> support.member("200")));
    house.reports("100", DeviceState.IN_USE);
    house.reports("200", DeviceState.IN_USE);
    for (int call = 0; call < others; call++) {
      house.arrives("o" + call, "800", 1);
    }
    Random random = new Random(seed);
    for (int call = 0; call < 10; call++) {
      house.arrives("s" + call, "700", 1 + random.nextInt(5));
    }
    for (int round = 0; round < 10; round++) {
      house.idle("100");
      String served = house.pbx.last().call().value();
      house.hangsUp(served);
    }
    return house.pbx.delivered().stream().filter(call -> call.startsWith("s")).toList();
  }
}
