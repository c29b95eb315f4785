package io.ringwright.engine.state;

import io.ringwright.call.Device;
import io.ringwright.call.PbxId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Snapshots of which not all parts have come, or with which the state was not compared to the end:
 * at most one for each switch.
 *
 * <p>Thread safety: confined to the owner of the state.
 */
public final class Snapshots {

  private final Map<PbxId, OpenSnapshot> open = new TreeMap<>(Comparator.comparing(PbxId::name));

  Snapshots() {}

  Snapshots(List<OpenSnapshot.Data> data) {
    data.forEach(each -> open.put(each.pbx(), new OpenSnapshot(each)));
  }

  /** The snapshot that a switch made at this instant. Another one of that switch is forgotten. */
  public OpenSnapshot of(PbxId pbx, Instant takenAt) {
    OpenSnapshot known = open.get(pbx);
    if (known == null || !known.takenAt().equals(takenAt)) {
      known = new OpenSnapshot(pbx, takenAt);
      open.put(pbx, known);
    }
    return known;
  }

  /** A switch reported a device by itself, which is newer than a snapshot. */
  public void reported(PbxId pbx, Device device) {
    OpenSnapshot known = open.get(pbx);
    if (known != null) {
      known.add(device);
    }
  }

  /** A snapshot of which all parts have come: the first by the name of the switch. */
  public Optional<OpenSnapshot> whole() {
    return open.values().stream().filter(OpenSnapshot::isWhole).findFirst();
  }

  /** The snapshot of a switch is no longer compared. */
  public void forget(PbxId pbx) {
    open.remove(pbx);
  }

  /** No snapshot is compared any longer. */
  public void forgetAll() {
    open.clear();
  }

  /** A copy, by switch. */
  List<OpenSnapshot.Data> data() {
    return open.values().stream().map(OpenSnapshot::data).toList();
  }
}
