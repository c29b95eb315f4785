package io.ringwright.agi;

import static io.ringwright.agi.ServerLog.LOG;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Warnings about what peers and dialplans do: each kind is written the 1st, 2nd, 4th, 8th … time,
 * so that nobody can fill the log.
 *
 * <p>Thread safety: may be used by many threads.
 */
final class ThinnedLog {

  private final Map<String, Integer> counts = new ConcurrentHashMap<>();

  /**
   * Warns.
   *
   * @param what the kind, and what is written; a place for the detail in it is a pair of braces
   * @param detail of this time
   */
  void warn(String what, String detail) {
    int count = counts.merge(what, 1, Integer::sum);
    if (Integer.bitCount(count) == 1) {
      LOG.warn(what + (count == 1 ? "" : " (for the " + count + "th time)"), detail);
    }
  }
}
