package io.ringwright.engine.state;

import io.ringwright.call.PbxId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which switches are linked, and since when a switch is not.
 *
 * <p>Thread safety: confined to the owner of the state.
 */
public final class Links {

  /** The far past for a switch that is linked; since when there is no link otherwise. */
  private final Map<PbxId, Instant> downSince =
      new TreeMap<>(Comparator.comparing(PbxId::toString));

  Links() {}

  Links(Links other) {
    downSince.putAll(other.downSince);
  }

  /** There is a link. */
  public void up(PbxId pbx) {
    downSince.put(pbx, Instant.MIN);
  }

  /**
   * The link is lost.
   *
   * @return whether there was one
   */
  public boolean down(PbxId pbx, Instant now) {
    boolean was = isUp(pbx);
    if (was) {
      downSince.put(pbx, now);
    }
    return was;
  }

  /** Whether there is a link. */
  public boolean isUp(PbxId pbx) {
    return Instant.MIN.equals(downSince.get(pbx));
  }

  /** Since when there is no link; empty if there is one, or there never was. */
  public Optional<Instant> downSince(PbxId pbx) {
    return Optional.ofNullable(downSince.get(pbx)).filter(since -> !since.equals(Instant.MIN));
  }

  /** All switches that were ever linked: the far past if one is now, else since when it is not. */
  public Map<PbxId, Instant> data() {
    return downSince;
  }

  /** Takes a switch as an image describes it. */
  public void restore(PbxId pbx, Instant since) {
    downSince.put(pbx, since);
  }
}
