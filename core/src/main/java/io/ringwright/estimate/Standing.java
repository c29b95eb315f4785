package io.ringwright.estimate;

import io.ringwright.call.Priority;
import io.ringwright.waiting.QueueOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntSupplier;

/**
 * How a call stands in its queue.
 *
 * <p>Thread safety: as that of the position.
 *
 * @param priority the call's own
 * @param since its ticket time
 * @param order which call goes first
 * @param position how many departures it takes until it is answered, its own included: those ahead
 *     in the queue, and those on the way to a phone. At least 1; asked for only if it matters
 */
public record Standing(Priority priority, Instant since, QueueOrder order, IntSupplier position) {

  /**
   * For how long callers who arrive from now on go ahead of this one.
   *
   * @param other their priority
   * @param now this moment
   * @return seconds; zero if they do not, infinite if they always do
   */
  double overtakenFor(Priority other, Instant now) {
    int levels = priority.level() - other.level();
    if (levels <= 0) {
      return 0;
    }
    if (order.penaltyPerLevel().isEmpty()) {
      return Double.POSITIVE_INFINITY;
    }
    Instant until = since.plus(order.penaltyPerLevel().get().multipliedBy(levels));
    return until.isAfter(now) ? Duration.between(now, until).toMillis() / 1000.0 : 0;
  }
}
