package io.ringwright;

import io.ringwright.directory.PhoneList;
import io.ringwright.port.Directory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The directory of the host, which may throw, give no list, or be slow: the router goes on with the
 * list in force, and says so once each time that it begins.
 *
 * <p>Thread safety: may be used by many threads.
 */
final class HostDirectory {

  private static final Duration SLOW = Duration.ofMillis(100);

  private final Directory directory;
  private final LongSupplier nanoTime;
  private final HostFailures failures;
  private final AtomicBoolean failing = new AtomicBoolean();

  /**
   * A directory that is watched.
   *
   * @param directory of the host
   * @param nanoTime the time that passes
   * @param failures is told what went wrong; it tells the listener of the host
   */
  HostDirectory(Directory directory, LongSupplier nanoTime, HostFailures failures) {
    this.directory = directory;
    this.nanoTime = nanoTime;
    this.failures = failures;
  }

  /**
   * The list of this moment.
   *
   * @throws RuntimeException whatever the directory throws
   * @throws IllegalStateException if it gives none
   */
  PhoneList list() {
    @Nullable PhoneList list = directory.phoneList();
    if (list == null) {
      throw new IllegalStateException(
          "the directory gave null: expected a phone list\n"
              + "Give the last good list while there is no newer one.");
    }
    return list;
  }

  /** The list of this moment, or another one if there is none to be had. */
  PhoneList listOr(PhoneList inForce) {
    long before = nanoTime.getAsLong();
    try {
      PhoneList list = list();
      failing.set(false);
      return list;
    } catch (RuntimeException failure) {
      tellOnce(failure);
      return inForce;
    } finally {
      if (nanoTime.getAsLong() - before > SLOW.toNanos()) {
        failures.slow("the directory takes more than 100 ms to give its phone list");
      }
    }
  }

  /** A directory that is away fails at every event. */
  private void tellOnce(RuntimeException failure) {
    if (!failing.getAndSet(true)) {
      failures.directoryFailed(failure);
    }
  }
}
