package io.ringwright.engine.state;

import io.ringwright.call.CallId;
import io.ringwright.call.CallerId;
import io.ringwright.call.DirectoryNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The calls that are not over, and which calls ended of late.
 *
 * <p>Thread safety: confined to the owner of the state.
 */
public final class Calls {

  /** Events of two sides may arrive out of order by up to so much; neither overrides the other. */
  public static final Duration CROSSING_TOLERANCE = Duration.ofSeconds(5);

  /** For so long a list of channels cannot bring back a call that ended. */
  private static final Duration ENDED_KEPT_FOR = Duration.ofMinutes(10);

  /** Of more calls than this it is not remembered that they were withdrawn. */
  private static final int MOST_WITHDRAWN = 1000;

  /** Of more calls than this it is not remembered that they ended. */
  private static final int MOST_ENDED = 50_000;

  /** Order of arrival at the engine: no two calls have the same ticket and identity. */
  static final Comparator<Call> BY_TICKET =
      Comparator.<Call>comparingLong(call -> call.place().ticket())
          .thenComparing(call -> call.id().value());

  private final Map<CallId, Call> calls = new HashMap<>();
  private final Map<CallId, Instant> ended = new LinkedHashMap<>();
  private final Set<CallId> withdrawn = new LinkedHashSet<>();

  /** Follows from the phases. */
  private final Map<DirectoryNumber, List<Call>> talking = new HashMap<>();

  private final Readings readings;

  Calls(Readings readings) {
    this.readings = readings;
  }

  Calls(Calls other, Readings readings) {
    this(readings);
    other.calls.values().forEach(call -> calls.put(call.id(), new Call(call)));
    ended.putAll(other.ended);
    withdrawn.addAll(other.withdrawn);
    calls.values().forEach(this::noteTalk);
  }

  Calls(StateData data, Readings readings) {
    this(readings);
    data.calls().forEach(call -> calls.put(call.waiting().id(), new Call(call)));
    data.ended().forEach(each -> ended.put(each.call(), each.at()));
    withdrawn.addAll(data.withdrawn());
    calls.values().forEach(this::noteTalk);
  }

  /** Takes in a call that is not in a queue yet. */
  public void open(Call call) {
    calls.put(call.id(), call);
    ended.remove(call.id());
    withdrawn.remove(call.id());
  }

  /** A call enters a phase. */
  public void enter(Call call, CallPhase next, Instant now) {
    forgetTalk(call);
    call.enter(next, now);
    noteTalk(call);
  }

  private void noteTalk(Call call) {
    if (call.phase() instanceof CallPhase.Talking talk) {
      readings.before(talk.extension());
      talking.computeIfAbsent(talk.extension(), none -> new ArrayList<>(1)).add(call);
    }
  }

  private void forgetTalk(Call call) {
    if (call.phase() instanceof CallPhase.Talking talk) {
      readings.before(talk.extension());
      List<Call> there = talking.getOrDefault(talk.extension(), List.of());
      if (there.remove(call) && there.isEmpty()) {
        talking.remove(talk.extension());
      }
    }
  }

  /** The calls to which an extension talks, by ticket. */
  public List<Call> talking(DirectoryNumber extension) {
    return talking.getOrDefault(extension, List.of()).stream().sorted(BY_TICKET).toList();
  }

  /** The call with this identity, if it is not over. */
  public Optional<Call> of(CallId call) {
    return Optional.ofNullable(calls.get(call));
  }

  /** How many there are. */
  public int size() {
    return calls.size();
  }

  /** The call stays out, though its channel may still be in the wait context. */
  public void withdraw(CallId call) {
    withdrawn.add(call);
    if (withdrawn.size() > MOST_WITHDRAWN) {
      withdrawn.remove(withdrawn.iterator().next());
    }
  }

  /** Whether the host took the call out. */
  public boolean isWithdrawn(CallId call) {
    return withdrawn.contains(call);
  }

  /** Those that the host took out, in the order in which it did. */
  List<CallId> withdrawn() {
    return List.copyOf(withdrawn);
  }

  /** All calls in the order of their tickets; a copy, so that calls may end meanwhile. */
  public List<Call> byTicket() {
    return byTicket(call -> true);
  }

  /** Some of them. */
  public List<Call> byTicket(Predicate<Call> which) {
    List<Call> all = new ArrayList<>();
    calls.values().stream().filter(which).forEach(all::add);
    all.sort(BY_TICKET);
    return all;
  }

  /** Who calls, over all calls. */
  public Set<CallerId> callers() {
    Set<CallerId> callers = new HashSet<>();
    calls.values().forEach(call -> callers.add(call.waiting().caller()));
    return callers;
  }

  /** The call is over. */
  public void close(Call call, Instant now) {
    forgetTalk(call);
    calls.remove(call.id());
    ended.remove(call.id());
    ended.put(call.id(), now);
    forgetEnded(now);
  }

  /** Whether the call ended a moment ago, so that what is still said of it comes too late. */
  public boolean endedLately(CallId call, Instant now) {
    Instant end = ended.get(call);
    return end != null && now.isBefore(end.plus(CROSSING_TOLERANCE));
  }

  /** Whether it is remembered that the call ended: a list of channels is not believed then. */
  public boolean hasEnded(CallId call) {
    return ended.containsKey(call);
  }

  /** When calls ended, first to last. */
  List<StateData.Ended> endedInOrder() {
    return ended.entrySet().stream()
        .map(each -> new StateData.Ended(each.getKey(), each.getValue()))
        .toList();
  }

  /** In the order in which they ended, so that the first that is fresh ends the search. */
  private void forgetEnded(Instant now) {
    Iterator<Instant> ends = ended.values().iterator();
    while (ends.hasNext()) {
      boolean old = !now.isBefore(ends.next().plus(ENDED_KEPT_FOR));
      if (!old && ended.size() <= MOST_ENDED) {
        return;
      }
      ends.remove();
    }
  }
}
