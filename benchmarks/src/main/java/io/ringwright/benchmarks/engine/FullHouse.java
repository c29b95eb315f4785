package io.ringwright.benchmarks.engine;

import io.ringwright.call.CallId;
import io.ringwright.call.Destination;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.engine.dispatch.Dispatcher;
import io.ringwright.engine.dispatch.IndexedDispatcher;
import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.EngineState;
import io.ringwright.engine.state.Lane;
import io.ringwright.event.RouterEvent;
import io.ringwright.routing.Candidate;
import io.ringwright.routing.RoutingRules;
import io.ringwright.waiting.Place;
import io.ringwright.waiting.WaitingCall;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A house in which every phone is engaged, and in front of which callers wait. */
final class FullHouse {

  private static final DirectoryNumber GROUP = DirectoryNumber.of(Houses.GROUP);
  private static final Destination WANTED = new Destination.ToHuntGroup(GROUP);
  private static final CallId STRANGER = CallId.of("stranger");

  static final FullHouse NONE = of("1x1", IndexedDispatcher::new);

  private final OpenHouse house;
  private final EngineState state;
  private final Device[] devices;
  private final RouterEvent[] idle;
  private final RouterEvent[] inUse;
  private final Deque<Call> line = new ArrayDeque<>();
  private final CallId[] holders;
  private final int waiting;
  private long last;
  private int at;

  private FullHouse(int waiting, int phones, Dispatcher.Factory dispatching) {
    this.waiting = waiting;
    house = new OpenHouse(Houses.oneGroup(phones), dispatching);
    state = house.state();
    devices = Houses.shuffled(phones).stream().map(Houses::device).toArray(Device[]::new);
    holders = new CallId[phones];
    idle = reports(false);
    inUse = reports(true);
    for (RouterEvent report : inUse) {
      house.happens(report);
    }
    for (int each = 0; each < waiting; each++) {
      line.add(house.waits(GROUP));
    }
    last = waiting;
  }

  /** So many calls by so many phones, as in {@code 100x10}. */
  static FullHouse of(String size, Dispatcher.Factory dispatching) {
    String[] sides = size.split("x", 2);
    return new FullHouse(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]), dispatching);
  }

  private RouterEvent[] reports(boolean used) {
    RouterEvent[] reports = new RouterEvent[devices.length];
    for (int each = 0; each < reports.length; each++) {
      reports[each] = OpenHouse.report(devices[each], used);
    }
    return reports;
  }

  List<WaitingCall> calls() {
    return line.stream().map(Call::waiting).toList();
  }

  /** The same call, as if it had come last. */
  WaitingCall behindAllOthers(WaitingCall call) {
    return call.at(new Place(call.place().priority(), call.place().since(), ++last));
  }

  /** The phone is reported idle, and the first waiting call is sent to it: how long that took. */
  long idle() {
    at = at + 1 == devices.length ? 0 : at + 1;
    long before = System.nanoTime();
    house.happens(idle[at]);
    return System.nanoTime() - before;
  }

  /** Back to where it was: the phone is in a call of its own, the caller goes, another comes. */
  void restore() {
    house.happens(inUse[at]);
    house.happens(new RouterEvent.Ended(line.remove().id()));
    InboundCall next = house.arrival(GROUP);
    house.happens(new RouterEvent.Arrived(next));
    line.add(state.call(next.id()).orElseThrow());
  }

  /** Every phone is idle, but taken: reserved for a call that is about to ring there. */
  void reserveAll() {
    for (int each = 0; each < devices.length; each++) {
      state.devices().reserve(devices[each], STRANGER);
      house.happens(idle[each]);
      holders[each] = STRANGER;
    }
  }

  /**
   * The index alone: a phone is given back; the first waiting call that can have it is found,
   * leaves the queue and takes the phone; another call joins the queue.
   */
  Call match() {
    at = at + 1 == devices.length ? 0 : at + 1;
    state.devices().release(devices[at], holders[at]);
    Lane lane = state.waiting().queue(WANTED).orElseThrow().lanes().iterator().next();
    Call first = Objects.requireNonNull(lane.calls().first());
    List<Candidate> candidates =
        RoutingRules.phonesFor(first.wanted(), first.routed(), house.facts());
    Device found = candidates.get(0).extension().device();
    state.waiting().leave(first);
    state.devices().reserve(found, first.id());
    holders[at] = first.id();
    Call next = new Call(behindAllOthers(first.waiting()), house.now());
    state.waiting().join(next);
    state.waiting().place(next, Optional.of(lane.kind()));
    return first;
  }

  /** Whether as many wait as in the beginning. */
  void check() {
    if (state.waiting().length() != waiting) {
      throw new IllegalStateException(
          state.waiting().length() + " wait, expected " + waiting + " as in the beginning");
    }
  }
}
