package io.ringwright.engine.state;

import io.ringwright.call.CallId;
import io.ringwright.call.PbxId;
import io.ringwright.call.Token;
import io.ringwright.directory.PhoneList;
import io.ringwright.estimate.WaitEstimator;
import io.ringwright.routing.PhoneListChange;
import io.ringwright.routing.ReachMap;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Everything that the engine knows, as data: calls, queues, devices, people, timers, all counters
 * and the seed of all chance. It has no port, no clock and no thread. Lanes, and whatever else
 * follows from it, are made anew from it.
 *
 * <p>Thread safety: one thread at a time.
 */
public final class EngineState {

  private final Openings openings;
  private final Readings readings = new Readings();
  private final Calls calls;
  private final WaitingCalls waiting;
  private final DeviceTable devices;
  private final ExtensionStates extensions;
  private final HuntHistory history;
  private final KeptPlaces keptPlaces;
  private final LimitedUses limitedUses;
  private final ExpectedWaits expectedWaits;
  private final Timers timers;
  private final Links links;
  private final HostAnswerTable hostAnswers;
  private final Replacements replacements;
  private final Snapshots snapshots;
  private final Map<String, Long> ignored = new TreeMap<>();
  private PhoneList phones;
  private ReachMap reach;
  private long phoneListVersion;
  private Instant now = Instant.EPOCH;
  private Instant wallClock = Instant.EPOCH;
  private long lastToken;
  private long nextTicket;
  private final RememberedArrivals arrivals;
  private Instant before = Instant.EPOCH;

  /**
   * A state in which nothing has happened.
   *
   * @param firstToken the number after which tokens are counted
   * @param seed what random numbers are made from
   */
  public EngineState(long firstToken, long seed) {
    openings = new Openings();
    calls = new Calls(readings);
    waiting = new WaitingCalls(readings);
    devices = new DeviceTable(openings, readings);
    extensions = new ExtensionStates();
    extensions.announceTo(readings);
    history = new HuntHistory(seed);
    keptPlaces = new KeptPlaces();
    limitedUses = new LimitedUses();
    expectedWaits = new ExpectedWaits(waiting);
    timers = new Timers(waiting);
    links = new Links();
    hostAnswers = new HostAnswerTable();
    replacements = new Replacements();
    snapshots = new Snapshots();
    phones = PhoneList.builder().build();
    reach = new ReachMap(phones);
    lastToken = firstToken;
    arrivals = new RememberedArrivals(Optional.empty());
  }

  /**
   * A copy. Lanes are not copied: place every waiting call.
   *
   * @param other the original, which does not change with the copy
   */
  public EngineState(EngineState other) {
    openings = new Openings();
    calls = new Calls(other.calls, readings);
    waiting = new WaitingCalls(readings);
    waiting.reorder(other.phones.queueOrder());
    devices = new DeviceTable(other.devices, openings, readings);
    extensions = other.extensions.copy();
    extensions.announceTo(readings);
    history = other.history.copy();
    keptPlaces = other.keptPlaces.copy();
    limitedUses = other.limitedUses.copy();
    expectedWaits = other.expectedWaits.copy(waiting);
    links = new Links(other.links);
    hostAnswers = new HostAnswerTable(other.hostAnswers);
    replacements = new Replacements(other.replacements.data());
    snapshots = new Snapshots(other.snapshots.data());
    ignored.putAll(other.ignored);
    phones = other.phones;
    reach = other.reach;
    phoneListVersion = other.phoneListVersion;
    now = other.now;
    wallClock = other.wallClock;
    lastToken = other.lastToken;
    nextTicket = other.nextTicket;
    arrivals = new RememberedArrivals(other.arrivals.setBack());
    timers = other.timers.copyFor(calls, waiting);
    calls.byTicket().stream().filter(Call::isWaiting).forEach(waiting::join);
    noteCallers();
    openings.copy(other.openings);
  }

  /**
   * A state as an image describes it. Lanes are not in it: place every waiting call.
   *
   * @param data the state
   */
  public EngineState(StateData data) {
    openings = new Openings();
    calls = new Calls(data, readings);
    waiting = new WaitingCalls(readings);
    devices = new DeviceTable(openings, readings);
    data.devices().forEach(devices::restore);
    extensions = new ExtensionStates(data.extensions());
    extensions.announceTo(readings);
    history = new HuntHistory(data.history());
    keptPlaces = new KeptPlaces(data.keptPlaces());
    limitedUses = new LimitedUses(data.limitedUses());
    expectedWaits = new ExpectedWaits(waiting, data.expectedWaits());
    links = new Links();
    data.links().forEach(links::restore);
    hostAnswers = new HostAnswerTable();
    hostAnswers.put(data.hostAnswers());
    replacements = new Replacements(data.replacements());
    snapshots = new Snapshots(data.snapshots());
    ignored.putAll(data.ignored());
    phones = data.phoneList();
    reach = new ReachMap(phones);
    phoneListVersion = data.counters().phoneListVersion();
    now = data.counters().now();
    wallClock = data.counters().wallClock();
    lastToken = data.counters().lastToken();
    nextTicket = data.counters().nextTicket();
    arrivals = new RememberedArrivals(data.counters().setBack());
    waiting.reorder(phones.queueOrder());
    timers = new Timers(data, calls, waiting);
    calls.byTicket().stream().filter(Call::isWaiting).forEach(waiting::join);
    noteCallers();
    openings.restore(data.openings());
  }

  /** All of it as plain data. */
  public StateData data() {
    return dataOfFew()
        .with(
            calls.byTicket().stream().map(Call::data).toList(),
            devices.data(),
            extensions.data(),
            expectedWaits.estimator());
  }

  /** All but the calls, the devices, the extensions and what was seen of queues. */
  StateData dataOfFew() {
    return new StateData(
        new StateData.Counters(
            now, wallClock, lastToken, nextTicket, phoneListVersion, arrivals.setBack()),
        phones,
        List.of(),
        calls.endedInOrder(),
        calls.withdrawn(),
        List.of(),
        new ExtensionStates.Data(List.of()),
        history.data(),
        keptPlaces.data(),
        limitedUses.data(),
        new WaitEstimator.Data(List.of()),
        timers.data(),
        links.data(),
        hostAnswers.data(),
        Map.copyOf(ignored),
        openings.data(),
        replacements.data(),
        snapshots.data());
  }

  /**
   * An event begins: this is now for as long as it is handled.
   *
   * @param at the engine's time; an earlier one than before counts as that
   * @param wall the reading of the wall clock
   */
  public void begin(Instant at, Instant wall) {
    before = now;
    now = at.isAfter(now) ? at : now;
    wallClock = wall;
  }

  /** How long it is since the event before this one. */
  public Duration sinceLastEvent() {
    return Duration.between(before, now);
  }

  /** When calls arrived that only their channels remember. */
  public RememberedArrivals arrivals() {
    return arrivals;
  }

  /**
   * Answers a question as it is at a later moment; nothing is changed.
   *
   * @param at the engine's time
   * @param wall the reading of the wall clock
   * @param question what is asked; it must change nothing
   */
  public <T> T asOf(Instant at, Instant wall, Supplier<T> question) {
    Instant lastNow = now;
    Instant lastWallClock = wallClock;
    begin(at, wall);
    try {
      return question.get();
    } finally {
      now = lastNow;
      wallClock = lastWallClock;
    }
  }

  /**
   * Takes another phone list. Queues from which calls can get elsewhere than before are open, and
   * their calls are to be placed anew where that can lead to another lane.
   *
   * @param change the list, and what is different with it
   * @param version its version
   */
  public void install(PhoneListChange change, long version) {
    replaceList(change, version);
    openings.changed(change);
    if (change.isEverywhere()) {
      replacements.beginRevision();
      openings.everything();
    } else {
      boolean any = new AffectedQueues(waiting, replacements, openings).open(change, version);
      if (any && isAnybodyHeld()) {
        openings.everything();
      }
    }
  }

  /**
   * Takes another phone list before an engine is made of this state: it places every waiting call.
   *
   * @param change the list, and what is different with it
   * @param version its version
   */
  public void replaceList(PhoneListChange change, long version) {
    boolean reordered = !change.to().queueOrder().equals(phones.queueOrder());
    phones = change.to();
    reach = change.reach();
    phoneListVersion = version;
    noteCallers();
    if (reordered) {
      waiting.reorder(phones.queueOrder());
      timers.reorder(waiting);
    }
  }

  private void noteCallers() {
    hostAnswers.listChanged(!phones.hostPredicates().areNone(), calls);
  }

  /** The instant of the event, on the engine's time. */
  public Instant now() {
    return now;
  }

  /** The instant of the event, on the wall clock. */
  public Instant wallClock() {
    return wallClock;
  }

  /** Who can be called. */
  public PhoneList phones() {
    return phones;
  }

  /** Where calls can get to in the phone list. */
  public ReachMap reach() {
    return reach;
  }

  /** The version of the phone list. */
  public long phoneListVersion() {
    return phoneListVersion;
  }

  /** A token that nobody has. */
  public Token drawToken() {
    lastToken++;
    return new Token(lastToken);
  }

  /** The token that was drawn last. */
  public long lastToken() {
    return lastToken;
  }

  /** A ticket that nobody has. */
  public long drawTicket() {
    return nextTicket++;
  }

  /** The ticket that would be drawn next. */
  public long nextTicket() {
    return nextTicket;
  }

  /** Questions that are told of changes. */
  public Readings readings() {
    return readings;
  }

  /** What was touched since the last matching. */
  public Openings openings() {
    return openings;
  }

  /** The calls that are not over. */
  public Calls calls() {
    return calls;
  }

  /** Takes in a call that is not in a queue yet, as {@link Calls#open}. */
  public void open(Call call) {
    calls.open(call);
    hostAnswers.opened(call);
  }

  /** The call is over. */
  public void close(Call call) {
    calls.close(call, now);
    hostAnswers.closed(call);
  }

  /** The call with this identity, if it is not over. */
  public Optional<Call> call(CallId call) {
    return calls.of(call);
  }

  /** The calls that wait. */
  public WaitingCalls waiting() {
    return waiting;
  }

  /** Who is free. */
  public DeviceTable devices() {
    return devices;
  }

  /** Who is logged in, and how much everybody has worked. */
  public ExtensionStates extensions() {
    return extensions;
  }

  /** What hunt groups remember. */
  public HuntHistory history() {
    return history;
  }

  /** Places that are kept for callers who come back. */
  public KeptPlaces keptPlaces() {
    return keptPlaces;
  }

  /** What was used of late that is limited. */
  public LimitedUses limitedUses() {
    return limitedUses;
  }

  /** How long those who wait are expected to wait. */
  public ExpectedWaits expectedWaits() {
    return expectedWaits;
  }

  /** What is to be looked at when. */
  public Timers timers() {
    return timers;
  }

  /** Which switches are linked. */
  public Links links() {
    return links;
  }

  /** What the host's predicates said of callers. */
  public HostAnswerTable hostAnswers() {
    return hostAnswers;
  }

  /** Queues whose calls are placed anew. */
  public Replacements replacements() {
    return replacements;
  }

  /** Snapshots with which the state is not compared to the end. */
  public Snapshots snapshots() {
    return snapshots;
  }

  /** The same as {@link #isBehindInTime}, or more changed with a first snapshot. */
  public boolean isBehind() {
    return isBehindInTime() || firstUndecided().isPresent();
  }

  /** Whether more calls or devices changed, by time or with a phone list, than were taken in. */
  public boolean isBehindInTime() {
    return replacements.isPending() || !timers.next().isAfter(now);
  }

  /** Whether phones may count as taken for a waiting call whose switch has no link. */
  public boolean isAnybodyHeld() {
    for (PbxId pbx : waiting.switches()) {
      if (!links.isUp(pbx)) {
        return true;
      }
    }
    return false;
  }

  /** The first of the calls that wait to be decided and whose switch has been seen by now. */
  public Optional<Call> firstUndecided() {
    if (waiting.undecidedSwitches().isEmpty()) {
      return Optional.empty();
    }
    return waiting.undecidedSwitches().stream()
        .filter(links::isUp)
        .flatMap(pbx -> waiting.firstUndecided(pbx).stream())
        .min(waiting.order());
  }

  /**
   * Whether nothing is promised to a call now: the first snapshot of its switch is awaited, or
   * calls that waited for that are still being decided.
   */
  public boolean isUnseen(PbxId pbx) {
    return links.isAwaited(pbx, now) || (links.isUp(pbx) && firstUndecided().isPresent());
  }

  /** A call leaves its queue, if it is in one. */
  public void leaveQueue(Call call) {
    boolean held = holdsPhones(call);
    waiting.leave(call);
    if (held) {
      openings.everything();
    }
  }

  /** A waiting call is in a lane of this kind now, or in none. Says whether it was elsewhere. */
  public boolean placeInLane(Call call, Optional<LaneKind> kind) {
    boolean held = holdsPhones(call);
    boolean moved = waiting.place(call, kind);
    if (moved && held) {
      openings.everything();
    }
    return moved;
  }

  /**
   * Whether phones count as taken for a call that cannot be sent there: nothing says which, so
   * everything is open when that ends. While calls are placed anew nobody is matched, and not all
   * lanes are those of the phone list.
   */
  private boolean holdsPhones(Call call) {
    return !replacements.isPending()
        && call.lane().filter(kind -> !kind.link().onlyByLink()).isPresent()
        && !links.isUp(call.pbx());
  }

  /** Whether a call can be moved now: its switch is linked, and it does not rest. */
  public boolean isDeliverable(Call call) {
    return links.isUp(call.pbx()) && !call.rests(now);
  }

  /** Counts an event that changed nothing. */
  public void countIgnored(String event) {
    ignored.merge(event, 1L, Long::sum);
  }

  /** How many events changed nothing, by kind. */
  public Map<String, Long> ignored() {
    return ignored;
  }
}
