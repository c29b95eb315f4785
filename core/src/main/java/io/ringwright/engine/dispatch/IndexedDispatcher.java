package io.ringwright.engine.dispatch;

import io.ringwright.call.Destination;
import io.ringwright.call.Device;
import io.ringwright.directory.Extension;
import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.EngineState;
import io.ringwright.engine.state.Lane;
import io.ringwright.engine.state.LaneKind;
import io.ringwright.engine.state.Openings;
import io.ringwright.engine.state.WaitingQueue;
import io.ringwright.routing.Candidate;
import io.ringwright.routing.Reach;
import io.ringwright.routing.RoutingRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds matches by looking at the first call of each lane that a changed phone can serve.
 *
 * <p>It relies on this: after each event no waiting call could be served by a free phone, and
 * reserving a phone never makes another match possible. So only a phone that was touched, or a call
 * that joined, can bring about a match; and a lane whose first call finds nobody need not be asked
 * again. Calls at a switch without a link are the exception: they find phones and are not sent
 * there. While there are any, every phone that may ring counts as touched.
 */
public final class IndexedDispatcher implements Dispatcher {

  /** More queues than this are not looked at in one walk; the rest comes with the next event. */
  static final int MOST_QUEUES = 500;

  /** Where so many destinations lead to some devices, every queue is looked at instead. */
  private static final int MOST_FOLLOWED = 4 * MOST_QUEUES;

  private final EngineState state;
  private final PhoneIndex index;
  private final EngineFacts facts;

  /** The dispatcher of a state. */
  public IndexedDispatcher(EngineState state) {
    this.state = state;
    this.index = new PhoneIndex(state);
    this.facts = new EngineFacts(state, index);
  }

  @Override
  public EngineFacts facts() {
    return facts;
  }

  @Override
  public boolean isDue() {
    return state.openings().isPending() || state.isAnybodyHeld();
  }

  @Override
  public Round round(@Nullable Call until) {
    // While calls are placed anew nobody is matched, and not all devices were looked at.
    if (state.waiting().isEmpty() || state.replacements().isPending()) {
      return new LaneRound(until, List.of(), Openings.Rest.NONE);
    }
    Set<Destination> open = namedQueues();
    if (!addQueues(state.openings().touchedDevices(), open)) {
      return everyQueue(until, namedQueues(), Optional.empty());
    }
    if (state.openings().isEverything() || state.isAnybodyHeld()) {
      Set<Destination> ofFree = new LinkedHashSet<>(open);
      if (!addQueuesOfFree(ofFree)) {
        return everyQueue(until, open, state.openings().lookedAt());
      }
      open = ofFree;
    }
    if (open.size() <= MOST_QUEUES) {
      return new LaneRound(until, open, Openings.Rest.NONE);
    }
    List<Destination> sorted = sorted(open);
    return new LaneRound(
        until,
        sorted.subList(0, MOST_QUEUES),
        new Openings.Rest(
            List.copyOf(sorted.subList(MOST_QUEUES, sorted.size())), false, Optional.empty()));
  }

  /** False if it is less to look at every queue than to go from devices to queues. */
  private boolean addQueuesOfFree(Set<Destination> open) {
    Collection<Device> free = index.freeDevices();
    return free.size() <= MOST_QUEUES
        && free.size() <= state.waiting().queues().size()
        && addQueues(free, open);
  }

  /** The queues that are named, and then the others in the order of their numbers, from one on. */
  private Round everyQueue(
      @Nullable Call until, Set<Destination> named, Optional<Destination> lookedAt) {
    if (named.size() >= MOST_QUEUES) {
      List<Destination> sorted = sorted(named);
      List<Destination> later = List.copyOf(sorted.subList(MOST_QUEUES, sorted.size()));
      return new LaneRound(
          until, sorted.subList(0, MOST_QUEUES), new Openings.Rest(later, true, lookedAt));
    }
    Optional<Destination> last = lookedAt;
    Optional<Destination> next = state.waiting().after(last);
    while (next.isPresent() && named.size() < MOST_QUEUES) {
      named.add(next.get());
      last = next;
      next = state.waiting().after(last);
    }
    return new LaneRound(
        until,
        named,
        next.isEmpty() ? Openings.Rest.NONE : new Openings.Rest(List.of(), true, last));
  }

  private static List<Destination> sorted(Collection<Destination> queues) {
    List<Destination> sorted = new ArrayList<>(queues);
    sorted.sort(Comparator.comparing(Destination::digits));
    return sorted;
  }

  @Override
  public void makeReady() {
    index.freeDevices();
  }

  @Override
  public void keepUp() {
    index.keepUp();
  }

  private Set<Destination> namedQueues() {
    Set<Destination> named = new LinkedHashSet<>();
    for (Destination queue : state.openings().openQueues()) {
      if (state.waiting().length(queue) > 0) {
        named.add(queue);
      }
    }
    return named;
  }

  /** Adds the queues that devices can serve; false if more lead there than one event can follow. */
  private boolean addQueues(Collection<Device> devices, Set<Destination> open) {
    int followed = 0;
    for (Device device : devices) {
      for (Extension extension : state.phones().extensionsOn(device)) {
        Optional<Set<Destination>> leading = state.reach().leadingTo(extension.number());
        followed += leading.map(Set::size).orElse(MOST_FOLLOWED);
        if (followed >= MOST_FOLLOWED) {
          return false;
        }
        leading.ifPresent(from -> addQueuesOf(from, open));
      }
    }
    return true;
  }

  /** The queues for some destinations, and those of who prefers one of these extensions. */
  private void addQueuesOf(Collection<Destination> leading, Set<Destination> open) {
    for (Destination from : leading) {
      if (state.waiting().length(from) > 0) {
        open.add(from);
      }
    }
    state.waiting().preferring(leading, open::add);
  }

  /** A walk along the first calls of the lanes of some queues. */
  private final class LaneRound implements Round {

    private final @Nullable Call until;
    private final Openings.Rest rest;
    private final PriorityQueue<Turn> turns;
    private @Nullable Collection<Destination> queues;
    private @Nullable Turn last;

    LaneRound(@Nullable Call until, Collection<Destination> queues, Openings.Rest rest) {
      this.until = until;
      this.queues = queues;
      this.rest = rest;
      this.turns = new PriorityQueue<>(Comparator.comparing(Turn::call, state.waiting().order()));
    }

    @Override
    public Openings.Rest rest() {
      return rest;
    }

    /** A lane, and the call in it that is asked next. */
    private record Turn(Lane lane, Call call) {}

    @Override
    public @Nullable Match next() {
      begin();
      goOn();
      for (Turn turn = turns.poll(); turn != null; turn = turns.poll()) {
        List<Candidate> phones =
            RoutingRules.phonesFor(turn.call().wanted(), turn.call().routed(), facts);
        if (!phones.isEmpty()) {
          last = turn;
          return new Match(turn.call(), phones);
        }
      }
      return null;
    }

    /** Not before the first match is asked for: some walks are never begun. */
    private void begin() {
      Collection<Destination> open = queues;
      if (open != null) {
        queues = null;
        for (Destination queue : open) {
          state.waiting().queue(queue).ifPresent(this::enter);
        }
      }
    }

    /** The one behind the last match in its lane comes next. */
    private void goOn() {
      Turn before = last;
      if (before != null) {
        last = null;
        add(before.lane(), before.lane().calls().higher(before.call()));
      }
    }

    private void enter(WaitingQueue queue) {
      boolean hasRoom = Reach.hasRoom(queue.destination(), facts);
      for (Lane lane : queue.lanes()) {
        if (hasRoom || lane.kind().own().preferred().isPresent()) {
          enter(lane);
        }
      }
    }

    private void enter(Lane lane) {
      LaneKind.Link link = lane.kind().link();
      if (!link.onlyByLink() || state.links().isUp(link.pbx())) {
        add(lane, lane.calls().first());
      }
    }

    private void add(Lane lane, @Nullable Call call) {
      if (call != null && (until == null || state.waiting().order().compare(call, until) < 0)) {
        turns.add(new Turn(lane, call));
      }
    }
  }
}
