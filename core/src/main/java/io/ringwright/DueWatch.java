package io.ringwright;

import io.ringwright.effect.Effect;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Tells the listener, once, if nobody sees to what is due: no ticker was started, or its executor
 * ended without a word. Events bring it to light, because without them nothing waits.
 *
 * <p>Thread safety: may be used by many threads.
 */
final class DueWatch {

  /** A ticker calls every 100 ms; a pause of the whole process is no reason to tell. */
  private static final long LONGEST_NANOS = 10_000_000_000L;

  private final LongSupplier nanos;
  private final Consumer<Effect.Tell> told;
  private final AtomicBoolean isTold = new AtomicBoolean();
  private volatile long seenTo;

  DueWatch(LongSupplier nanos, Consumer<Effect.Tell> told) {
    this.nanos = nanos;
    this.told = told;
    this.seenTo = nanos.getAsLong();
  }

  /** Somebody sees to what is due. */
  void seenTo() {
    seenTo = nanos.getAsLong();
    if (isTold.get()) {
      isTold.set(false);
    }
  }

  /** An event comes. */
  void look() {
    if (nanos.getAsLong() - seenTo > LONGEST_NANOS && isTold.compareAndSet(false, true)) {
      told.accept(
          new Effect.Tell.Failed(
              "see to what is due",
              new IllegalStateException(
                  "nobody has called runDue() for 10 s: longest waits, lost moves and wrap-ups are"
                      + " not looked after\nStart a RouterTicker, and keep its executor running"
                      + " until it is closed.")));
    }
  }
}
