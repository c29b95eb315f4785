package io.ringwright.engine.dispatch;

import io.ringwright.engine.state.Openings;
import org.jspecify.annotations.Nullable;

/**
 * One walk along the callers, first to last. Whoever asks for the next match has seen to it that
 * the phones of the one before are taken.
 */
public interface Round {

  /**
   * The next match.
   *
   * @return null at the end
   */
  @Nullable Match next();

  /**
   * What this walk leaves out, because there is too much to look at in one event.
   *
   * @return mostly nothing
   */
  default Openings.Rest rest() {
    return Openings.Rest.NONE;
  }
}
