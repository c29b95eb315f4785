package io.ringwright.engine.dispatch;

import io.ringwright.call.Destination;
import java.util.Collection;
import java.util.List;
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
   * The queues that this walk leaves out, because there are too many to look at in one event.
   *
   * @return mostly none
   */
  default Collection<Destination> rest() {
    return List.of();
  }
}
