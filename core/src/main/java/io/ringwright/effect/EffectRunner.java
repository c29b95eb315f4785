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
public final class EffectRunner {

  private final Queue<Effect> pending = new ConcurrentLinkedQueue<>();
  private final ReentrantLock oneAtATime = new ReentrantLock();
  private final Executor executor;
  private final Outside outside;

  /**
   * A runner.
   *
   * @param ports who carries out what
   * @param results what comes of an effect goes here, as an event
   */
  public EffectRunner(Ports ports, Consumer<RouterEvent> results) {
    this.executor = ports.executor();
    this.outside = new Outside(ports.telephony(), ports.listener(), ports.recorder(), results);
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
      executor.execute(this::drain);
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
      effect.carryOut(outside);
    } catch (RuntimeException failure) {
      report(effect, failure);
    } catch (Throwable failure) { // Whatever the host's code does, the other effects follow.
      report(effect, new IllegalStateException(failure));
    }
  }

  private void report(Effect effect, RuntimeException failure) {
    try {
      outside.listener().failed(effect.toString(), failure);
    } catch (Throwable ignored) {
      // A listener that throws must not keep the other effects from being carried out.
    }
  }
}
