package io.ringwright.engine.state;

import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.RandomDraw;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.directory.Strategy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What hunt groups remember of the times before: whose phone rang last, and how many lots were
 * drawn. Belongs to the {@link EngineState} and its lock.
 */
public final class HuntHistory {

  private record Entry(Destination last, long rings) {}

  private final Map<DirectoryNumber, Entry> entries = new HashMap<>();
  private final long seed;

  public HuntHistory(long seed) {
    this.seed = seed;
  }

  public Strategy.Memory of(HuntGroup group) {
    Entry entry = entries.get(group.number());
    long rings = entry == null ? 0 : entry.rings();
    long draw =
        RandomDraw.mixed(seed ^ RandomDraw.mixed(group.number().digits().hashCode() + rings));
    return entry == null || !looksBack(group.hunting().strategy())
        ? new Strategy.Memory(-1, draw)
        : new Strategy.Memory(group.orderOf(entry.last()), draw);
  }

  /** Of the standard strategies only one asks who rang last; to find that out takes a search. */
  private static boolean looksBack(Strategy strategy) {
    return !(strategy instanceof StandardStrategy) || strategy == StandardStrategy.CIRCULAR;
  }

  /** A phone rings that was reached on this way: every hunt group on it remembers its member. */
  public void rung(List<Destination> way) {
    for (int at = 0; at + 1 < way.size(); at++) {
      if (way.get(at) instanceof Destination.ToHuntGroup group) {
        Destination member = way.get(at + 1);
        entries.merge(
            group.number(),
            new Entry(member, 1),
            (known, first) -> new Entry(member, known.rings() + 1));
      }
    }
  }
}
