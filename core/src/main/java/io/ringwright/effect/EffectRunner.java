package io.ringwright.effect;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.ringwright.event.EventRecorder;
import io.ringwright.event.RouterEvent;
import io.ringwright.port.RoutingListener;
import io.ringwright.port.Telephony;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Carries out effects: one after the other, in the order of the events that caused them, whichever
 * thread runs them.
 */
public final class EffectRunner {

  private final Queue<Effect> pending = new ConcurrentLinkedQueue<>();
  private final ReentrantLock oneAtATime = new ReentrantLock();
  private final StoreWriter store;
  private final Telephony telephony;
  private final RoutingListener listener;
  private final EventRecorder recorder;
  private final Executor executor;

  /** The token of the last claim that was lost; the delivery comes next, and is left out. */
  @GuardedBy("oneAtATime")
  private long lost;

  public EffectRunner(StoreWriter store, Ports ports) {
    this.store = store;
    this.telephony = ports.telephony();
    this.listener = ports.listener();
    this.recorder = ports.recorder();
    this.executor = ports.executor();
  }

  /** Who carries out what. */
  public record Ports(
      Telephony telephony, RoutingListener listener, EventRecorder recorder, Executor executor) {}

  /**
   * Keeps effects for later. Called under the engine's lock, so that their order is the events'.
   */
  public void keep(List<Effect> effects) {
    pending.addAll(effects);
  }

  /** Carries out what is kept. Called without the engine's lock. */
  public void carryOut(Consumer<RouterEvent> results) {
    try {
      executor.execute(() -> drain(results));
    } catch (RejectedExecutionException shutDown) {
      drain(results);
    }
  }

  private void drain(Consumer<RouterEvent> results) {
    if (oneAtATime.isHeldByCurrentThread()) {
      return; // What an effect brings about comes after it, in the loop that carries it out.
    }
    oneAtATime.lock();
    try {
      for (Effect next = pending.poll(); next != null; next = pending.poll()) {
        carryOut(next, results);
      }
    } finally {
      oneAtATime.unlock();
    }
  }

  @GuardedBy("oneAtATime")
  private void carryOut(Effect effect, Consumer<RouterEvent> results) {
    try {
      if (effect instanceof Effect.Store change) {
        store(change, results);
      } else if (effect instanceof Effect.Tell tell) {
        tell(tell);
      } else if (effect instanceof Effect.Deliver deliver) {
        deliver(deliver.delivery(), results);
      } else if (effect instanceof Effect.AskWhereabouts ask) {
        ask(ask, results);
      } else if (effect instanceof Effect.TakeDown taken) {
        takeDown(taken);
      }
    } catch (RuntimeException failure) {
      report(effect, failure);
    }
  }

  @GuardedBy("oneAtATime")
  private void store(Effect.Store change, Consumer<RouterEvent> results) {
    boolean won = store.write(change);
    if (!won && change instanceof Effect.Store.Restore) {
      results.accept(new RouterEvent.RestoreRefused(change.call()));
    } else if (!won && change instanceof Effect.Store.Claim claim) {
      lost = claim.reservation().token().value();
      results.accept(new RouterEvent.ClaimLost(change.call(), claim.reservation().token()));
    }
  }

  private void takeDown(Effect.TakeDown taken) {
    if (taken instanceof Effect.TakeDown.Happened happened) {
      recorder.happened(happened.at(), happened.event());
    } else if (taken instanceof Effect.TakeDown.Delivered delivered) {
      recorder.delivering(delivered.answer());
    } else if (taken instanceof Effect.TakeDown.Decided decided) {
      recorder.decided(decided.answer());
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
    } else if (tell instanceof Effect.Tell.Attends attends) {
      listener.attends(attends.extension(), attends.attendance());
    } else if (tell instanceof Effect.Tell.Ignored ignored) {
      listener.ignored(ignored.event(), ignored.why());
    }
  }

  @GuardedBy("oneAtATime")
  private void deliver(Telephony.Delivery delivery, Consumer<RouterEvent> results) {
    if (delivery.token().value() != lost) {
      telephony
          .deliver(delivery)
          .thenAccept(
              said ->
                  results.accept(
                      new RouterEvent.DeliveryAnswered(delivery.call(), delivery.token(), said)));
    }
  }

  private void ask(Effect.AskWhereabouts ask, Consumer<RouterEvent> results) {
    telephony
        .whereabouts(ask.call(), ask.channel())
        .thenAccept(
            where ->
                results.accept(
                    new RouterEvent.CallerSeen(ask.call(), ask.token(), ask.moves(), where)));
  }

  private void report(Effect effect, RuntimeException failure) {
    try {
      listener.failed(effect.toString(), failure);
    } catch (RuntimeException ignored) {
      // A listener that throws must not keep the other effects from being carried out.
    }
  }
}
