package io.ringwright.agi;

import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what became of sessions.
 *
 * <p>Thread safety: may be used by many threads.
 */
final class SessionCounters {

  final LongAdder answered = new LongAdder();
  final LongAdder late = new LongAdder();
  final LongAdder refused = new LongAdder();
  final LongAdder failed = new LongAdder();

  /** The counts of this moment. */
  AgiCounts counts() {
    return new AgiCounts(answered.sum(), late.sum(), refused.sum(), failed.sum());
  }
}
