package io.ringwright;

import io.ringwright.call.CallId;
import io.ringwright.call.PbxId;
import io.ringwright.call.Token;
import io.ringwright.directory.PhoneList;
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
 * The state of the engine: who is free, who waits, what is reserved. {@link CallMoves} change it;
 * the events that make the moves are in {@link CallLife}, {@link LineChanges} and {@link
 * SwitchWatch}.
 *
 * <p>Used under the lock of the {@link CallRouter} only; does no I/O, but leaves {@link Effect}s.
 */
final class SwitchRoom {

  /** News from two sides may cross: for so long neither contradicts the other. */
  static final Duration BLUR = Duration.ofSeconds(5);

  /** A caller who does not beat for so long, at a switch to which there is no link, is gone. */
  static final Duration LONGEST_SILENCE = Duration.ofMinutes(10);

  private final Directory directory;
  private final boolean explains;
  private final CallFiles files = new CallFiles();
  private final Set<PbxId> linked = new HashSet<>();
  private final Map<String, Long> ignored = new TreeMap<>();
  private final WaitingLine line = new WaitingLine();
  private final ExpectedWaits expected = new ExpectedWaits(line);
  private final Roster roster = new Roster();
  private final RoutingFacts facts = new RoomFacts(this);
  private final GroupMemories memories;
  private final Attempts attempts;
  private final CallMoves moves = new CallMoves(this);
  private final Answers answers = new Answers(this);
  private final Offers offers = new Offers(this);
  private final Timetable timetable = new Timetable(this);
  private final Progression progression = new Progression(this);
  private final KeptPlaces keptPlaces = new KeptPlaces();
  private final Turns turns;
  private final DeviceBoard board;
  private List<Effect> effects = new ArrayList<>();
  private PhoneList phones;
  private boolean supposing;
  private boolean phonesChanged;
  private Consumer<CallFile> turnWatcher = file -> {};
  private Instant now = Instant.EPOCH;

  /**
   * What a room is furnished with.
   *
   * @param tokens where tokens come from
   * @param seed what lots are drawn with
   * @param explains whether every decision is explained
   * @param turns who finds out whose turn it is
   */
  record Setting(
      Supplier<Token> tokens, long seed, boolean explains, Function<SwitchRoom, Turns> turns) {}

  SwitchRoom(Directory directory, Setting setting) {
    this.directory = directory;
    this.phones = directory.phoneList();
    this.explains = setting.explains();
    this.memories = new GroupMemories(setting.seed());
    this.attempts = new Attempts(this, setting.tokens());
    this.turns = setting.turns().apply(this);
    this.board = new DeviceBoard(turns);
    line.reorder(phones.lineOrder());
  }

  /** An event begins: for as long as it is handled, this is now, and one phone list holds. */
  void begin(Instant at) {
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
  boolean takePhonesChanged() {
    boolean changed = phonesChanged;
    phonesChanged = false;
    return changed;
  }

  IgnoredEvents ignoredEvents() {
    return new IgnoredEvents(ignored);
  }

  /** Asks as if another phone list were in force; the question must have no effect. */
  <T> T supposing(PhoneList others, Supplier<T> question) {
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
  boolean isSupposing() {
    return supposing;
  }

  /** Somebody hears of each waiting call whose turn has come, before it is sent to a phone. */
  void watchTurns(Consumer<CallFile> watcher) {
    turnWatcher = watcher;
  }

  void turnComes(CallFile file) {
    turnWatcher.accept(file);
  }

  Instant now() {
    return now;
  }

  PhoneList phones() {
    return phones;
  }

  DeviceBoard board() {
    return board;
  }

  WaitingLine line() {
    return line;
  }

  ExpectedWaits expected() {
    return expected;
  }

  Roster roster() {
    return roster;
  }

  GroupMemories memories() {
    return memories;
  }

  Set<PbxId> linked() {
    return linked;
  }

  Attempts attempts() {
    return attempts;
  }

  Turns turns() {
    return turns;
  }

  Offers offers() {
    return offers;
  }

  Progression progression() {
    return progression;
  }

  KeptPlaces keptPlaces() {
    return keptPlaces;
  }

  Timetable timetable() {
    return timetable;
  }

  CallFiles files() {
    return files;
  }

  Optional<CallFile> file(CallId call) {
    return files.of(call);
  }

  CallMoves moves() {
    return moves;
  }

  Answers answers() {
    return answers;
  }

  void leave(Effect effect) {
    effects.add(effect);
  }

  List<Effect> takeEffects() {
    List<Effect> taken = effects;
    effects = new ArrayList<>();
    return taken;
  }

  RoutingFacts facts() {
    return facts;
  }

  /** Where to note why, if decisions are explained. */
  Trail trail() {
    return explains ? Trail.kept() : Trail.silent();
  }

  /** Something was said that changes nothing: counted and explained. */
  void ignored(String event, String why) {
    ignored.merge(event, 1L, Long::sum);
    leave(new Effect.Tell.Ignored(event, why));
  }

  /** What the rules say about a call that is not in line at this moment. */
  Verdict decide(CallFile file, Trail trail) {
    return RoutingRules.decide(file.wanted(), file.routed(now), file.standing(), facts, trail);
  }
}
