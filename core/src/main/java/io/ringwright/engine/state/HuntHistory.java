package io.ringwright.engine.state;

import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.RandomDraw;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.directory.Strategy;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What hunt groups remember of the times before: whose phone rang last, and how many lots were
 * drawn.
 *
 * <p>A lot follows from the seed, the number of the group and the count of its rings, and from
 * nothing else: there is no generator of random numbers with a state of its own.
 *
 * <p>Thread safety: confined to the owner of the state.
 */
public final class HuntHistory {

  /**
   * What one hunt group remembers.
   *
   * @param group which
   * @param last the member whose phone rang last
   * @param rings how often a phone rang through this group, 1 or more
   */
  public record Entry(DirectoryNumber group, Destination last, long rings) {

    /**
     * Checks the count.
     *
     * @throws IllegalArgumentException if it is below 1
     */
    public Entry {
      if (rings < 1) {
        throw new IllegalArgumentException(
            "hunt group " + group + " cannot remember " + rings + " rings: expected 1 or more");
      }
    }
  }

  /**
   * What all hunt groups remember.
   *
   * @param seed what lots are drawn with
   * @param entries by number, each group once
   */
  public record Data(long seed, List<Entry> entries) {

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if a group is there twice
     */
    public Data {
      entries = List.copyOf(entries);
      if (entries.stream().map(Entry::group).distinct().count() < entries.size()) {
        throw new IllegalArgumentException("expected each hunt group once, got " + entries);
      }
    }
  }

  private final Map<DirectoryNumber, Entry> entries;
  private final long seed;

  /**
   * Nothing is remembered yet.
   *
   * @param seed what lots are drawn with
   */
  public HuntHistory(long seed) {
    this(seed, Map.of());
  }

  /**
   * As written down.
   *
   * @param data what is remembered
   */
  public HuntHistory(Data data) {
    this(data.seed());
    data.entries().forEach(each -> entries.put(each.group(), each));
  }

  private HuntHistory(long seed, Map<DirectoryNumber, Entry> entries) {
    this.seed = seed;
    this.entries = new HashMap<>(entries);
  }

  /**
   * The same memories; what happens to one of the two does not change the other.
   *
   * @return the copy
   */
  public HuntHistory copy() {
    return new HuntHistory(seed, entries);
  }

  /**
   * All that is known here, as a value.
   *
   * @return equal exactly where the same is known
   */
  public Data data() {
    return new Data(
        seed, entries.values().stream().sorted(Comparator.comparing(Entry::group)).toList());
  }

  /** What a group remembers, and the number to draw with. */
  public Strategy.Memory of(HuntGroup group) {
    Entry entry = entries.get(group.number());
    long rings = entry == null ? 0 : entry.rings();
    long draw =
        RandomDraw.mixed(seed ^ RandomDraw.mixed(group.number().digits().hashCode() + rings));
    return entry == null || !looksBack(group.hunting().strategy())
        ? new Strategy.Memory(-1, draw)
        : new Strategy.Memory(group.orderOf(entry.last()), draw);
  }

  /** A number to draw with: another one for each count of a thing, such as a visit of a call. */
  public long lot(long thing, long count) {
    return RandomDraw.mixed(seed ^ RandomDraw.mixed(RandomDraw.mixed(thing) + count));
  }

  /** Of the standard strategies only one asks who rang last; to find that out takes a search. */
  private static boolean looksBack(Strategy strategy) {
    return !(strategy instanceof StandardStrategy) || strategy == StandardStrategy.CIRCULAR;
  }

  /**
   * A phone rings: every hunt group on the way to it remembers its member.
   *
   * @param way the destinations from the first to the extension that rings
   */
  public void rung(List<Destination> way) {
    for (int at = 0; at + 1 < way.size(); at++) {
      if (way.get(at) instanceof Destination.ToHuntGroup to) {
        Entry before = entries.get(to.number());
        long rings = before == null ? 1 : before.rings() + 1;
        entries.put(to.number(), new Entry(to.number(), way.get(at + 1), rings));
      }
    }
  }
}
