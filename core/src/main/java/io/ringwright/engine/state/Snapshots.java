package io.ringwright.engine.state;

import io.ringwright.call.CallId;
import io.ringwright.call.Device;
import io.ringwright.call.PbxId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Snapshots that come in several parts: what the parts so far contained.
 *
 * <p>Thread safety: confined to the owner of the state.
 */
public final class Snapshots {

  private final Map<PbxId, Progress> open = new TreeMap<>(Comparator.comparing(PbxId::name));

  Snapshots() {}

  Snapshots(List<Progress> data) {
    data.forEach(each -> open.put(each.pbx(), each));
  }

  /**
   * A snapshot of which not all has come.
   *
   * @param pbx which switch
   * @param takenAt when it was taken
   * @param devices the devices that it contained so far
   * @param alive the calls that it contained so far
   */
  public record Progress(PbxId pbx, Instant takenAt, Set<Device> devices, Set<CallId> alive) {

    /** Copies the sets. */
    public Progress {
      devices = Set.copyOf(devices);
      alive = Set.copyOf(alive);
    }

    private Progress with(Progress part) {
      Set<Device> moreDevices = new HashSet<>(devices);
      moreDevices.addAll(part.devices());
      Set<CallId> moreAlive = new HashSet<>(alive);
      moreAlive.addAll(part.alive());
      return new Progress(pbx, takenAt, moreDevices, moreAlive);
    }
  }

  /** One more part came. Parts of another snapshot of the same switch are forgotten. */
  public void add(Progress part) {
    open.put(part.pbx(), together(part));
  }

  /** The last part came: what all of them contained. */
  public Progress finish(Progress last) {
    Progress all = together(last);
    open.remove(last.pbx());
    return all;
  }

  private Progress together(Progress part) {
    Progress known = open.get(part.pbx());
    return known == null || !known.takenAt().equals(part.takenAt()) ? part : known.with(part);
  }

  List<Progress> data() {
    return List.copyOf(open.values());
  }
}
