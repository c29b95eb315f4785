package io.ringwright.engine.dispatch;

import org.jspecify.annotations.Nullable;

/**
 * One walk along the callers, first to last. Whoever asks for the next match has seen to it that the
 * phones of the one before are taken.
 */
public interface Round {

  /**
   * The next match.
   *
   * @return null at the end
   */
  @Nullable Match next();
}
