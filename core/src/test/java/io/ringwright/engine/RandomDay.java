package io.ringwright.engine;

import io.ringwright.call.DialplanExtension;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.ExternalNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.Inquiry;
import io.ringwright.call.RememberedCall;
import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Condition;
import io.ringwright.directory.ExtensionBuilder;
import io.ringwright.directory.NumberPattern;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.directory.Strategy;
import io.ringwright.engine.dispatch.IndexedDispatcher;
import io.ringwright.engine.state.EngineState;
import io.ringwright.event.JournalEntry;
import io.ringwright.event.Moment;
import io.ringwright.event.RouterEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The entries of a random day: those of {@link RandomEvents}, and beside them other phone lists,
 * keys, call-backs, snapshots, starts, long silences, and a wall clock that is set forwards and
 * back.
 */
final class RandomDay {

  private static final List<String> GROUPS = List.of("700", "701", "702", "703", "704");

  private final Random random;
  private final RandomEvents events;
  private final List<? extends Strategy> strategies;
  private final Slices slices;
  private Duration wallClockAhead = Duration.ZERO;
  private long lists;
  private int begun;

  /**
   * A day that has not begun.
   *
   * @param seed what it is made from
   * @param strategies strategies of the host that some groups have; may be empty
   */
  RandomDay(long seed, List<? extends Strategy> strategies) {
    this.random = new Random(seed);
    this.events =
        new RandomEvents(
            random, strategies.isEmpty() ? GROUPS : List.of("704", "704", "704", "700"));
    this.strategies = strategies;
    this.slices = slices(random);
  }

  RandomDay(long seed) {
    this(seed, List.of());
  }

  Random random() {
    return random;
  }

  /** On every other day so small that even a small house has to be cut. */
  static Slices slices(Random random) {
    return random.nextBoolean()
        ? Slices.STANDARD
        : new Slices(
            1 + random.nextInt(3),
            1 + random.nextInt(3),
            1 + random.nextInt(3),
            1 + random.nextInt(2),
            1 + random.nextInt(2),
            1 + random.nextInt(3));
  }

  /** An engine that knows nothing of the day yet. */
  Engine engine() {
    return engine(new EngineState(1000, random.nextLong()), random.nextInt(4) == 0);
  }

  /** An engine of this day that goes on from a state. */
  Engine engine(EngineState state, boolean explains) {
    return new Engine(state, explains, IndexedDispatcher::new, slices);
  }

  /** The next entry. */
  JournalEntry next() {
    begun++;
    if (begun <= 1 + RandomEvents.PBXES.size()) {
      return begun == 1
          ? entry(list())
          : entry(
              new RouterEvent.PbxConnected(RandomEvents.empty(RandomEvents.PBXES.get(begun - 2))));
    }
    if (random.nextInt(40) == 0) {
      events.pass(Duration.ofSeconds(random.nextInt(900)));
    }
    if (random.nextInt(60) == 0) {
      wallClockAhead = Duration.ofSeconds(random.nextInt(600) - 300L);
    }
    return entry(random.nextInt(100) < 10 ? seldom() : events.next());
  }

  private JournalEntry entry(RouterEvent event) {
    JournalEntry entry = events.entry(event);
    return new JournalEntry(moment(), event, entry.answers(), entry.failedStrategies());
  }

  /** This moment. */
  Moment moment() {
    Instant now = events.now();
    return new Moment(now, now.plus(wallClockAhead));
  }

  private RouterEvent seldom() {
    int dice = random.nextInt(10);
    if (dice < 2) {
      return list();
    }
    if (dice == 2) {
      return random.nextBoolean()
          ? new RouterEvent.Started(random.nextInt(5000), 1)
          : new RouterEvent.Resumed(Duration.ofSeconds(random.nextInt(9)));
    }
    if (dice < 5 || events.anyCall().isEmpty()) {
      return random.nextInt(4) == 0
          ? new RouterEvent.PbxSeen(events.snapshot())
          : new RouterEvent.PbxConnected(events.snapshot());
    }
    RememberedCall call = events.anyCall().get();
    if (dice < 7) {
      return new RouterEvent.CallBackArranged(
          call.id(), ExternalNumber.of("0301234567"), random.nextInt(4) > 0);
    }
    return dice < 9
        ? new RouterEvent.KeyPressed(call, key(), inquiry(), random.nextInt(4) > 0)
        : new RouterEvent.Arrived(returning(call));
  }

  private DirectoryNumber key() {
    return DirectoryNumber.of(List.of("1", "2", "9", "12", "90").get(random.nextInt(5)));
  }

  private Optional<Inquiry> inquiry() {
    return random.nextInt(3) > 0
        ? Optional.empty()
        : Optional.of(Inquiry.of(random.nextBoolean() ? "*" : "0301234567"));
  }

  private InboundCall returning(RememberedCall call) {
    return events.question().returningFrom(call.id());
  }

  /** A question that somebody could ask. */
  InboundCall question() {
    return events.question();
  }

  void hear(Engine.Outcome outcome) {
    events.hear(outcome.decision(), outcome.effects());
  }

  private RouterEvent list() {
    lists++;
    PhoneListBuilder list = RandomDirectory.builder(random);
    list.allowCallBack("0");
    list.extension("108", this::withConditions);
    list.huntGroup(
        "704",
        group -> {
          group.member("108").member("100").member("101").member("102", 1 + random.nextInt(2));
          group.keepPlaceFor(Duration.ofSeconds(60), random.nextBoolean());
          group.leaveByKey("1", "700").callBackByKey("9");
          if (random.nextBoolean()) {
            group.callersPress(
                keys ->
                    keys.leave("12", DialplanExtension.of("menu", "s")).callBackConfirmed("90"));
          }
          if (!strategies.isEmpty()) {
            group.strategy(strategies.get(random.nextInt(strategies.size())));
          }
        });
    PhoneList built = list.build();
    return new RouterEvent.PhoneListInstalled(lists, built);
  }

  private void withConditions(ExtensionBuilder phone) {
    phone.device("PJSIP/106").wrapUp(Duration.ofSeconds(5));
    Condition both =
        new Condition.AllOf(
            List.of(
                new Condition.CallerMatches(new NumberPattern("030.")), RandomDirectory.hours()));
    Condition either =
        new Condition.AnyOf(
            List.of(new Condition.Not(new Condition.ThroughGroup()), RandomDirectory.CHOSEN));
    phone.forward(Kind.UNCONDITIONAL, "107", random.nextBoolean() ? both : either);
  }
}
