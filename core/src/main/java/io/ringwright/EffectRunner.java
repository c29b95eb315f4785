package io.ringwright;

import io.ringwright.port.CallStore;
import io.ringwright.port.RoutingListener;
import io.ringwright.port.Telephony;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Carries out effects: one after the other, in the order of the events that caused them, whichever
 * thread runs them.
 */
final class EffectRunner {

  private final Queue<Effect> pending = new ConcurrentLinkedQueue<>();
  private final ReentrantLock oneAtATime = new ReentrantLock();
  private final CallStore store;
  private final Telephony telephony;
  private final RoutingListener listener;
  private final Executor executor;

  EffectRunner(CallStore store, Telephony telephony, RoutingListener listener, Executor executor) {
    this.store = store;
    this.telephony = telephony;
    this.listener = listener;
    this.executor = executor;
  }

  /**
   * Keeps effects for later. Called under the engine's lock, so that their order is the events'.
   */
  void keep(List<Effect> effects) {
    pending.addAll(effects);
  }

  /** Carries out what is kept. Called without the engine's lock. */
  void carryOut(CallRouter results) {
    if (!pending.isEmpty()) {
      executor.execute(() -> drain(results));
    }
  }

  private void drain(CallRouter results) {
    oneAtATime.lock();
    try {
      for (Effect next = pending.poll(); next != null; next = pending.poll()) {
        carryOut(next, results);
      }
    } finally {
      oneAtATime.unlock();
    }
  }

  private void carryOut(Effect effect, CallRouter results) {
    try {
      if (effect instanceof Effect.Store change) {
        store(change, results);
      } else if (effect instanceof Effect.Tell tell) {
        tell(tell);
      } else if (effect instanceof Effect.Deliver deliver) {
        deliver(deliver, results);
      } else if (effect instanceof Effect.AskWhereabouts ask) {
        ask(ask, results);
      }
    } catch (RuntimeException failure) {
      report(effect, failure);
    }
  }

  private void store(Effect.Store change, CallRouter results) {
    if (change instanceof Effect.Store.Enqueue enqueue) {
      store.enqueue(enqueue.call());
    } else if (change instanceof Effect.Store.Restore restore) {
      if (!store.restore(restore.call())) {
        results.restoreRefused(restore.call().id());
      }
    } else if (change instanceof Effect.Store.Claim claim) {
      store.claim(claim.reservation());
    } else if (change instanceof Effect.Store.BackInLine back) {
      store.backInLine(back.call(), back.token());
    } else if (change instanceof Effect.Store.MoveTo move) {
      store.moveTo(move.call());
    } else if (change instanceof Effect.Store.End end) {
      store.end(end.call(), end.outcome());
    }
  }

  private void tell(Effect.Tell tell) {
    if (tell instanceof Effect.Tell.Arrived arrived) {
      listener.callArrived(arrived.call());
    } else if (tell instanceof Effect.Tell.Decided decided) {
      listener.decided(decided.answer());
    } else if (tell instanceof Effect.Tell.Delivering delivering) {
      listener.delivering(delivering.answer());
    } else if (tell instanceof Effect.Tell.Answered answered) {
      listener.answered(answered.call(), answered.extension(), answered.waited());
    } else if (tell instanceof Effect.Tell.Ended ended) {
      listener.ended(ended.call(), ended.outcome(), ended.waited());
    }
  }

  private void deliver(Effect.Deliver deliver, CallRouter results) {
    Telephony.Delivery delivery = deliver.delivery();
    telephony
        .deliver(delivery)
        .thenAccept(said -> results.deliveryReported(delivery.call(), delivery.token(), said));
  }

  private void ask(Effect.AskWhereabouts ask, CallRouter results) {
    telephony
        .whereabouts(ask.call(), ask.channel())
        .thenAccept(where -> results.seenAt(ask.call(), ask.token(), where));
  }

  private void report(Effect effect, RuntimeException failure) {
    try {
      listener.failed(effect.toString(), failure);
    } catch (RuntimeException ignored) {
      // A listener that throws must not keep the other effects from being carried out.
    }
  }
}
