package io.ringwright.faults;

import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.directory.Extension;
import io.ringwright.fakeasterisk.switchboard.LiveChannel;
import io.ringwright.waiting.WaitingCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** What must hold after every event, whatever goes wrong. */
final class Checks {

  private static final long NANOS = 1_000_000_000L;

  /** The keep-alive of the dialplan, a question that is asked again, and a little. */
  private static final long LONGEST_UNKNOWN = 40 * NANOS;

  private static final Duration LONGEST_NEWS = Duration.ofSeconds(30);

  private static final long BETWEEN_LOOKS = NANOS / 2;

  private final Laboratory lab;
  private final Map<CallId, LiveChannel> callers = new HashMap<>();
  private final Map<CallId, Long> unknownSince = new HashMap<>();
  private final List<String> broken = new ArrayList<>();
  private final Map<CallId, WaitingCall> places = new HashMap<>();
  private final Map<CallId, Long> firstSeen = new HashMap<>();
  private final Set<CallId> ordered = new HashSet<>();
  private final Set<CallId> withdrawn = new HashSet<>();
  private final Truth truth;
  private int toldMistakes;
  private long lastLook;
  private long troubled;
  private long looks;
  private long rings;

  Checks(Laboratory lab) {
    this.lab = lab;
    this.truth = new Truth(lab);
  }

  /** A caller comes. */
  void calls(LiveChannel caller) {
    callers.put(Laboratory.idOf(caller), caller);
  }

  void engineStarts() {
    trouble();
  }

  void engineStops() {
    places.clear();
    firstSeen.clear();
    trouble();
  }

  void asteriskRestarts() {
    callers.clear();
    trouble();
  }

  /** Something is wrong with the way of questions: who is unknown cannot say so. */
  void trouble() {
    troubled = lab.timeline.nanoTime();
  }

  /** How often everything was looked at. */
  long looks() {
    return looks;
  }

  private void breaks(String what) {
    broken.add(what);
  }

  /** The host has decided about a call itself, out of turn. */
  void ordered(CallId call) {
    ordered.add(call);
  }

  /** A call has a new place. */
  void arrives(CallId call) {
    places.remove(call);
    firstSeen.remove(call);
  }

  /** A waiting call has its turn: nobody of the same priority in the same queue is ahead. */
  void delivers(CallId call) {
    WaitingCall served = places.get(call);
    if (served == null || ordered.contains(call) || !seesTheSwitch()) {
      return;
    }
    for (WaitingCall other : waitingCalls()) {
      if (isAhead(other, served) && !ordered.contains(other.id()) && hasWaitedUntroubled(other)) {
        breaks(call + " is delivered, and " + other.id() + " is ahead for " + other.waitingFor());
      }
    }
  }

  private static boolean isAhead(WaitingCall other, WaitingCall served) {
    return other.waitingFor().equals(served.waitingFor())
        && other.place().priority().equals(served.place().priority())
        && other.place().compareTo(served.place()) < 0;
  }

  /** Whom a phone rang for of late leaves it alone, and lets others go ahead. */
  private boolean hasWaitedUntroubled(WaitingCall other) {
    long now = lab.timeline.nanoTime();
    Long seen = places.containsKey(other.id()) ? firstSeen.get(other.id()) : null;
    return seen != null
        && now - seen > LONGEST_NEWS.toNanos()
        && now - lab.book.lastRung(other.id()) > 5 * LONGEST_NEWS.toNanos();
  }

  private List<WaitingCall> waitingCalls() {
    return lab.engine().map(engine -> engine.router().waitingCalls()).orElse(List.of());
  }

  /** How often phones of the house rang for callers of the engine. */
  long rings() {
    return rings;
  }

  /** A phone begins to ring. */
  void rings(LiveChannel caller, LiveChannel phone) {
    if (!caller.location().context().startsWith("ringwright-")) {
      return; // Somebody else rings it, such as whoever transfers a caller.
    }
    rings++;
    String device = phone.id().device();
    long ours =
        lab.pbx().switchboard().channelsOf(device).stream()
            .filter(each -> each == phone || each.variable("RW_RUNG").isPresent())
            .count();
    phone.set("RW_RUNG", caller.id().uniqueId());
    int most = 1 + holdCapacity(device);
    if (ours > most && seesTheSwitch()) {
      breaks(device + " is rung for " + ours + " calls at once, and " + most + " fit");
    }
  }

  /** Without a link the engine goes on with what it knows: it may ring a phone that is engaged. */
  private boolean seesTheSwitch() {
    return lab.engine().filter(engine -> engine.link().isConnected()).isPresent()
        && !lab.ami.isSilent();
  }

  /** What was promised under an earlier phone list stands. */
  private int holdCapacity(String device) {
    return lab.installed().stream()
        .flatMap(list -> list.extensions().stream())
        .filter(each -> each.devices().get(0).device().name().equals(device))
        .mapToInt(Extension::holdCapacity)
        .max()
        .orElse(0);
  }

  /** After each event. */
  void afterEvent() {
    List<String> mistakes = lab.book.mistakes();
    while (toldMistakes < mistakes.size()) {
      breaks(mistakes.get(toldMistakes++));
    }
    if (lab.timeline.nanoTime() - lastLook >= BETWEEN_LOOKS) {
      lastLook = lab.timeline.nanoTime();
      nobodyIsForgotten();
    }
    if (!broken.isEmpty()) {
      throw new BrokenInvariant(broken.get(0), lab.story.last());
    }
  }

  private void nobodyIsForgotten() {
    looks++;
    long now = lab.timeline.nanoTime();
    Set<CallId> known = new HashSet<>();
    for (WaitingCall each : waitingCalls()) {
      known.add(each.id());
      places.put(each.id(), each);
      firstSeen.putIfAbsent(each.id(), now);
    }
    for (LiveChannel channel : lab.callers()) {
      CallId call = Laboratory.idOf(channel);
      boolean waits =
          channel.location().context().equals("ringwright-wait") && !withdrawn.contains(call);
      if (!waits || known.contains(call) || lab.engine().isEmpty()) {
        unknownSince.remove(call);
        continue;
      }
      long since = Math.max(troubled, unknownSince.computeIfAbsent(call, first -> now));
      if (now - since > LONGEST_UNKNOWN) {
        breaks(
            call + " waits, and the engine has not known it for " + (now - since) / NANOS + " s");
      }
    }
  }

  /** The host has taken a call out: it waits on, and the engine does not know it. */
  void withdrawn(CallId call) {
    withdrawn.add(call);
  }

  /** When the faults have ended: the engine knows what is, as soon as all news has arrived. */
  void engineKnowsTheTruth() {
    boolean equal = lab.timeline.until(() -> truth.differences().isEmpty(), LONGEST_NEWS);
    if (!equal) {
      fail("the engine does not know the truth: " + truth.differences());
    }
  }

  /** Everybody has been served, or was ended as the rules say. */
  void nobodyIsLeft(boolean empty) {
    if (!empty) {
      fail(
          "still there: "
              + lab.pbx().switchboard().channels().stream()
                  .map(each -> each + " in " + each.location())
                  .toList());
    }
  }

  /** Nothing of any call is left in the engine, and each caller had one outcome. */
  void nothingIsLeft() {
    if (!truth.remains().isEmpty()) {
      fail("left over: " + truth.remains());
    }
    callers.keySet().forEach(this::endedOnce);
  }

  private void endedOnce(CallId call) {
    ToldVisits visits = lab.book.visits();
    // What a journal lost may be told again by the next one, or never; by each at most once.
    boolean uncertain = visits.isUncertain(call);
    List<CallOutcome> ends = uncertain ? visits.endsOfThisJournal(call) : visits.endsOf(call);
    long terminal = IntStream.range(0, ends.size()).filter(end -> isLast(ends, end)).count();
    boolean mayHaveNone = uncertain || !visits.everKnew(call) || withdrawn.contains(call);
    // A question that was lost while its channel became another one is nobody's any more, and one
    // that arrives when its caller has gone is taken for an arrival if it is the newest.
    boolean confused =
        lab.hasFaults() && (lab.book.tookOver(call) || lab.agi.wasLate(call.uniqueId()));
    if (!confused && terminal != 1 && (terminal > 1 || !mayHaveNone)) {
      fail(call + " ended " + terminal + " times: " + visits.endsOf(call));
    }
  }

  /**
   * Whether a call ends with this end of a visit. An answer that ends it may be lost on its way,
   * and whoever is sent on before it is asked for again has another visit.
   */
  private boolean isLast(List<CallOutcome> ends, int end) {
    boolean mayBeLost =
        ends.get(end) == CallOutcome.REJECTED
            || ends.get(end) == CallOutcome.OVERFLOWED
            || ends.get(end) == CallOutcome.HANDED_BACK;
    boolean wasLost = mayBeLost && end + 1 < ends.size() && lab.hasFaults();
    return !wasLost && !ends.get(end).goesOn() && ends.get(end) != CallOutcome.WITHDRAWN;
  }

  /** Where the engine and the switch differ. */
  List<String> differences() {
    return truth.differences();
  }

  /** What is left in the engine of calls that are over. */
  List<String> remains() {
    return truth.remains();
  }

  private void fail(String what) {
    throw new BrokenInvariant(what, lab.story.last());
  }

  /** All callers that came since Asterisk started. */
  Map<CallId, LiveChannel> callers() {
    return Map.copyOf(callers);
  }
}
