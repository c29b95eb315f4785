package io.ringwright.micrometer;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;

/**
 * Meters that were added to registries, to be taken out again.
 *
 * <p>Thread safety: may be used by many threads.
 */
final class BoundMeters {

  private final List<Runnable> removals = new ArrayList<>();

  synchronized void add(MeterRegistry registry, Meter meter) {
    removals.add(() -> registry.remove(meter));
  }

  synchronized void remove() {
    removals.forEach(Runnable::run);
    removals.clear();
  }
}
