package io.ringwright.it.phone;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * How far a call has come, for those who wait for it.
 *
 * <p>Thread safety: may be used by many threads.
 */
final class CallProgress {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** The state of a call. */
  enum State {
    CALLING,
    RINGING,
    TALKING,
    OVER
  }

  /**
   * What is known of a call.
   *
   * @param response the last response to a request of this phone; 0 while none has come
   * @param refusal the status with which either side refused; 0 if neither did
   * @param transfer the status of a transfer as Asterisk reports it; 0 while it reports none
   */
  record Facts(State state, int response, int refusal, int transfer) {

    /** Whether it is answered or over. */
    boolean isSettled() {
      return state == State.TALKING || state == State.OVER;
    }

    Facts in(State now) {
      return new Facts(now, response, refusal, transfer);
    }

    Facts response(int status) {
      return new Facts(state, status, refusal, transfer);
    }

    Facts refusal(int status) {
      return new Facts(state, response, status, transfer);
    }

    Facts transfer(int status) {
      return new Facts(state, response, refusal, status);
    }

    boolean isIn(State asked) {
      return state == asked;
    }
  }

  private final String name;

  @GuardedBy("this")
  private Facts facts;

  CallProgress(String name, State state) {
    this.name = name;
    this.facts = new Facts(state, 0, 0, 0);
  }

  synchronized Facts facts() {
    return facts;
  }

  synchronized void enter(State state) {
    facts = facts.in(state);
    notifyAll();
  }

  synchronized void response(int status) {
    facts = facts.response(status);
    notifyAll();
  }

  synchronized void refusal(int status) {
    facts = facts.refusal(status);
    notifyAll();
  }

  synchronized void transfer(int status) {
    facts = facts.transfer(status);
    notifyAll();
  }

  void await(State wanted) {
    await(wanted.toString(), known -> known.isIn(wanted));
  }

  /** Waits until something is true; looks again every 50 ms even if nothing is new. */
  synchronized void await(String what, Predicate<Facts> wanted) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!wanted.test(facts)) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        throw new IllegalStateException(
            this + " after " + PATIENCE.toSeconds() + " s, expected " + what);
      }
      try {
        wait(Math.min(left, 50));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(this + ": interrupted", e);
      }
    }
  }

  @Override
  public synchronized String toString() {
    return "call of " + name + " " + facts;
  }
}
