package io.ringwright.it;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.InterruptedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * What Asterisk says about the devices of the phones.
 *
 * <p>Thread safety: may be used by many threads.
 */
final class DeviceStates {

  @GuardedBy("this")
  private final Map<String, String> states = new HashMap<>();

  synchronized void take(AmiMessage event) {
    if (event.get("Event").equals("DeviceStateChange")) {
      states.put(event.get("Device"), event.get("State"));
      notifyAll();
    }
  }

  /** Asterisk has stopped: what it said holds no more. */
  synchronized void stopped() {
    states.clear();
  }

  /** Waits until a phone's device is in a wanted state; says whether it came to that. */
  synchronized boolean await(String number, Predicate<String> wanted, long millis)
      throws InterruptedIOException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    try {
      while (!wanted.test(states.getOrDefault("PJSIP/" + number, ""))) {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
          return false;
        }
        wait(left);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for a device state");
    }
  }
}
