package io.ringwright.engine.state;

import io.ringwright.call.Destination;
import io.ringwright.call.Device;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What was touched since the last matching: devices that may serve more than before, queues whose
 * calls may be served by other phones than before. Matching reads it and clears it.
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
  private final List<Device> changed = new ArrayList<>();
  private boolean everything;
  private boolean phonesChanged;

  Openings() {}

  /**
   * What is still to be matched, as plain data.
   *
   * @param everything whether any call may be served
   * @param devices devices that may serve more
   * @param queues queues whose calls may be served
   */
  public record Data(boolean everything, List<Device> devices, List<Destination> queues) {}

  /** What is still to be matched in another state; nothing was kept ready for this one. */
  void phonesChanged(Openings other) {
    touched.addAll(other.touched);
    queues.addAll(other.queues);
    everything = other.everything;
    phonesChanged = true;
  }

  /** The same from an image. */
  void restore(Data open) {
    touched.addAll(open.devices());
    queues.addAll(open.queues());
    everything = open.everything();
    phonesChanged = true;
  }

  /** What is still to be matched. */
  Data data() {
    return new Data(everything, List.copyOf(touched), List.copyOf(queues));
  }

  /** A device may serve somebody now whom it could not serve before. */
  public void touched(Device device) {
    changed.add(device);
    if (everything) {
      return;
    }
    touched.add(device);
    if (touched.size() > MOST_TOUCHED) {
      everything();
    }
  }

  /** A device was taken: whom it could not serve before it cannot serve now either. */
  public void taken(Device device) {
    changed.add(device);
  }

  /** The first calls of a queue may be served now. */
  public void opened(Destination queue) {
    if (!everything) {
      queues.add(queue);
    }
  }

  /** Any call may be served now: a link came back, or opening hours changed. */
  public void everything() {
    everything = true;
    touched.clear();
    queues.clear();
  }

  /** There is another phone list: everything is open, and what was kept ready is void. */
  public void phonesChanged() {
    phonesChanged = true;
    everything();
  }

  /** Whether everything is open. */
  public boolean isEverything() {
    return everything;
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

  /** The devices whose load changed in any way, oldest change first. */
  public List<Device> changedDevices() {
    return changed;
  }

  /** Whether there is another phone list than the last time that was taken. */
  public boolean isPhonesChanged() {
    return phonesChanged;
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

  /** Whether there is another phone list than the last time this was asked. */
  public boolean takePhonesChanged() {
    boolean is = phonesChanged;
    phonesChanged = false;
    return is;
  }

  /** All of it was looked at. */
  public void clear() {
    touched.clear();
    queues.clear();
    everything = false;
  }

  /** All of it was looked at but these queues. */
  public void clearBut(Collection<Destination> rest) {
    clear();
    queues.addAll(rest);
  }
}
