package io.ringwright.engine.state;

import java.time.Instant;

/**
 * A thing that has a place in a {@link TimerQueue}: when it is looked at stands with itself, which
 * takes less room than an entry of the queue would.
 *
 * <p>Thread safety: confined to the owner of the state.
 */
abstract class Timed {

  /** When it is looked at; the far end for never. */
  Instant when = Instant.MAX;

  /** It is looked at then. For its queue alone. */
  void lookAt(Instant next) {
    when = next;
  }
}
