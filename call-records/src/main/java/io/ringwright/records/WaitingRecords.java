package io.ringwright.records;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Records that wait to be written, up to a bound: beyond it the newest is lost, and counted.
 *
 * <p>Thread safety: may be used by many threads.
 */
final class WaitingRecords {

  private final int most;

  @GuardedBy("this")
  private final Deque<WaitingRecord> waiting = new ArrayDeque<>();

  @GuardedBy("this")
  private long lost;

  @GuardedBy("this")
  private boolean givenUp;

  WaitingRecords(int most) {
    this.most = most;
  }

  /**
   * A record as rows.
   *
   * @param record what it was made of
   * @param rows of one record: all are written, or none
   */
  record WaitingRecord(Object record, List<RecordRow> rows) {}

  /** Takes one more; false if it is lost: there is no room, or nothing is written any more. */
  synchronized boolean offer(WaitingRecord record) {
    if (givenUp || waiting.size() >= most) {
      lost++;
      return false;
    }
    waiting.add(record);
    return true;
  }

  /** The oldest ones, which stay until they are removed. */
  synchronized List<WaitingRecord> oldest(int count) {
    List<WaitingRecord> some = new ArrayList<>();
    Iterator<WaitingRecord> each = waiting.iterator();
    while (some.size() < count && each.hasNext()) {
      some.add(each.next());
    }
    return some;
  }

  /** The oldest ones are written. */
  synchronized void remove(int count) {
    for (int gone = 0; gone < count; gone++) {
      waiting.remove();
    }
  }

  /** What still waits is lost, and whatever comes. */
  synchronized int giveUp() {
    givenUp = true;
    int left = waiting.size();
    lost += left;
    waiting.clear();
    return left;
  }

  synchronized int size() {
    return waiting.size();
  }

  synchronized long lost() {
    return lost;
  }
}
