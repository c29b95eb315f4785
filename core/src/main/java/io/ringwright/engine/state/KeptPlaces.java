package io.ringwright.engine.state;

import io.ringwright.call.CallId;
import io.ringwright.call.Destination;
import io.ringwright.call.InboundCall;
import io.ringwright.waiting.Place;
import io.ringwright.waiting.WaitingCall;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The places of callers who hung up while waiting, kept for a while in case they come back.
 *
 * <p>Each event costs the logarithm of the places kept: they are found by call, by caller, and by
 * the instant at which they end.
 *
 * <p>Thread safety: confined to the owner of the state.
 */
public final class KeptPlaces {

  /** More places than this are not kept: the one that was kept first goes. */
  public static final int MOST = 10_000;

  /** More places that have ended are not forgotten in one event. */
  private static final int MOST_FORGOTTEN = 100;

  /**
   * A place that is kept.
   *
   * @param call the caller who hung up, and what for and where it waited
   * @param until when it ends; at that instant it is no longer given back
   * @param byNumber whether the caller's number is enough to have it back
   */
  public record Kept(WaitingCall call, Instant until, boolean byNumber) {}

  /**
   * All places that are kept.
   *
   * @param kept in the order in which the callers hung up; each call once, at most {@value #MOST}
   */
  public record Data(List<Kept> kept) {

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there are too many, or two of one call
     */
    public Data {
      kept = List.copyOf(kept);
      if (kept.size() > MOST) {
        throw new IllegalArgumentException(
            kept.size() + " kept places are too many: expected at most " + MOST);
      }
      if (kept.stream().map(each -> each.call().id()).distinct().count() < kept.size()) {
        throw new IllegalArgumentException("expected one kept place for each call, got " + kept);
      }
    }
  }

  /** A kept place, and the how-manieth it is. */
  private record Entry(Kept kept, long order) {

    private CallId id() {
      return kept.call().id();
    }

    private boolean isOpen(Instant now) {
      return now.isBefore(kept.until());
    }

    private Ending ending() {
      return new Ending(kept.until(), order);
    }

    private Returning returning() {
      return new Returning(kept.call().caller().number(), kept.call().waitingFor(), order);
    }

    private boolean isFoundByNumber() {
      return kept.byNumber() && !kept.call().caller().number().isEmpty();
    }
  }

  /** By when it ends. */
  private record Ending(Instant until, long order) implements Comparable<Ending> {
    private static final Comparator<Ending> ORDER =
        Comparator.comparing(Ending::until).thenComparingLong(Ending::order);

    @Override
    public int compareTo(Ending other) {
      return ORDER.compare(this, other);
    }
  }

  /** By who may have it back without naming the call. */
  private record Returning(String number, Destination wanted, long order)
      implements Comparable<Returning> {
    private static final Comparator<Returning> ORDER =
        Comparator.comparing(Returning::number)
            .thenComparing(each -> each.wanted().digits())
            .thenComparing(each -> each.wanted().getClass().getName())
            .thenComparingLong(Returning::order);

    @Override
    public int compareTo(Returning other) {
      return ORDER.compare(this, other);
    }
  }

  private final Map<CallId, Entry> kept;
  private final NavigableMap<Ending, Entry> byEnd;
  private final NavigableMap<Returning, Entry> byCaller;
  private long next;

  /** None yet. */
  public KeptPlaces() {
    kept = new LinkedHashMap<>();
    byEnd = new TreeMap<>();
    byCaller = new TreeMap<>();
  }

  /**
   * These.
   *
   * @param data the places
   */
  public KeptPlaces(Data data) {
    this();
    data.kept().forEach(this::add);
  }

  private KeptPlaces(KeptPlaces other) {
    kept = new LinkedHashMap<>(other.kept);
    byEnd = new TreeMap<>(other.byEnd);
    byCaller = new TreeMap<>(other.byCaller);
    next = other.next;
  }

  /**
   * The same places; what happens to one of the two does not change the other.
   *
   * @return the copy
   */
  public KeptPlaces copy() {
    return new KeptPlaces(this);
  }

  /**
   * All that is known here, as a value.
   *
   * @return equal exactly where the same is known
   */
  public Data data() {
    return new Data(kept.values().stream().map(Entry::kept).toList());
  }

  /**
   * The caller hung up; the place is kept for a while.
   *
   * @param call who hung up, and where it waited
   * @param window for how long
   * @param byNumber whether the caller's number is enough to have it back
   * @param now the instant, not before that of an earlier event
   */
  public void keep(WaitingCall call, Duration window, boolean byNumber, Instant now) {
    forgetEnded(now);
    Entry before = kept.get(call.id());
    if (before != null) {
      remove(before);
    } else if (kept.size() >= MOST) {
      remove(kept.values().iterator().next());
    }
    add(new Kept(call, now.plus(window), byNumber));
  }

  /**
   * Whether a caller who arrives asks for a kept place: names a call, or shows the number of one
   * who hung up.
   *
   * @param call the caller who arrives
   * @param wanted what for
   * @param now the instant, not before that of an earlier event
   */
  public boolean isClaimedBy(InboundCall call, Destination wanted, Instant now) {
    return call.returning().isPresent() || openByNumber(call, wanted, now) != null;
  }

  /**
   * Gives the place back to a caller who returns for the same; once.
   *
   * @param call the caller who returns
   * @param wanted what for
   * @param now the instant, not before that of an earlier event
   * @return the place that was kept first among those that are the caller's; empty if none is
   */
  public Optional<Place> takeBack(InboundCall call, Destination wanted, Instant now) {
    forgetEnded(now);
    Entry named = call.returning().map(kept::get).orElse(null);
    boolean isTheirs =
        named != null && named.isOpen(now) && named.kept().call().waitingFor().equals(wanted);
    Entry byNumber = openByNumber(call, wanted, now);
    Optional<Entry> found = Optional.ofNullable(earlier(isTheirs ? named : null, byNumber));
    found.ifPresent(this::remove);
    return found.map(each -> each.kept().call().place());
  }

  /** Forgets on the way what has ended. */
  private @Nullable Entry openByNumber(InboundCall call, Destination wanted, Instant now) {
    Entry byNumber = byNumber(call, wanted);
    while (byNumber != null && !byNumber.isOpen(now)) {
      remove(byNumber);
      byNumber = byNumber(call, wanted);
    }
    return byNumber;
  }

  private @Nullable Entry byNumber(InboundCall call, Destination wanted) {
    String number = call.caller().number();
    Map.Entry<Returning, Entry> found = byCaller.ceilingEntry(new Returning(number, wanted, 0));
    return found != null
            && found.getKey().number().equals(number)
            && found.getKey().wanted().equals(wanted)
        ? found.getValue()
        : null;
  }

  private static @Nullable Entry earlier(@Nullable Entry one, @Nullable Entry other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.order() <= other.order() ? one : other;
  }

  /** Some of those that have ended, and at least one if there is any. */
  private void forgetEnded(Instant now) {
    for (int forgotten = 0; forgotten < MOST_FORGOTTEN && !byEnd.isEmpty(); forgotten++) {
      Entry first = byEnd.firstEntry().getValue();
      if (first.isOpen(now)) {
        return;
      }
      remove(first);
    }
  }

  private void add(Kept place) {
    Entry entry = new Entry(place, next++);
    kept.put(entry.id(), entry);
    byEnd.put(entry.ending(), entry);
    if (entry.isFoundByNumber()) {
      byCaller.put(entry.returning(), entry);
    }
  }

  private void remove(Entry entry) {
    kept.remove(entry.id());
    byEnd.remove(entry.ending());
    byCaller.remove(entry.returning());
  }
}
