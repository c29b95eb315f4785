package io.ringwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.Destination;
import io.ringwright.call.Visit;
import io.ringwright.directory.CallForwarding;
import io.ringwright.directory.PhoneList;
import io.ringwright.effect.Effect;
import io.ringwright.engine.dispatch.EngineFacts;
import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.CallPhase;
import io.ringwright.engine.state.EngineState;
import io.ringwright.engine.state.LanePlacement;
import io.ringwright.event.Moment;
import io.ringwright.event.RouterEvent;
import io.ringwright.routing.Candidate;
import io.ringwright.routing.RoutingRules;
import io.ringwright.routing.Trail;
import io.ringwright.routing.Verdict;
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
import java.util.stream.Collectors;
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
    private final Engine engine;
    private final Set<CallId> arrived = new HashSet<>();
    private final Map<CallId, CallOutcome> ended = new HashMap<>();
    private final TellingBook book = new TellingBook();
    private long lists;

    Watched(long seed) {
      random = new Random(seed);
      events = new RandomEvents(random);
      engine = new Engine(STARTED, false);
      changesList(RandomDirectory.of(random));
      RandomEvents.PBXES.forEach(
          pbx -> happens(new RouterEvent.PbxConnected(RandomEvents.empty(pbx))));
    }

    void changesList(PhoneList phones) {
      lists++;
      happens(new RouterEvent.PhoneListInstalled(lists, phones));
    }

    void happens(RouterEvent event) {
      Engine.Outcome outcome = engine.apply(events.entry(event));
      outcome.decision().ifPresent(said -> arrived.add(said.call()));
      for (Effect effect : outcome.effects()) {
        if (effect instanceof Effect.Tell telling) {
          telling.tell(book);
        }
        if (effect instanceof Effect.Tell.Ended end) {
          ended.put(end.visit().call(), end.outcome());
        }
      }
      events.hear(outcome.decision(), outcome.effects());
    }

    EngineState state() {
      return engine.state();
    }

    /** Calls at a switch without a link find phones and are not sent there. */
    boolean everySwitchIsLinked() {
      return state().waiting().switches().stream().allMatch(state().links()::isUp);
    }
  }

  @Property(tries = 80)
  void nobody_vanishes_without_an_outcome_though_lists_change_while_calls_wait(@ForAll long seed) {
    Watched house = new Watched(seed);
    for (int event = 0; event < EVENTS; event++) {
      if (house.random.nextInt(20) == 0) {
        house.changesList(RandomDirectory.of(house.random));
      }
      house.happens(house.events.next());
      for (CallId call : house.arrived) {
        assertThat(house.state().call(call).isPresent() || house.ended.containsKey(call))
            .as("%s is known, or how it ended was told", call)
            .isTrue();
      }
      assertThat(house.ended).doesNotContainValue(CallOutcome.LOST);
    }
  }

  @Property(tries = 60)
  void what_begins_is_told_once_ends_once_or_goes_on(@ForAll long seed) {
    Watched house = new Watched(seed);
    for (int event = 0; event < EVENTS; event++) {
      if (house.random.nextInt(50) == 0) {
        house.changesList(RandomDirectory.of(house.random));
      }
      house.happens(house.events.next());
      assertThat(house.book.mistakes()).isEmpty();
      assertThat(house.book.rings.keySet()).isEqualTo(ringing(house.state()));
      assertThat(house.book.talks.keySet()).isEqualTo(talking(house.state()));
    }
  }

  private static Set<TellingBook.Phone> ringing(EngineState state) {
    Set<TellingBook.Phone> phones = new HashSet<>();
    for (Call call : state.calls().byTicket()) {
      if (call.phase() instanceof CallPhase.Ringing ringing) {
        ringing.attempt().targets().stream()
            .map(it -> new TellingBook.Phone(call.visit(), it.extension(), it.device()))
            .forEach(phones::add);
      }
    }
    return phones;
  }

  private static Set<Visit> talking(EngineState state) {
    return state.calls().byTicket().stream()
        .filter(call -> call.phase() instanceof CallPhase.Talking)
        .map(Call::visit)
        .collect(Collectors.toSet());
  }

  @Property(tries = 80)
  void nobody_waits_whom_a_free_phone_could_serve(@ForAll long seed) {
    Watched house = new Watched(seed);
    for (int event = 0; event < EVENTS; event++) {
      house.happens(house.events.next());
      if (house.everySwitchIsLinked()) {
        house.state().waiting().calls().forEach(call -> nobodyIsFreeFor(call, house.state()));
      }
    }
  }

  /** Asked of the rules as they are, without any index. */
  private static void nobodyIsFreeFor(Call call, EngineState state) {
    boolean takesPart =
        LanePlacement.of(call, state.reach().traits(call.wanted()), List.of(), state.now())
            .kind()
            .isPresent();
    if (takesPart && state.isDeliverable(call)) {
      List<Candidate> free =
          RoutingRules.phonesFor(call.wanted(), call.routed(), new EngineFacts(state));
      assertThat(free).as("%s waits for %s", call.id(), call.wanted()).isEmpty();
    }
  }

  @Property(tries = 120)
  void nobody_waits_whom_the_rules_send_away(@ForAll long seed) {
    Watched house = new Watched(seed);
    for (int event = 0; event < EVENTS; event++) {
      if (house.random.nextInt(50) == 0) {
        house.changesList(RandomDirectory.of(house.random));
      }
      house.happens(house.events.next());
      if (house.everySwitchIsLinked() && !house.engine.isDue(Moment.of(house.events.now()))) {
        house.state().waiting().calls().forEach(call -> staysInQueue(call, house.state()));
      }
    }
  }

  /** Asked of the rules anew, whatever was touched. */
  private static void staysInQueue(Call call, EngineState state) {
    EngineFacts facts = new EngineFacts(state);
    boolean over = RoutingRules.isOver(call.wanted(), call.admitted(), facts);
    if (state.isDeliverable(call) && call.callBack().isEmpty() && !over) {
      Verdict verdict =
          RoutingRules.decide(call.wanted(), call.routed(), call.admitted(), facts, Trail.silent());
      if (!(verdict instanceof Verdict.Ring) && isEngagedAndForwards(call.wanted(), facts)) {
        return;
      }
      assertThat(verdict)
          .as("%s waits for %s", call.id(), call.wanted())
          .isInstanceOfAny(Verdict.WaitFor.class, Verdict.Ring.class);
      Verdict.Standing standing =
          verdict instanceof Verdict.Ring ring
              ? ring.standing()
              : ((Verdict.WaitFor) verdict).standing();
      assertThat(standing.overflows()).as("overflows of %s", call.id()).isEqualTo(call.overflows());
    }
  }

  /**
   * Whoever waits for an engaged phone may go on doing so though it forwards by now, wherever that
   * leads.
   */
  private static boolean isEngagedAndForwards(Destination wanted, EngineFacts facts) {
    return wanted instanceof Destination.ToExtension to
        && facts
            .phones()
            .extension(to.number())
            .filter(found -> !found.forwarding().isOff(CallForwarding.Kind.ON_BUSY))
            .filter(found -> !facts.availability(found, Optional.empty()).mayRing())
            .isPresent();
  }

  @Property(tries = 60)
  void a_phone_list_is_in_force_from_its_event_on(@ForAll long seed) {
    Watched house = new Watched(seed);
    PhoneList before = house.state().phones();
    house.happens(house.events.next());
    assertThat(house.state().phones()).isSameAs(before);
    PhoneList after = RandomDirectory.of(house.random);
    house.changesList(after);
    assertThat(house.state().phones()).isSameAs(after);
    assertThat(house.state().phoneListVersion()).isEqualTo(2);
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
                    .queueOrder(QueueOrder.ageing(penalty)));
    house.reports("100", DeviceState.IN_USE);
    house.arrives("low", "100", priority);
    Instant bound = house.clock.instant().plus(penalty.multipliedBy(priority - 1L));
    for (int call = 0; call < 60; call++) {
      house.passes(Duration.ofSeconds(random.nextInt(15)));
      boolean inTime = house.clock.instant().isBefore(bound);
      house.arrives("c" + call, "100", 1);
      boolean overtakes = house.queue().indexOf("c" + call) < house.queue().indexOf("low");
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
