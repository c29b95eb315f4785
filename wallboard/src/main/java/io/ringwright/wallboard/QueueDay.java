package io.ringwright.wallboard;

import java.util.List;

/**
 * What became of the calls of one queue since midnight.
 *
 * @param answered how many were answered
 * @param abandoned how many hung up before
 * @param elsewhere how many went on or ended in another way: by a key, an overflow, a call back
 * @param inTime for each service scale, how many were answered within its time
 */
record QueueDay(long answered, long abandoned, long elsewhere, List<Long> inTime) {

  QueueDay {
    inTime = List.copyOf(inTime);
  }

  /** The service level of a scale in percent; -1 if no call counts. */
  double level(int scale) {
    long all = answered + abandoned;
    return all == 0 ? -1 : 100.0 * inTime.get(scale) / all;
  }
}
