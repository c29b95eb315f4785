package io.ringwright.engine;

import io.ringwright.CallRouter;
import io.ringwright.IgnoredEvents;
import io.ringwright.call.CallId;
import io.ringwright.call.PbxId;
import io.ringwright.call.Token;
import io.ringwright.directory.PhoneList;
import io.ringwright.effect.Effect;
import io.ringwright.port.Directory;
import io.ringwright.routing.RoutingFacts;
import io.ringwright.routing.RoutingRules;
import io.ringwright.routing.Trail;
import io.ringwright.routing.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The state of the engine: who is free, who waits, what is reserved. {@link Transitions} change it;
 * the events that make the moves are in {@link CallHandler}, {@link HostHandler} and {@link
 * SwitchHandler}.
 *
 * <p>Used under the lock of the {@link CallRouter} only; does no I/O, but leaves {@link Effect}s.
 */
public final class EngineState {

  /** News from two sides may cross: for so long neither contradicts the other. */
  static final Duration CROSSING_TOLERANCE = Duration.ofSeconds(5);

  /** A caller who does not beat for so long, at a switch to which there is no link, is gone. */
  static final Duration LONGEST_SILENCE = Duration.ofMinutes(10);

  private final Directory directory;
  private final boolean explains;
  private final Calls files = new Calls();
  private final Set<PbxId> linked = new HashSet<>();
  private final Map<String, Long> ignored = new TreeMap<>();
  private final WaitingCalls line = new WaitingCalls();
  private final ExpectedWaits expected = new ExpectedWaits(line);
  private final ExtensionStates roster = new ExtensionStates();
  private final RoutingFacts facts = new EngineFacts(this);
  private final HuntHistory memories;
  private final Reservations attempts;
  private final Transitions moves = new Transitions(this);
  private final Decisions answers = new Decisions(this);
  private final Deliveries offers = new Deliveries(this);
  private final Timers timetable = new Timers(this);
  private final ProgressiveRinging progression = new ProgressiveRinging(this);
  private final KeptPlaces keptPlaces = new KeptPlaces();
  private final Dispatcher turns;
  private final DeviceTable board;
  private List<Effect> effects = new ArrayList<>();
  private PhoneList phones;
  private boolean supposing;
  private boolean phonesChanged;
  private Consumer<Call> turnWatcher = file -> {};
  private Instant now = Instant.EPOCH;

  /**
   * What a room is furnished with.
   *
   * @param tokens where tokens come from
   * @param seed what lots are drawn with
   * @param explains whether every decision is explained
   * @param turns who finds out whose turn it is
   */
  public record Setting(
      Supplier<Token> tokens,
      long seed,
      boolean explains,
      Function<EngineState, Dispatcher> turns) {}

  public EngineState(Directory directory, Setting setting) {
    this.directory = directory;
    this.phones = directory.phoneList();
    this.explains = setting.explains();
    this.memories = new HuntHistory(setting.seed());
    this.attempts = new Reservations(this, setting.tokens());
    this.turns = setting.turns().apply(this);
    this.board = new DeviceTable(turns);
    line.reorder(phones.lineOrder());
  }

  /** An event begins: for as long as it is handled, this is now, and one phone list holds. */
  public void begin(Instant at) {
    now = at;
    PhoneList current = directory.phoneList();
    if (!current.equals(phones)) {
      changeTo(current);
    }
    timetable.catchUp();
  }

  private void changeTo(PhoneList current) {
    boolean reordered = !current.lineOrder().equals(phones.lineOrder());
    phones = current;
    phonesChanged = true;
    turns.phonesChanged();
    if (reordered) {
      line.reorder(phones.lineOrder());
    }
    for (WaitingQueue queue : line.queues()) {
      if (queue.hasAnotherBasis(phones) || reordered) {
        queue.all().forEach(moves::stand);
        queue.all().forEach(timetable::lookAt);
      }
    }
    timetable.watchTheHours();
  }

  /** Whether there is another phone list than when this was asked last. */
  public boolean takePhonesChanged() {
    boolean changed = phonesChanged;
    phonesChanged = false;
    return changed;
  }

  public IgnoredEvents ignoredEvents() {
    return new IgnoredEvents(ignored);
  }

  /** Asks as if another phone list were in force; the question must have no effect. */
  public <T> T supposing(PhoneList others, Supplier<T> question) {
    PhoneList own = phones;
    phones = others;
    supposing = true;
    try {
      return question.get();
    } finally {
      phones = own;
      supposing = false;
    }
  }

  /** Whether a question is asked as if another phone list were in force: no index fits it. */
  public boolean isSupposing() {
    return supposing;
  }

  /** Somebody hears of each waiting call whose turn has come, before it is sent to a phone. */
  public void watchTurns(Consumer<Call> watcher) {
    turnWatcher = watcher;
  }

  public void turnComes(Call file) {
    turnWatcher.accept(file);
  }

  public Instant now() {
    return now;
  }

  public PhoneList phones() {
    return phones;
  }

  public DeviceTable board() {
    return board;
  }

  public WaitingCalls line() {
    return line;
  }

  public ExpectedWaits expected() {
    return expected;
  }

  public ExtensionStates roster() {
    return roster;
  }

  public HuntHistory memories() {
    return memories;
  }

  public Set<PbxId> linked() {
    return linked;
  }

  public Reservations attempts() {
    return attempts;
  }

  public Dispatcher turns() {
    return turns;
  }

  public Deliveries offers() {
    return offers;
  }

  public ProgressiveRinging progression() {
    return progression;
  }

  public KeptPlaces keptPlaces() {
    return keptPlaces;
  }

  public Timers timetable() {
    return timetable;
  }

  public Calls files() {
    return files;
  }

  public Optional<Call> file(CallId call) {
    return files.of(call);
  }

  public Transitions moves() {
    return moves;
  }

  public Decisions answers() {
    return answers;
  }

  public void leave(Effect effect) {
    effects.add(effect);
  }

  public List<Effect> takeEffects() {
    List<Effect> taken = effects;
    effects = new ArrayList<>();
    return taken;
  }

  public RoutingFacts facts() {
    return facts;
  }

  /** Where to note why, if decisions are explained. */
  public Trail trail() {
    return explains ? Trail.kept() : Trail.silent();
  }

  /** Something was said that changes nothing: counted and explained. */
  public void ignored(String event, String why) {
    ignored.merge(event, 1L, Long::sum);
    leave(new Effect.Tell.Ignored(event, why));
  }

  /** What the rules say about a call that is not in line at this moment. */
  public Verdict decide(Call file, Trail trail) {
    return RoutingRules.decide(file.wanted(), file.routed(now), file.standing(), facts, trail);
  }
}
