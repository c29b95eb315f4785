package io.ringwright.wallboard;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The newest boards, for those who wait for them.
 *
 * <p>Thread safety: may be used by many threads.
 */
final class News {

  private long number;
  private @Nullable Issue newest;
  private boolean over;

  /**
   * A board in the two forms.
   *
   * @param number greater than that of the one before
   * @param forAll without anything about callers
   * @param forSome with callers
   */
  record Issue(long number, String forAll, String forSome) {}

  synchronized void publish(String forAll, String forSome) {
    number++;
    newest = new Issue(number, forAll, forSome);
    notifyAll();
  }

  /** Nobody waits any longer. */
  synchronized void end() {
    over = true;
    notifyAll();
  }

  /**
   * Waits for a board that is newer, at most for a time.
   *
   * @param than the number of the last one; 0 for none
   * @return null if none came meanwhile, or none comes any more
   */
  synchronized @Nullable Issue await(long than, Duration most) throws InterruptedException {
    if (!over && number <= than) {
      wait(most.toMillis());
    }
    return over || number <= than ? null : newest;
  }

  synchronized boolean isOver() {
    return over;
  }
}
