package io.ringwright.wallboard;

import io.ringwright.call.CallOutcome;
import io.ringwright.call.Destination;
import io.ringwright.call.Visit;
import io.ringwright.port.RoutingListener;
import io.ringwright.telling.Answered;
import io.ringwright.telling.Joined;
import io.ringwright.telling.RingStarted;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Counts what becomes of calls since midnight, for each queue by itself: a listener of the router.
 *
 * <p>A call counts for the extension or hunt group at which it stood last. The counts begin anew at
 * midnight, and with the process: reports over days are those of the call records.
 *
 * <p>Thread safety: may be used by many threads.
 */
public final class DayCounts implements RoutingListener {

  private final ZoneId zone;
  private final InstantSource clock;
  private final List<ServiceScale> scales;
  private final Map<Visit, Destination> standing = new HashMap<>();
  private final Map<Destination, Count> counts = new HashMap<>();
  private LocalDate day;

  /** The counts of one queue, which grow. */
  private static final class Count {
    private final long[] inTime;
    private long answered;
    private long abandoned;
    private long elsewhere;

    Count(int scales) {
      inTime = new long[scales];
    }
  }

  /**
   * Makes counts.
   *
   * @param zone where midnight is
   * @param scales which service levels are shown; {@link ServiceScale#STANDARD} is the usual choice
   * @param clock the wall clock
   */
  public DayCounts(ZoneId zone, List<ServiceScale> scales, InstantSource clock) {
    this.zone = zone;
    this.scales = List.copyOf(scales);
    this.clock = clock;
    this.day = today();
  }

  /** The service scales, in the order given. */
  List<ServiceScale> scales() {
    return scales;
  }

  @Override
  public synchronized void joined(Joined joined) {
    standing.put(joined.visit(), joined.waitingFor());
  }

  @Override
  public synchronized void ringStarted(RingStarted ring) {
    standing.put(ring.visit(), ring.standing());
  }

  @Override
  public synchronized void answered(Answered told) {
    Destination queue = standing.get(told.visit());
    if (queue != null) {
      answeredAt(queue, told.waited());
    }
  }

  private void answeredAt(Destination queue, Duration waited) {
    Count count = count(queue);
    count.answered++;
    for (int scale = 0; scale < scales.size(); scale++) {
      count.inTime[scale] += waited.compareTo(scales.get(scale).within()) <= 0 ? 1 : 0;
    }
  }

  @Override
  public synchronized void ended(Visit visit, CallOutcome outcome, Duration waited) {
    Destination queue = standing.remove(visit);
    if (queue == null || outcome.isAnswered()) {
      return;
    }
    Count count = count(queue);
    if (outcome == CallOutcome.ABANDONED) {
      count.abandoned++;
    } else {
      count.elsewhere++;
    }
  }

  @Override
  public synchronized void missed(long tellings) {
    standing.clear(); // Some of them may have ended.
  }

  /** What became of the calls of a queue since midnight. */
  synchronized QueueDay of(Destination queue) {
    Count count = count(queue);
    List<Long> inTime =
        IntStream.range(0, scales.size()).mapToObj(scale -> count.inTime[scale]).toList();
    return new QueueDay(count.answered, count.abandoned, count.elsewhere, inTime);
  }

  private Count count(Destination queue) {
    LocalDate now = today();
    if (!now.equals(day)) {
      day = now;
      counts.clear();
    }
    return counts.computeIfAbsent(queue, none -> new Count(scales.size()));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }
}
