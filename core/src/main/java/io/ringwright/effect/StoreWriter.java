package io.ringwright.effect;

import io.ringwright.call.CallId;
import io.ringwright.call.Token;
import io.ringwright.port.CallStore;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Brings changes to the store. What the store could not take it is owed: the changes of a call
 * reach it in their order, before the call's next change, or with the next change that it takes.
 *
 * <p>Thread safety: {@link #write} is for one thread at a time; {@link #land} for any.
 */
public final class StoreWriter {

  /** More calls than this are not owed: the store has been away for long. */
  private static final int MOST_OWED = 10_000;

  private final Map<CallId, Deque<Effect.Store>> owed = new ConcurrentHashMap<>();
  private final CallStore store;

  public StoreWriter(CallStore store) {
    this.store = store;
  }

  /**
   * Makes a change, after what is owed of the same call.
   *
   * @return whether it won
   * @throws RuntimeException what the store threw; the change is owed then
   */
  public boolean write(Effect.Store change) {
    Deque<Effect.Store> before = owed.get(change.call());
    if (before != null) {
      before.add(change);
      payBack(change.call());
      return true;
    }
    boolean won = applyOrOwe(change);
    new ArrayList<>(owed.keySet()).forEach(this::payBack);
    return won;
  }

  private boolean applyOrOwe(Effect.Store change) {
    try {
      return apply(change);
    } catch (RuntimeException failure) {
      if (owed.size() < MOST_OWED) {
        owed.put(change.call(), new ArrayDeque<>(List.of(change)));
      }
      throw failure;
    }
  }

  /**
   * Asks the store whether a landing counts.
   *
   * @return what it says; true if it does not know all of this call yet
   */
  public boolean land(CallId call, Token token) {
    return owed.containsKey(call) || store.land(call, token);
  }

  private void payBack(CallId call) {
    Deque<Effect.Store> changes = owed.get(call);
    while (changes != null && !changes.isEmpty()) {
      apply(changes.element());
      changes.remove();
    }
    owed.remove(call);
  }

  private boolean apply(Effect.Store change) {
    if (change instanceof Effect.Store.Enqueue enqueue) {
      return store.enqueue(enqueue.waiting());
    }
    if (change instanceof Effect.Store.Restore restore) {
      return store.restore(restore.waiting());
    }
    if (change instanceof Effect.Store.Claim claim) {
      return store.claim(claim.reservation());
    }
    if (change instanceof Effect.Store.BackInLine back) {
      return store.backInLine(back.call(), back.token());
    }
    if (change instanceof Effect.Store.MoveTo move) {
      return store.moveTo(move.waiting());
    }
    Effect.Store.End end = (Effect.Store.End) change;
    return store.end(end.call(), end.outcome());
  }
}
