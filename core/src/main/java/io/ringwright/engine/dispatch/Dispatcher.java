package io.ringwright.engine.dispatch;

import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.EngineState;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whose turn it is: callers are matched with phones, first to last, and nobody overtakes.
 * It changes nothing: what follows from a match is the engine's business.
 *
 * <p>The same could be found out by walking along all waiting calls after each event and asking for
 * every one; the tests do that, and compare.
 *
 * <p>Thread safety: one thread at a time.
 */
public interface Dispatcher {

  /** What is known now, as the rules see it, with what is kept ready. */
  EngineFacts facts();

  /** Whether somebody's turn may have come since the last matching. */
  boolean isDue();

  /**
   * Begins a walk.
   *
   * @param until before whom it ends; to the end of all queues if null
   * @return the walk; the phones of a match count as taken once they are reserved in the state, or
   *     held in {@link EngineFacts#holds}
   */
  Round round(@Nullable Call until);

  /** An event is over: what is kept ready takes in what it changed. */
  void keepUp();

  /** Makes the dispatcher of a state. */
  @FunctionalInterface
  interface Factory {
    /** The dispatcher of this state. */
    Dispatcher of(EngineState state);
  }
}
