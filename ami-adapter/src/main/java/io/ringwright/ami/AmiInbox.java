package io.ringwright.ami;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What one session has received and nobody has worked on yet. Events have a limit: above it they
 * are dropped and counted, and the inbox remembers that what follows does not fit what came before.
 * Answers to our own actions are not limited; the number of pending actions is.
 *
 * <p>Thread safety: one thread puts, one takes; the rest may be used by many.
 */
final class AmiInbox {

  private final BlockingQueue<AmiMessage> messages = new LinkedBlockingQueue<>();
  private final AtomicInteger events = new AtomicInteger();
  private final AtomicBoolean overflowed = new AtomicBoolean();
  private final AtomicLong dropped;
  private final int mostEvents;
  private volatile @Nullable String ended;

  /**
   * An empty inbox.
   *
   * @param mostEvents how many events may wait
   * @param dropped counts the others
   */
  AmiInbox(int mostEvents, AtomicLong dropped) {
    this.mostEvents = mostEvents;
    this.dropped = dropped;
  }

  /** Takes in a message, at once. */
  void put(AmiMessage message) {
    if (message.actionId().isEmpty()) {
      if (events.incrementAndGet() > mostEvents) {
        events.decrementAndGet();
        dropped.incrementAndGet();
        overflowed.set(true);
        return;
      }
    }
    messages.add(message);
  }

  /** The link is gone. The first reason counts. */
  synchronized void end(String why) {
    if (ended == null) {
      ended = why;
      messages.add(AmiMessage.NONE);
    }
  }

  /** Why the link is gone, if it is. */
  Optional<String> ended() {
    return Optional.ofNullable(ended);
  }

  /** The next message; {@link AmiMessage#NONE} if none came in time or the link is gone. */
  AmiMessage poll(Duration longest) throws InterruptedException {
    AmiMessage next = messages.poll(longest.toNanos(), TimeUnit.NANOSECONDS);
    if (next == null) {
      return AmiMessage.NONE;
    }
    if (next.isEvent() && next.actionId().isEmpty()) {
      events.decrementAndGet();
    }
    return next;
  }

  /** Whether events were dropped since this was asked last. */
  boolean takeOverflow() {
    return overflowed.getAndSet(false);
  }
}
