package io.ringwright.engine.dispatch;

import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.EngineState;
import org.jspecify.annotations.Nullable;

/**
 * Finds matches: which waiting call gets which phones, first to last, so that nobody overtakes. It
 * changes nothing; the engine applies a match.
 *
 * <p>The definition is to go through all waiting calls after each event and to ask for every one.
 * The tests do that, and compare.
 *
 * <p>Thread safety: one thread at a time.
 */
public interface Dispatcher {

  /** What is known now, as the rules see it, with what is kept ready. */
  EngineFacts facts();

  /** Whether a match may have become possible since the last matching. */
  boolean isDue();

  /**
   * Begins a walk.
   *
   * @param until before whom it ends; to the end of all queues if null
   * @return the walk; the phones of a match count as taken once they are reserved in the state, or
   *     held in {@link EngineFacts#holds}
   */
  Round round(@Nullable Call until);

  /** Makes ready, before the first event, what would take long in one. */
  default void makeReady() {}

  /** An event is over: what is kept ready takes in what it changed. */
  void keepUp();

  /** Makes the dispatcher of a state. */
  @FunctionalInterface
  interface Factory {
    /** The dispatcher of this state. */
    Dispatcher of(EngineState state);
  }
}
