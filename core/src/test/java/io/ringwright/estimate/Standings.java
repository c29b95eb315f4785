package io.ringwright.estimate;

import io.ringwright.call.Priority;
import io.ringwright.waiting.QueueOrder;
import java.time.Instant;
import java.util.function.IntSupplier;

/** How calls stand whom nobody can overtake, or somebody of a higher priority always. */
final class Standings {

  private Standings() {}

  /** A call of the usual priority. */
  static Standing at(IntSupplier position) {
    return at(Priority.NORMAL.level(), position);
  }

  static Standing at(int priority, IntSupplier position) {
    return new Standing(Priority.of(priority), Instant.MIN, QueueOrder.STRICT, position);
  }
}
