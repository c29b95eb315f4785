package io.ringwright;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.ringwright.event.Moment;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/**
 * Reads the two clocks of the engine. Its own time goes on with a clock that only counts, and never
 * goes back; where it differs from the wall clock, it is brought nearer by a tenth of the time that
 * passes.
 *
 * <p>Thread safety: may be used by many threads.
 */
final class EngineClock {

  private static final int SLEW = 10;

  private final InstantSource wallClock;
  private final LongSupplier nanoseconds;

  @GuardedBy("this")
  private Instant last;

  @GuardedBy("this")
  private long lastNanoseconds;

  /**
   * A clock that begins with the wall clock.
   *
   * @param wallClock gives the time of day
   * @param nanoseconds counts nanoseconds from any beginning, and is not set
   */
  EngineClock(InstantSource wallClock, LongSupplier nanoseconds) {
    this.wallClock = wallClock;
    this.nanoseconds = nanoseconds;
    this.last = wallClock.instant();
    this.lastNanoseconds = nanoseconds.getAsLong();
  }

  /** A clock for which the difference of two readings is the time that passed. */
  static EngineClock following(InstantSource clock) {
    Instant origin = clock.instant();
    return new EngineClock(clock, () -> Duration.between(origin, clock.instant()).toNanos());
  }

  /** From now on the time is not before this instant. */
  synchronized void notBefore(Instant instant) {
    Instant whole = instant.truncatedTo(ChronoUnit.MILLIS);
    Instant bound = whole.isBefore(instant) ? whole.plusMillis(1) : whole;
    last = bound.isAfter(last) ? bound : last;
  }

  /** What the wall clock shows now. */
  Instant wallClock() {
    return wallClock.instant();
  }

  /** Now, in whole milliseconds: then a call keeps one instant of its arrival, and not two. */
  synchronized Moment now() {
    Instant wall = wallClock.instant();
    long counted = nanoseconds.getAsLong();
    long passed = Math.max(0, counted - lastNanoseconds);
    lastNanoseconds = counted;
    last = nearer(last.plusNanos(passed), wall, passed / SLEW);
    Instant at = last.truncatedTo(ChronoUnit.MILLIS);
    return last.equals(wall) ? Moment.of(at) : new Moment(at, wall.truncatedTo(ChronoUnit.MILLIS));
  }

  private static Instant nearer(Instant time, Instant wall, long most) {
    Duration behind = Duration.between(time, wall);
    if (behind.isZero()) {
      return time;
    }
    Duration limit = Duration.ofNanos(most);
    if (behind.abs().compareTo(limit) <= 0) {
      return wall;
    }
    return behind.isNegative() ? time.minus(limit) : time.plus(limit);
  }
}
