package io.ringwright.engine.state;

import io.ringwright.call.CallId;
import io.ringwright.call.Device;
import io.ringwright.call.PbxId;
import io.ringwright.port.PbxSnapshot;
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

    private static Progress none(PbxSnapshot part) {
      return new Progress(part.pbx(), part.takenAt(), Set.of(), Set.of());
    }

    private Progress with(PbxSnapshot part) {
      Set<Device> moreDevices = new HashSet<>(devices);
      part.devices().forEach(report -> moreDevices.add(report.device()));
      Set<CallId> moreAlive = new HashSet<>(alive);
      moreAlive.addAll(part.alive());
      return new Progress(pbx, takenAt, moreDevices, moreAlive);
    }
  }

  /** One more part came. Parts of another snapshot of the same switch are forgotten. */
  public void add(PbxSnapshot part) {
    open.put(part.pbx(), before(part).with(part));
  }

  /** The last part came: what all of them contained. */
  public Progress finish(PbxSnapshot last) {
    Progress all = before(last).with(last);
    open.remove(last.pbx());
    return all;
  }

  private Progress before(PbxSnapshot part) {
    Progress known = open.get(part.pbx());
    return known == null || !known.takenAt().equals(part.takenAt()) ? Progress.none(part) : known;
  }

  List<Progress> data() {
    return List.copyOf(open.values());
  }
}
