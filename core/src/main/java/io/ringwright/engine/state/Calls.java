package io.ringwright.engine.state;

import io.ringwright.call.CallId;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.RoutingDecision;
import io.ringwright.waiting.WaitingCall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The calls that are not over, and which calls ended of late.
 *
 * <p>Thread safety: confined to the owner of the state.
 */
public final class Calls implements Iterable<Call> {

  /** Events of two sides may arrive out of order by up to so much; neither overrides the other. */
  public static final Duration CROSSING_TOLERANCE = Duration.ofSeconds(5);

  /** For so long a list of channels cannot bring back a call that ended. */
  private static final Duration ENDED_KEPT_FOR = Duration.ofMinutes(10);

  /** A question comes no later than so long after its call: its channel has long been answered. */
  public static final Duration LATEST_QUESTION = Duration.ofSeconds(30);

  /** Of more calls than this it is not remembered that they were withdrawn. */
  private static final int MOST_WITHDRAWN = 10_000;

  /** Of more calls than this it is not remembered that they ended. */
  private static final int MOST_ENDED = 50_000;

  /** Order of arrival at the engine: no two calls have the same ticket and identity. */
  static final Comparator<Call> BY_TICKET =
      Comparator.<Call>comparingLong(call -> call.place().ticket())
          .thenComparing(call -> call.id().value());

  private final Map<CallId, Call> calls;
  private final RankedSet<Call> byTicket;
  private final Map<CallId, End> ended = new LinkedHashMap<>();
  private final Set<CallId> withdrawn = new LinkedHashSet<>();

  /** Follows from the phases. */
  private final Map<DirectoryNumber, List<Call>> talking = new HashMap<>();

  private final Readings readings;

  /**
   * The end of a call.
   *
   * @param at when it was
   * @param parting what its last question is told if it comes again, if it asked any
   */
  private record End(Instant at, Optional<StateData.Parting> parting) {}

  /** One for all calls. */
  private final Consumer<Call> announcing;

  Calls(Readings readings) {
    this.readings = readings;
    this.announcing = readings::before;
    calls = new HashMap<>();
    byTicket = new RankedSet<>(BY_TICKET);
  }

  Calls(Calls other, Readings readings) {
    this.readings = readings;
    this.announcing = readings::before;
    byTicket = new RankedSet<>(other.byTicket, Call::new);
    calls = new HashMap<>(other.calls.size() * 2);
    for (Call call : byTicket) {
      call.announceTo(announcing);
      calls.put(call.id(), call);
    }
    ended.putAll(other.ended);
    withdrawn.addAll(other.withdrawn);
    calls.values().forEach(this::noteTalk);
  }

  Calls(StateData data, Readings readings) {
    this(readings);
    data.calls().forEach(call -> keep(new Call(call)));
    data.ended().forEach(each -> ended.put(each.call(), new End(each.at(), each.parting())));
    withdrawn.addAll(data.withdrawn());
    calls.values().forEach(this::noteTalk);
  }

  private void keep(Call call) {
    call.announceTo(announcing);
    calls.put(call.id(), call);
    byTicket.add(call);
  }

  /**
   * Takes in a call that is not in a queue yet. Its ticket stays the same from now on; no call with
   * this identity may be there.
   */
  void open(Call call) {
    readings.before(call);
    keep(call);
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
    extensionOf(call)
        .ifPresent(
            extension -> {
              readings.before(extension);
              talking.computeIfAbsent(extension, none -> new ArrayList<>(1)).add(call);
            });
  }

  private void forgetTalk(Call call) {
    extensionOf(call)
        .ifPresent(
            extension -> {
              readings.before(extension);
              List<Call> there = talking.getOrDefault(extension, List.of());
              if (there.remove(call) && there.isEmpty()) {
                talking.remove(extension);
              }
            });
  }

  /** The extension that talks to the caller, if one does. */
  private static Optional<DirectoryNumber> extensionOf(Call call) {
    return call.phase() instanceof CallPhase.Talking talk
        ? talk.by().extension()
        : Optional.empty();
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

  /**
   * The channel of a call that the host took out has ended: it cannot ask any more, and an older
   * list of channels does not bring it back.
   */
  public void forgetWithdrawn(CallId call, Instant now) {
    if (withdrawn.remove(call)) {
      End before = ended.get(call);
      noteEnd(call, new End(now, before == null ? Optional.empty() : before.parting()));
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

  /** In the order of their tickets; no call may begin or end meanwhile. */
  @Override
  public Iterator<Call> iterator() {
    return byTicket.iterator();
  }

  /** All calls in the order of their tickets; a copy, so that calls may end meanwhile. */
  public List<Call> byTicket() {
    return byTicket.toList();
  }

  /** Some of them. */
  public List<Call> byTicket(Predicate<Call> which) {
    List<Call> some = new ArrayList<>();
    byTicket.forEach(
        call -> {
          if (which.test(call)) {
            some.add(call);
          }
        });
    return some;
  }

  /** The calls after another in the order of their tickets, at most so many; a copy. */
  public List<Call> after(Optional<WaitingCall> last, int most) {
    return after(last.map(call -> new Call(call, call.place().since())).orElse(null), most);
  }

  /** The calls after another in the order of their tickets, at most so many; null for the first. */
  List<Call> after(@Nullable Call last, int most) {
    return byTicket.after(last, most);
  }

  /** What a call is now; empty if it is not one of these. */
  Optional<CallData> data(Call call) {
    return of(call.id()).filter(known -> known == call).map(Call::data);
  }

  /** The call is over. */
  void close(Call call, Instant now) {
    readings.before(call);
    forgetTalk(call);
    calls.remove(call.id());
    byTicket.remove(call);
    noteEnd(call.id(), new End(now, waitOn(call)));
  }

  private void noteEnd(CallId call, End end) {
    ended.remove(call);
    ended.put(call, end);
    forgetEnded(end.at());
  }

  /** The channel of a call that is not known has ended: its first question may still come. */
  public void noteUnknownEnd(CallId call, Instant now) {
    if (!ended.containsKey(call)) {
      noteEnd(call, new End(now, Optional.empty()));
    }
  }

  /** What its questions are told that come late; a caller who is there after all waits on. */
  private static Optional<StateData.Parting> waitOn(Call call) {
    int asked = call.lastQuestion().number();
    return asked == 0
        ? Optional.empty()
        : Optional.of(
            new StateData.Parting(
                asked,
                new RoutingDecision.Wait(
                    call.wanted(), 1, call.place().priority(), call.place().since())));
  }

  /** Whether the call ended a moment ago, so that what is still said of it comes too late. */
  public boolean endedLately(CallId call, Instant now) {
    End end = ended.get(call);
    return end != null && now.isBefore(end.at().plus(CROSSING_TOLERANCE));
  }

  /** Whether a question that comes now may have been asked before the end of its call. */
  public boolean mayBeLate(CallId call, Instant now) {
    End end = ended.get(call);
    return end != null && now.isBefore(end.at().plus(LATEST_QUESTION));
  }

  /** A question that ended its call was answered so; it may be asked again. */
  public void noteParting(CallId call, StateData.Parting said) {
    ended.computeIfPresent(call, (id, end) -> new End(end.at(), Optional.of(said)));
  }

  /** What is said to the last question of a call that is over, and to older ones that are late. */
  public Optional<RoutingDecision> parting(CallId call, int question, Instant now) {
    boolean late = mayBeLate(call, now);
    return Optional.ofNullable(ended.get(call))
        .flatMap(End::parting)
        .filter(said -> question == said.question() || (late && question < said.question()))
        .map(StateData.Parting::decision);
  }

  /** Whether it is remembered that the call ended: a list of channels is not believed then. */
  public boolean hasEnded(CallId call) {
    return ended.containsKey(call);
  }

  /** When calls ended, first to last. */
  List<StateData.Ended> endedInOrder() {
    return ended.entrySet().stream()
        .map(
            each ->
                new StateData.Ended(each.getKey(), each.getValue().at(), each.getValue().parting()))
        .toList();
  }

  /** In the order in which they ended, so that the first that is fresh ends the search. */
  private void forgetEnded(Instant now) {
    Iterator<End> ends = ended.values().iterator();
    while (ends.hasNext()) {
      boolean old = !now.isBefore(ends.next().at().plus(ENDED_KEPT_FOR));
      if (!old && ended.size() <= MOST_ENDED) {
        return;
      }
      ends.remove();
    }
  }
}
