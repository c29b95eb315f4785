package io.ringwright.host;

import com.google.errorprone.annotations.concurrent.GuardedBy;

/**
 * Says whether some code of the host may be asked. Whoever took too long is left alone: for 10 s,
 * and each time that follows for twice as long, up to 10 minutes; then one question is asked, and
 * if that is answered in time, all is as before. While a question that was given up is still not
 * answered, none is asked, so a thread is lost once and not for each question.
 *
 * <p>Thread safety: may be used by many threads.
 */
final class Breaker {

  static final long FIRST_PAUSE = 10_000_000_000L;
  static final long LONGEST_PAUSE = 600_000_000_000L;

  /** So many questions to the same code may be under way. */
  static final int MOST_UNDER_WAY = 16;

  @GuardedBy("this")
  private boolean open;

  @GuardedBy("this")
  private long trippedAt;

  @GuardedBy("this")
  private long pause = FIRST_PAUSE;

  @GuardedBy("this")
  private long askAgainAt;

  @GuardedBy("this")
  private int underWay;

  @GuardedBy("this")
  private int givenUp;

  /** Begins a question, unless it must not be asked now. */
  synchronized boolean begin(long now) {
    if (givenUp > 0 || underWay >= MOST_UNDER_WAY || (open && now - askAgainAt < 0)) {
      return false;
    }
    if (open) {
      askAgainAt = now + pause; // One question tries; the others go on without it meanwhile.
    }
    underWay++;
    return true;
  }

  /** Whether a question could be begun. */
  synchronized boolean mayBegin(long now) {
    return givenUp == 0 && underWay < MOST_UNDER_WAY && (!open || now - askAgainAt >= 0);
  }

  /** A question that was begun then was answered, by whatever, in time. */
  synchronized void ended(long begun) {
    underWay--;
    if (open && begun - trippedAt > 0) {
      open = false;
    }
  }

  /** A question was answered after it was given up. */
  synchronized void endedLate() {
    underWay--;
    givenUp--;
  }

  /** A question under way is awaited no more. */
  synchronized void giveUp() {
    givenUp++;
  }

  /**
   * It took too long, or took most of the time of others.
   *
   * @return for how many nanoseconds it is not asked
   */
  synchronized long trip(long now) {
    long length = open ? Math.min(LONGEST_PAUSE, pause * 2) : FIRST_PAUSE;
    pause = length;
    open = true;
    trippedAt = now;
    askAgainAt = now + length;
    return length;
  }
}
