package io.ringwright.effect;

import io.ringwright.event.EventRecorder;
import io.ringwright.event.RouterEvent;
import io.ringwright.host.SerialQueue;
import io.ringwright.port.RoutingListener;
import io.ringwright.port.Telephony;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Carries out effects in the order of the events that caused them, in two queues: moves of callers
 * in one, what the listener and the recorder are told in the other. Neither waits for the other,
 * and no event waits for either.
 *
 * <p>Thread safety: may be used by many threads.
 */
public final class EffectRunner {

  private final boolean anybodyListens;
  private final SerialQueue<Effect> moves;
  private final SerialQueue<Effect> tellings;

  /**
   * A runner.
   *
   * @param ports who carries out what
   * @param where on which threads
   * @param results what comes of an effect goes here, as an event
   */
  public EffectRunner(Ports ports, Where where, Consumer<RouterEvent> results) {
    Outside outside = new Outside(ports.telephony(), ports.listener(), ports.recorder(), results);
    this.anybodyListens =
        !ports.listener().equals(RoutingListener.SILENT)
            || !ports.recorder().equals(EventRecorder.NONE);
    this.tellings =
        new SerialQueue<>(
            new SerialQueue.Work<>(
                new Teller(outside), where.tellings(), where.tellingsOtherwise()),
            new SerialQueue.Bound<>(where.mostTellings(), Effect.Missed::new));
    Consumer<Effect> failures = failure -> addTellings(List.of(failure));
    this.moves =
        new SerialQueue<>(
            new SerialQueue.Work<>(new Mover(outside, failures), where.moves(), Runnable::run),
            new SerialQueue.Bound<>(Integer.MAX_VALUE, Effect.Missed::new));
  }

  /**
   * Who carries out what.
   *
   * @param telephony moves callers
   * @param listener is told what happened
   * @param recorder records events and decisions
   */
  public record Ports(Telephony telephony, RoutingListener listener, EventRecorder recorder) {}

  /**
   * On which threads effects are carried out.
   *
   * @param moves where callers are moved
   * @param tellings where the listener and the recorder are told
   * @param tellingsOtherwise the same, if that takes no work
   * @param mostTellings how many tellings wait at the most
   */
  public record Where(
      Executor moves, Executor tellings, Executor tellingsOtherwise, int mostTellings) {

    /** Everything on the thread that releases it. */
    public static final Where INLINE =
        new Where(Runnable::run, Runnable::run, Runnable::run, Integer.MAX_VALUE);
  }

  /**
   * Carries out effects. Called in the order of the events.
   *
   * @param effects the effects of one event
   */
  public void release(List<Effect> effects) {
    if (effects.stream().allMatch(Effect::isTelling)) {
      addTellings(effects);
      return;
    }
    List<Effect> moving = new ArrayList<>();
    List<Effect> telling = new ArrayList<>();
    for (Effect effect : effects) {
      (effect.isTelling() ? telling : moving).add(effect);
    }
    moves.add(moving);
    addTellings(telling);
  }

  /**
   * Tells the listener something that is no effect of an event.
   *
   * @param telling what
   */
  public void tell(Effect.Tell telling) {
    addTellings(List.of(telling));
  }

  private void addTellings(List<? extends Effect> telling) {
    if (anybodyListens && !telling.isEmpty()) {
      tellings.add(telling);
    }
  }

  /**
   * How many tellings wait, with the one under way.
   *
   * @return zero or more
   */
  public int tellingsBehind() {
    return tellings.behind();
  }

  /**
   * How many tellings were dropped because too many waited.
   *
   * @return zero or more
   */
  public long tellingsDropped() {
    return tellings.dropped();
  }

  /**
   * Waits until all is carried out, so long at most for moves and as long for tellings.
   *
   * @param nanos how long at the most
   */
  public void close(long nanos) {
    moves.close(nanos);
    tellings.close(nanos);
  }
}
