package io.ringwright.ami;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What one session has received and nobody has worked on yet. Events have a limit in bytes:
 *
 * <ul>
 *   <li>Above three quarters of it, a device state takes the place of an older one of the same
 *       device that still waits, and other events are dropped.
 *   <li>Above all of it, device states are dropped too, unless they replace one.
 * </ul>
 *
 * <p>Both are counted, and the inbox remembers that what follows does not fit what came before.
 * Answers to our own actions are not limited; the number of pending actions is.
 *
 * <p>Thread safety: one thread puts, one takes; the rest may be used by many.
 */
final class AmiInbox {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final Flood flood;
  private final long mostBytes;

  @GuardedBy("lock")
  private final Queue<Slot> slots = new ArrayDeque<>();

  /** The device states that wait, by what they are of: the newest of each. */
  @GuardedBy("lock")
  private final Map<String, Slot> states = new HashMap<>();

  @GuardedBy("lock")
  private long bytes;

  @GuardedBy("lock")
  private boolean overflowed;

  private volatile @Nullable String ended;

  /** A message that waits; a newer device state can take its place. */
  private static final class Slot {
    private final String device;
    private AmiMessage message;
    private int weight;

    Slot(String device, AmiMessage message, int weight) {
      this.device = device;
      this.message = message;
      this.weight = weight;
    }
  }

  private enum Fate {
    KEPT,
    SUPERSEDES,
    DROPPED
  }

  /**
   * An empty inbox.
   *
   * @param mostBytes how many bytes of events may wait
   * @param flood counts the others
   */
  AmiInbox(long mostBytes, Flood flood) {
    this.mostBytes = mostBytes;
    this.flood = flood;
  }

  /** Takes in a message, at once. */
  void put(AmiMessage message) {
    if (!message.actionId().isEmpty()) {
      keep(new Slot("", message, 0));
      return;
    }
    Fate fate = put(message, message.weight());
    if (fate == Fate.DROPPED) {
      flood.dropped(mostBytes);
    } else if (fate == Fate.SUPERSEDES) {
      flood.superseded(mostBytes);
    }
  }

  private void keep(Slot slot) {
    lock.lock();
    try {
      add(slot);
    } finally {
      lock.unlock();
    }
  }

  private Fate put(AmiMessage event, int weight) {
    String device = deviceOf(event);
    lock.lock();
    try {
      boolean isFull = bytes + weight > mostBytes - mostBytes / 4;
      Slot older = isFull && !device.isEmpty() ? states.get(device) : null;
      if (older != null) {
        overflowed = true;
        bytes += weight - older.weight;
        older.message = event;
        older.weight = weight;
        return Fate.SUPERSEDES;
      }
      if (isFull && (device.isEmpty() || bytes + weight > mostBytes)) {
        overflowed = true;
        return Fate.DROPPED;
      }
      add(new Slot(device, event, weight));
      return Fate.KEPT;
    } finally {
      lock.unlock();
    }
  }

  @GuardedBy("lock")
  private void add(Slot slot) {
    slots.add(slot);
    bytes += slot.weight;
    if (!slot.device.isEmpty()) {
      states.put(slot.device, slot);
    }
    arrived.signal();
  }

  /** What an event is the state of; empty if it is no state. */
  private static String deviceOf(AmiMessage event) {
    return switch (event.event()) {
      case "DeviceStateChange" -> event.header("device");
      case "ExtensionStatus" -> "hint:" + event.header("exten") + "@" + event.header("context");
      default -> "";
    };
  }

  /** The link is gone. The first reason counts. Needs no memory: it may be what is missing. */
  void end(String why) {
    lock.lock();
    try {
      if (ended == null) {
        ended = why;
      }
      arrived.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Why the link is gone, if it is. */
  Optional<String> ended() {
    return Optional.ofNullable(ended);
  }

  /** The next message; {@link AmiMessage#NONE} if none came in time or the link is gone. */
  AmiMessage poll(Duration longest) throws InterruptedException {
    long left = longest.toNanos();
    lock.lockInterruptibly();
    try {
      while (slots.isEmpty() && ended == null && left > 0) {
        left = arrived.awaitNanos(left);
      }
      Slot next = slots.poll();
      return next == null ? AmiMessage.NONE : taken(next);
    } finally {
      lock.unlock();
    }
  }

  @GuardedBy("lock")
  private AmiMessage taken(Slot slot) {
    bytes -= slot.weight;
    if (!slot.device.isEmpty()) {
      boolean unused = states.remove(slot.device, slot);
    }
    return slot.message;
  }

  /** How many bytes of events wait. */
  long bytes() {
    lock.lock();
    try {
      return bytes;
    } finally {
      lock.unlock();
    }
  }

  /** Whether events were dropped or replaced since this was asked last. */
  boolean takeOverflow() {
    lock.lock();
    try {
      boolean was = overflowed;
      overflowed = false;
      return was;
    } finally {
      lock.unlock();
    }
  }
}
