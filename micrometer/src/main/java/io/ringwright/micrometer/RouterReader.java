package io.ringwright.micrometer;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Reads a router at most once a second, however many gauges ask: a scrape asks for all of them, one
 * after the other, and shows one moment.
 *
 * <p>Thread safety: may be used by many threads; of those that ask while the router is read, one
 * reads and the others wait for it.
 */
final class RouterReader {

  private static final long KEPT = Duration.ofSeconds(1).toNanos();

  private final LongSupplier nanoseconds;

  @GuardedBy("this")
  private Supplier<Readings> source = () -> Readings.NONE;

  @GuardedBy("this")
  private Readings last = Readings.NONE;

  @GuardedBy("this")
  private long readAt;

  @GuardedBy("this")
  private boolean fresh;

  RouterReader(LongSupplier nanoseconds) {
    this.nanoseconds = nanoseconds;
  }

  /** Reads another router from now on. */
  synchronized void watch(Supplier<Readings> other) {
    source = other;
    fresh = false;
  }

  /** What was read within the last second, or is read now. */
  synchronized Readings readings() {
    long now = nanoseconds.getAsLong();
    if (!fresh || now - readAt >= KEPT) {
      last = source.get();
      readAt = now;
      fresh = true;
    }
    return last;
  }
}
