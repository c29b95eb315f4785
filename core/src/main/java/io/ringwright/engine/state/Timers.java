package io.ringwright.engine.state;

import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be looked at when: calls, devices whose wrap-up ends, opening hours. Data only; what
 * follows from it is in the handler of time.
 *
 * <p>Thread safety: confined to the owner of the state.
 */
public final class Timers {

  private final TimerQueue<Call> calls = new TimerQueue<>(Calls.BY_TICKET);
  private final TimerQueue<Resting> wrapUps =
      new TimerQueue<>(Comparator.comparing(each -> each.device.name()));
  private final Map<Device, Resting> resting = new HashMap<>();
  private final TimerQueue<LeftAlone> leftAlone =
      new TimerQueue<>(Comparator.comparing(each -> each.extension.digits()));
  private final Map<DirectoryNumber, LeftAlone> alone = new HashMap<>();
  private final TimerQueue<WrappingUp> wrappingUp =
      new TimerQueue<>(Comparator.comparing(each -> each.extension.digits()));
  private final Map<DirectoryNumber, WrappingUp> wrapping = new HashMap<>();
  private RankedSet<Call> overdue;
  private Instant nextHours = Instant.MAX;

  /** A device in wrap-up. */
  private static final class Resting extends Timed {

    private final Device device;

    Resting(Device device) {
      this.device = device;
    }
  }

  /** An extension that calls through hunt groups leave alone. */
  private static final class LeftAlone extends Timed {

    private final DirectoryNumber extension;

    LeftAlone(DirectoryNumber extension) {
      this.extension = extension;
    }
  }

  /** An extension in wrap-up. */
  private static final class WrappingUp extends Timed {

    private final DirectoryNumber extension;

    WrappingUp(DirectoryNumber extension) {
      this.extension = extension;
    }
  }

  /** None yet; calls that are overdue stand in the order of those that wait. */
  Timers(WaitingCalls waiting) {
    overdue = new RankedSet<>(waiting.order());
  }

  /** The timers of an image, for calls that were made from it. */
  Timers(StateData data, Calls restored, WaitingCalls waiting) {
    this(waiting);
    data.calls()
        .forEach(
            call -> restored.of(call.waiting().id()).ifPresent(it -> lookAt(it, call.lookAt())));
    data.timers().overdue().forEach(id -> restored.of(id).ifPresent(overdue::add));
    data.timers().wrapUps().forEach(this::wrapUp);
    nextHours = data.timers().nextHours();
    for (ExtensionStates.State each : data.extensions().states()) {
      each.missed().leftAloneUntil().ifPresent(until -> leaveAlone(each.extension(), until));
      each.times().wrapUp().ifPresent(it -> wrapUp(each.extension(), it.until()));
    }
  }

  /** The same timers for copies of the calls. */
  Timers copyFor(Calls copies, WaitingCalls waiting) {
    Timers copy = new Timers(waiting);
    calls.forEach(call -> copies.of(call.id()).ifPresent(it -> copy.lookAt(it, call.lookAt())));
    overdue.forEach(call -> copies.of(call.id()).ifPresent(copy.overdue::add));
    resting.forEach((device, each) -> copy.wrapUp(device, each.when));
    alone.forEach((extension, each) -> copy.leaveAlone(extension, each.when));
    wrapping.forEach((extension, each) -> copy.wrapUp(extension, each.when));
    copy.nextHours = nextHours;
    return copy;
  }

  /** What is to be looked at, besides what stands with each call. */
  StateData.TimerData data() {
    Map<Device, Instant> wrapUps = new HashMap<>();
    resting.forEach((device, each) -> wrapUps.put(device, each.when));
    List<Call> now = new ArrayList<>(overdue.toList());
    now.sort(Calls.BY_TICKET);
    return new StateData.TimerData(
        now.stream().map(Call::id).toList(), Map.copyOf(wrapUps), nextHours);
  }

  /** When the next call or device is to be looked at; the far end if none is. */
  public Instant next() {
    Instant phones = earlier(wrapUps.next(), wrappingUp.next());
    return earlier(calls.next(), earlier(phones, leftAlone.next()));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** An extension is left alone until then. */
  public void leaveAlone(DirectoryNumber extension, Instant until) {
    leftAlone.at(alone.computeIfAbsent(extension, LeftAlone::new), until);
  }

  /** An extension is left alone no longer. */
  public void offerAgain(DirectoryNumber extension) {
    LeftAlone entry = alone.remove(extension);
    if (entry != null) {
      leftAlone.at(entry, Instant.MAX);
    }
  }

  /** Takes out the extensions that were left alone until now, at most so many. */
  public List<DirectoryNumber> offeredAgain(Instant now, int most) {
    List<LeftAlone> due = leftAlone.due(now, most);
    if (due.isEmpty()) {
      return List.of();
    }
    List<DirectoryNumber> offered = due.stream().map(each -> each.extension).toList();
    offered.forEach(alone::remove);
    return offered;
  }

  /** A device rests until then. */
  public void wrapUp(Device device, Instant until) {
    wrapUps.at(resting.computeIfAbsent(device, Resting::new), until);
  }

  /** An extension is in wrap-up until then. */
  public void wrapUp(DirectoryNumber extension, Instant until) {
    wrappingUp.at(wrapping.computeIfAbsent(extension, WrappingUp::new), until);
  }

  /** Takes out extensions whose wrap-up is over, at most so many. */
  public List<DirectoryNumber> wrappedUp(Instant now, int most) {
    List<WrappingUp> due = wrappingUp.due(now, most);
    if (due.isEmpty()) {
      return List.of();
    }
    List<DirectoryNumber> over = due.stream().map(each -> each.extension).toList();
    over.forEach(wrapping::remove);
    return over;
  }

  /** Takes out devices whose wrap-up is over, at most so many. */
  public List<Device> restedDevices(Instant now, int most) {
    List<Resting> due = wrapUps.due(now, most);
    if (due.isEmpty()) {
      return List.of();
    }
    List<Device> rested = due.stream().map(each -> each.device).toList();
    rested.forEach(resting::remove);
    return rested;
  }

  /** Takes out the calls that are to be looked at by now, at most so many: they are overdue. */
  public List<Call> dueCalls(Instant now, int most) {
    List<Call> due = calls.due(now, most);
    due.forEach(overdue::add);
    return due;
  }

  /** When a call is looked at next. */
  public void lookAt(Call call, Instant when) {
    calls.at(call, when);
  }

  /** A call is to be looked at with the others that are overdue. */
  public void lookAtNow(Call call) {
    overdue.add(call);
  }

  /** Whether any call is overdue. */
  public boolean anybodyOverdue() {
    return !overdue.isEmpty();
  }

  /**
   * Takes out the first of the calls that must be looked at now, in the order of those that wait.
   */
  public Optional<Call> takeOverdue() {
    Call first = overdue.first();
    if (first != null) {
      overdue.remove(first);
    }
    return Optional.ofNullable(first);
  }

  /**
   * The place of a call is about to change: it must not be among those that are overdue meanwhile.
   *
   * @return whether it was
   */
  public boolean leaveOverdue(Call call) {
    return overdue.remove(call);
  }

  /** The order of those that wait is another one from now on. */
  void reorder(WaitingCalls waiting) {
    List<Call> all = overdue.toList();
    overdue = new RankedSet<>(waiting.order());
    all.forEach(overdue::add);
  }

  /** The call is over, or nowhere for the moment. */
  public void forget(Call call) {
    calls.at(call, Instant.MAX);
    overdue.remove(call);
  }

  /** When opening hours change next, on the wall clock; the far end if nobody waits for that. */
  public Instant nextHours() {
    return nextHours;
  }

  /** Opening hours are looked at then. */
  public void watchHours(Instant at) {
    nextHours = at;
  }

  /** How long until opening hours change, seen from a reading of the wall clock. */
  public Duration untilHours(Instant wallClock) {
    return Duration.between(wallClock, nextHours);
  }
}
