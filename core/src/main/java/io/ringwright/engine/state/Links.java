package io.ringwright.engine.state;

import io.ringwright.call.PbxId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which switches are linked, since when a switch is not, and until when its first snapshot is
 * awaited.
 *
 * <p>Thread safety: confined to the owner of the state.
 */
public final class Links {

  /**
   * The link to one switch.
   *
   * @param downSince the far past if the switch is linked; since when there is no link otherwise
   * @param awaitedUntil until when its first snapshot is awaited; the far past if it is not, and
   *     never was since there last was a link
   */
  public record Link(Instant downSince, Instant awaitedUntil) {

    private static final Link UP = new Link(Instant.MIN, Instant.MIN);

    /** Whether there is a link. */
    public boolean isUp() {
      return downSince.equals(Instant.MIN);
    }

    private boolean isAwaited(Instant now) {
      return now.isBefore(awaitedUntil);
    }

    private Link awaited(Instant until) {
      return new Link(downSince, until);
    }
  }

  private final Map<PbxId, Link> links = new TreeMap<>(Comparator.comparing(PbxId::toString));

  Links() {}

  Links(Links other) {
    links.putAll(other.links);
  }

  /** There is a link, and the state was compared with a snapshot. */
  public void up(PbxId pbx) {
    links.put(pbx, Link.UP);
  }

  /**
   * The link is lost.
   *
   * @return whether there was one
   */
  public boolean down(PbxId pbx, Instant now) {
    boolean was = isUp(pbx);
    if (was) {
      links.put(pbx, new Link(now, Instant.MIN));
    }
    return was;
  }

  /**
   * A link is being made: a snapshot will follow, and is awaited for so long.
   *
   * @return false if there is a link
   */
  public boolean expect(PbxId pbx, Instant now, Duration within) {
    if (isUp(pbx)) {
      return false;
    }
    Link link = links.getOrDefault(pbx, new Link(now, Instant.MIN));
    links.put(pbx, link.awaited(now.plus(within)));
    return true;
  }

  /**
   * The engine starts: no switch is linked, and the first snapshot of each is awaited. Also of one
   * that was not linked before: while no engine ran nobody could say anything, or be silent.
   */
  public void startAnew(Instant now, Duration within) {
    links.replaceAll((pbx, before) -> new Link(now, now.plus(within)));
  }

  /** Whether there is a link. */
  public boolean isUp(PbxId pbx) {
    Link link = links.get(pbx);
    return link != null && link.isUp();
  }

  /** Whether the first snapshot of a switch is awaited: nothing is promised there meanwhile. */
  public boolean isAwaited(PbxId pbx, Instant now) {
    Link link = links.get(pbx);
    return link != null && link.isAwaited(now);
  }

  /** For how long the first snapshot of a switch is still awaited, if it is. */
  public Optional<Duration> awaitedFor(PbxId pbx, Instant now) {
    return Optional.ofNullable(links.get(pbx))
        .filter(link -> link.isAwaited(now))
        .map(link -> Duration.between(now, link.awaitedUntil()));
  }

  /** Whether a switch was awaited for as long as it may be, and was not seen. */
  public boolean isMissed(PbxId pbx, Instant now) {
    Link link = links.get(pbx);
    return link != null && !link.awaitedUntil().equals(Instant.MIN) && !link.isAwaited(now);
  }

  /** Since when there is no link; empty if there is one, or there never was. */
  public Optional<Instant> downSince(PbxId pbx) {
    return Optional.ofNullable(links.get(pbx)).filter(link -> !link.isUp()).map(Link::downSince);
  }

  /** All switches that were ever linked or awaited. */
  public Map<PbxId, Link> data() {
    return new HashMap<>(links);
  }

  /** Takes a switch as an image describes it. */
  public void restore(PbxId pbx, Link link) {
    links.put(pbx, link);
  }
}
