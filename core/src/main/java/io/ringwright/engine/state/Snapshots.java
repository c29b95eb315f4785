package io.ringwright.engine.state;

import io.ringwright.call.CallId;
import io.ringwright.call.Device;
import io.ringwright.call.PbxId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    data.forEach(each -> open.put(each.pbx(), each.copy()));
  }

  /**
   * A snapshot of which not all has come. Its sets grow with each part while it is in the state.
   *
   * @param pbx which switch
   * @param takenAt when it was taken
   * @param devices the devices that it contained so far
   * @param alive the calls that it contained so far
   */
  public record Progress(PbxId pbx, Instant takenAt, Set<Device> devices, Set<CallId> alive) {

    private Progress copy() {
      return new Progress(pbx, takenAt, new HashSet<>(devices), new HashSet<>(alive));
    }
  }

  /** One more part came. Parts of another snapshot of the same switch are forgotten. */
  public void add(Progress part) {
    Progress known = open.get(part.pbx());
    if (known != null && known.takenAt().equals(part.takenAt())) {
      known.devices().addAll(part.devices());
      known.alive().addAll(part.alive());
    } else {
      open.put(part.pbx(), part.copy());
    }
  }

  /** The last part came: what all of them contained. */
  public Progress finish(Progress last) {
    add(last);
    return Objects.requireNonNull(open.remove(last.pbx()));
  }

  /** A copy, by switch. */
  List<Progress> data() {
    return open.values().stream().map(Progress::copy).toList();
  }
}
