package io.ringwright.engine.state;

import io.ringwright.call.Destination;
import io.ringwright.call.Device;
import io.ringwright.routing.PhoneListChange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What was touched since the last matching: devices that may serve more than before, queues whose
 * calls may be served by other phones than before. Matching reads it and clears it. Where
 * everything is open, queues are looked at in the order of their numbers, in several events if they
 * are many.
 *
 * <p>Thread safety: confined to the owner of the state.
 */
public final class Openings {

  /**
   * Where more devices than this are touched, everything is open: to go through them takes long.
   */
  private static final int MOST_TOUCHED = 500;

  private final Set<Device> touched = new LinkedHashSet<>();
  private final Set<Destination> queues = new LinkedHashSet<>();
  private final Set<Destination> thinned = new TreeSet<>(WaitingCalls.BY_NUMBER);
  private final List<Device> changed = new ArrayList<>();
  private final List<PhoneListChange> lists = new ArrayList<>(1);
  private boolean everything;
  private Optional<Destination> lookedAt = Optional.empty();

  Openings() {}

  /**
   * What is still to be matched, as plain data.
   *
   * @param everything whether any call may be served
   * @param lookedAt the last queue that was looked at since everything is open; empty for none
   * @param devices devices that may serve more
   * @param queues queues whose calls may be served
   * @param thinned queues for which nobody may be there any more
   */
  public record Data(
      boolean everything,
      Optional<Destination> lookedAt,
      List<Device> devices,
      List<Destination> queues,
      List<Destination> thinned) {}

  /**
   * What a matching left out, because it was too much for one event.
   *
   * @param queues queues that are open
   * @param everything whether queues are open that are not named
   * @param lookedAt the last one that was looked at of those that are not named; empty for none
   */
  public record Rest(
      Collection<Destination> queues, boolean everything, Optional<Destination> lookedAt) {

    /** Everything was looked at. */
    public static final Rest NONE = new Rest(List.of(), false, Optional.empty());

    /** Whether everything was looked at. */
    public boolean isNone() {
      return queues.isEmpty() && !everything;
    }
  }

  /** What is still to be matched in another state; nothing was kept ready for this one. */
  void copy(Openings other) {
    restore(other.data());
  }

  /** The same from an image. */
  void restore(Data open) {
    touched.addAll(open.devices());
    queues.addAll(open.queues());
    thinned.addAll(open.thinned());
    everything = open.everything();
    lookedAt = open.lookedAt();
  }

  /** What is still to be matched. */
  Data data() {
    return new Data(
        everything, lookedAt, List.copyOf(touched), List.copyOf(queues), List.copyOf(thinned));
  }

  /** A device may serve somebody now whom it could not serve before. */
  public void touched(Device device) {
    changed.add(device);
    if (isEverythingAhead()) {
      return;
    }
    touched.add(device);
    if (touched.size() > MOST_TOUCHED) {
      everything();
    }
  }

  /** Whether everything is open, and no queue was looked at yet. */
  private boolean isEverythingAhead() {
    return everything && lookedAt.isEmpty();
  }

  /** A device was taken: whom it could not serve before it cannot serve now either. */
  public void taken(Device device) {
    changed.add(device);
  }

  /** The first calls of a queue may be served now. */
  public void opened(Destination queue) {
    if (!isEverythingAhead()) {
      queues.add(queue);
    }
  }

  /** For a queue nobody may be there any more: somebody left, or a group closed. */
  public void thinned(Destination queue) {
    thinned.add(queue);
  }

  /**
   * The same for all queues.
   *
   * @param queues in the order of their numbers: many are taken over quickly then
   */
  public void thinned(SortedSet<Destination> queues) {
    thinned.addAll(queues);
  }

  /** The queues for which nobody may be there any more, in order; each is taken off with this. */
  public Iterator<Destination> thinned() {
    return thinned.iterator();
  }

  /** Whether for any queue nobody may be there any more. */
  public boolean isAnyThinned() {
    return !thinned.isEmpty();
  }

  /** Any call may be served now: a link came back, or opening hours changed. */
  public void everything() {
    everything = true;
    lookedAt = Optional.empty();
    touched.clear();
    queues.clear();
  }

  /** There is another phone list: what was kept ready and is affected is void. */
  void changed(PhoneListChange list) {
    lists.add(list);
  }

  /** Whether everything is open. */
  public boolean isEverything() {
    return everything;
  }

  /** The last queue that was looked at since everything is open. */
  public Optional<Destination> lookedAt() {
    return lookedAt;
  }

  /** The devices that may serve more. */
  public Collection<Device> touchedDevices() {
    return touched;
  }

  /** The queues that are open by themselves. */
  public Collection<Destination> openQueues() {
    return queues;
  }

  /** Whether anything is open. */
  public boolean isPending() {
    return everything || !touched.isEmpty() || !queues.isEmpty();
  }

  /** Takes the devices whose load changed in any way, oldest change first. */
  public List<Device> takeChanged() {
    List<Device> taken = List.copyOf(changed);
    changed.clear();
    return taken;
  }

  /** Whether any device changed since the last time they were taken. */
  public boolean anyChanged() {
    return !changed.isEmpty();
  }

  /** Takes the phone lists that came into force since the last time, first to last. */
  public List<PhoneListChange> takeLists() {
    List<PhoneListChange> taken = List.copyOf(lists);
    lists.clear();
    return taken;
  }

  /** Whether any phone list came into force since the last time they were taken. */
  public boolean anyLists() {
    return !lists.isEmpty();
  }

  /** All of it was looked at but this. */
  public void clearBut(Rest rest) {
    touched.clear();
    queues.clear();
    queues.addAll(rest.queues());
    everything = rest.everything();
    lookedAt = rest.lookedAt();
  }
}
