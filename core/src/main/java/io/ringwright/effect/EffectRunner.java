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
 *
 * <p>Thread safety: may be used by many threads.
 */
public final class EffectRunner implements Effect.Cases {

  private final Queue<Effect> pending = new ConcurrentLinkedQueue<>();
  private final ReentrantLock oneAtATime = new ReentrantLock();
  private final Ports ports;
  private final Consumer<RouterEvent> results;

  /**
   * A runner.
   *
   * @param ports who carries out what
   * @param results what comes of an effect goes here, as an event
   */
  public EffectRunner(Ports ports, Consumer<RouterEvent> results) {
    this.ports = ports;
    this.results = results;
  }

  /**
   * Who carries out what.
   *
   * @param telephony moves callers
   * @param listener is told what happened
   * @param recorder records events and decisions
   * @param executor where it is done
   */
  public record Ports(
      Telephony telephony, RoutingListener listener, EventRecorder recorder, Executor executor) {}

  /**
   * Carries out effects. Called in the order of the events.
   *
   * @param effects the effects of one event
   */
  public void release(List<Effect> effects) {
    if (effects.isEmpty()) {
      return;
    }
    pending.addAll(effects);
    try {
      ports.executor().execute(this::drain);
    } catch (RejectedExecutionException shutDown) {
      drain();
    }
  }

  private void drain() {
    if (oneAtATime.isHeldByCurrentThread()) {
      return; // What an effect brings about comes after it, in the loop that carries it out.
    }
    oneAtATime.lock();
    try {
      for (Effect next = pending.poll(); next != null; next = pending.poll()) {
        carryOut(next);
      }
    } finally {
      oneAtATime.unlock();
    }
  }

  @GuardedBy("oneAtATime")
  private void carryOut(Effect effect) {
    try {
      effect.accept(this);
    } catch (RuntimeException failure) {
      report(effect, failure);
    }
  }

  @Override
  public void deliver(Effect.Deliver effect) {
    Telephony.Delivery delivery = effect.delivery();
    ports
        .telephony()
        .deliver(delivery)
        .thenAccept(
            said ->
                results.accept(
                    new RouterEvent.DeliveryAnswered(delivery.call(), delivery.token(), said)));
  }

  @Override
  public void askWhereabouts(Effect.AskWhereabouts ask) {
    ports
        .telephony()
        .whereabouts(ask.call(), ask.channel())
        .thenAccept(
            where ->
                results.accept(
                    new RouterEvent.CallerSeen(ask.call(), ask.token(), ask.moves(), where)));
  }

  @Override
  public void tell(Effect.Tell effect) {
    effect.tell(ports.listener());
  }

  @Override
  public void takeDown(Effect.TakeDown effect) {
    effect.takeDown(ports.recorder());
  }

  private void report(Effect effect, RuntimeException failure) {
    try {
      ports.listener().failed(effect.toString(), failure);
    } catch (RuntimeException ignored) {
      // A listener that throws must not keep the other effects from being carried out.
    }
  }
}
