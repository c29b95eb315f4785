package io.ringwright.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.Token;
import io.ringwright.port.CallStore;
import io.ringwright.waiting.Reservation;
import io.ringwright.waiting.WaitingCall;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A call store in memory: obvious before fast. What it holds dies with the process; the callers'
 * channels remember enough to build it up again.
 *
 * <p>Ended calls are remembered for ten minutes (at most 100 000), so that a late event cannot
 * bring one back.
 *
 * <p>Thread safety: may be used by many threads.
 */
public final class InMemoryCallStore implements CallStore {

  private final Object lock = new Object();

  @GuardedBy("lock")
  private final Map<CallId, Entry> entries = new HashMap<>();

  private final Cache<CallId, CallOutcome> ended =
      Caffeine.newBuilder()
          .expireAfterWrite(Duration.ofMinutes(10))
          .maximumSize(100_000)
          .executor(Runnable::run)
          .build();

  private enum Step {
    IN_LINE,
    CLAIMED,
    RINGING
  }

  private record Entry(WaitingCall call, Step step, Optional<Reservation> held) {

    boolean heldWith(Token expected) {
      return held.map(Reservation::token).equals(Optional.of(expected));
    }

    Entry to(Step next) {
      return new Entry(call, next, next == Step.IN_LINE ? Optional.empty() : held);
    }
  }

  /** A store without any call. */
  public InMemoryCallStore() {}

  @Override
  public boolean enqueue(WaitingCall call) {
    synchronized (lock) {
      ended.invalidate(call.id());
      return entries.putIfAbsent(call.id(), inLine(call)) == null;
    }
  }

  @Override
  public boolean restore(WaitingCall call) {
    synchronized (lock) {
      return ended.getIfPresent(call.id()) == null
          && entries.putIfAbsent(call.id(), inLine(call)) == null;
    }
  }

  @Override
  public boolean claim(Reservation reservation) {
    synchronized (lock) {
      Entry entry = entries.get(reservation.call());
      if (entry == null || entry.step() != Step.IN_LINE) {
        return false;
      }
      entries.put(
          reservation.call(), new Entry(entry.call(), Step.CLAIMED, Optional.of(reservation)));
      return true;
    }
  }

  @Override
  public boolean land(CallId call, Token token) {
    return change(
        call, entry -> entry.step() == Step.CLAIMED && entry.heldWith(token), Step.RINGING);
  }

  @Override
  public boolean backInLine(CallId call, Token token) {
    return change(call, entry -> entry.heldWith(token), Step.IN_LINE);
  }

  @Override
  public boolean moveTo(WaitingCall call) {
    synchronized (lock) {
      Entry entry = entries.get(call.id());
      if (entry == null || entry.step() != Step.IN_LINE) {
        return false;
      }
      entries.put(call.id(), inLine(call));
      return true;
    }
  }

  @Override
  public boolean end(CallId call, CallOutcome outcome) {
    synchronized (lock) {
      if (entries.remove(call) == null) {
        return false;
      }
      ended.put(call, outcome);
      return true;
    }
  }

  @Override
  public List<Reservation> held() {
    synchronized (lock) {
      return entries.values().stream().flatMap(entry -> entry.held().stream()).toList();
    }
  }

  @Override
  public List<WaitingCall> unserved() {
    synchronized (lock) {
      return entries.values().stream()
          .filter(entry -> entry.step() != Step.RINGING)
          .map(Entry::call)
          .sorted()
          .toList();
    }
  }

  private static Entry inLine(WaitingCall call) {
    return new Entry(call, Step.IN_LINE, Optional.empty());
  }

  private boolean change(CallId call, Predicate<Entry> allowed, Step next) {
    synchronized (lock) {
      Entry entry = entries.get(call);
      if (entry == null || !allowed.test(entry)) {
        return false;
      }
      entries.put(call, entry.to(next));
      return true;
    }
  }
}
