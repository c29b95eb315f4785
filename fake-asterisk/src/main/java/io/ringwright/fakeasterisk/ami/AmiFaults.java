package io.ringwright.fakeasterisk.ami;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;

/**
 * The faults of a manager interface that a real Asterisk does not make on demand. Each is asked for
 * beforehand and happens when it is its turn.
 *
 * <p>Thread safety: may be used by many threads.
 */
public final class AmiFaults {

  /** What becomes of a Redirect that was acknowledged. */
  enum RedirectFault {
    NONE,
    IGNORED,
    HUNG_UP,
    LATE
  }

  /** When the link breaks around an action. */
  enum Drop {
    NONE,
    BEFORE,
    AFTER
  }

  record RedirectPlan(RedirectFault fault, Duration delay) {}

  @GuardedBy("this")
  private final Queue<RedirectPlan> redirects = new ArrayDeque<>();

  @GuardedBy("this")
  private final Map<String, Drop> drops = new HashMap<>();

  @GuardedBy("this")
  private int listItemsLeft = -1;

  private volatile boolean silent;
  private volatile int pieceSize = Integer.MAX_VALUE;

  AmiFaults() {}

  /** The next Redirect is acknowledged, and the channel stays where it is. */
  public synchronized void ignoreNextRedirect() {
    redirects.add(new RedirectPlan(RedirectFault.IGNORED, Duration.ZERO));
  }

  /** The next Redirect is acknowledged, and the channel is hung up instead. */
  public synchronized void hangUpOnNextRedirect() {
    redirects.add(new RedirectPlan(RedirectFault.HUNG_UP, Duration.ZERO));
  }

  /**
   * The next Redirect is acknowledged, and the channel moves later.
   *
   * @param delay by how much
   */
  public synchronized void delayNextRedirect(Duration delay) {
    redirects.add(new RedirectPlan(RedirectFault.LATE, delay));
  }

  /**
   * When an action of this name comes, the link breaks and the action is not carried out.
   *
   * @param action the name, such as {@code Redirect}
   */
  public synchronized void breakLinkBefore(String action) {
    drops.put(action.toLowerCase(Locale.ROOT), Drop.BEFORE);
  }

  /**
   * When an action of this name comes, it is carried out, and the link breaks without a response.
   *
   * @param action the name, such as {@code Redirect}
   */
  public synchronized void breakLinkAfter(String action) {
    drops.put(action.toLowerCase(Locale.ROOT), Drop.AFTER);
  }

  /**
   * The next list breaks off: the link is closed before the event that ends the list.
   *
   * @param items how many items still arrive
   */
  public synchronized void breakOffNextList(int items) {
    listItemsLeft = items;
  }

  /** From now on links look alive, but nothing is read or written: half-open connections. */
  public void fallSilent() {
    silent = true;
  }

  /** Links speak again. What was not read is lost, as is what was not written. */
  public void speakAgain() {
    silent = false;
  }

  /**
   * Writes everything in small pieces.
   *
   * @param bytes how large a piece is, 1 or more
   */
  public void writeInPieces(int bytes) {
    pieceSize = Math.max(1, bytes);
  }

  /** Takes back all faults that have not happened, and ends those that last. */
  public synchronized void clear() {
    redirects.clear();
    drops.clear();
    listItemsLeft = -1;
    silent = false;
    pieceSize = Integer.MAX_VALUE;
  }

  synchronized RedirectPlan nextRedirect() {
    RedirectPlan plan = redirects.poll();
    return plan == null ? new RedirectPlan(RedirectFault.NONE, Duration.ZERO) : plan;
  }

  synchronized Drop dropFor(String action) {
    Drop drop = drops.remove(action.toLowerCase(Locale.ROOT));
    return drop == null ? Drop.NONE : drop;
  }

  /** How many items of a list that begins now may be written; -1 for all. */
  synchronized int nextListLimit() {
    int limit = listItemsLeft;
    listItemsLeft = -1;
    return limit;
  }

  boolean isSilent() {
    return silent;
  }

  int pieceSize() {
    return pieceSize;
  }
}
