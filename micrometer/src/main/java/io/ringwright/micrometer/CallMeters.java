package io.ringwright.micrometer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The counters and timers of what a listener is told.
 *
 * @param counts what is counted
 * @param waits of visits
 * @param rings of single phones
 * @param talks of agents
 * @param deliveries of waiting callers
 */
record CallMeters(
    Counts counts,
    MeterProvider<Timer> waits,
    MeterProvider<Timer> rings,
    MeterProvider<Timer> talks,
    MeterProvider<Timer> deliveries) {

  /** Bounds of the buckets of waits, from which shares can be read. */
  private static final List<Integer> BUCKETS =
      List.of(5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600);

  /** The counters of calls. */
  record Counts(
      MeterProvider<Counter> arrived,
      MeterProvider<Counter> ended,
      MeterProvider<Counter> inTime,
      MeterProvider<Counter> decisions,
      MeterProvider<Counter> keys,
      Rare rare) {}

  /** The counters of what is rare. */
  record Rare(
      MeterProvider<Counter> limited,
      MeterProvider<Counter> leftAlone,
      MeterProvider<Counter> ignored,
      Counter transfers,
      Counter failures) {}

  /**
   * The meters in a registry.
   *
   * @param registry which
   * @param target within which calls are to be answered: a bound of a bucket too
   */
  static CallMeters in(MeterRegistry registry, Duration target) {
    Duration[] buckets =
        Stream.concat(Stream.of(target), BUCKETS.stream().map(Duration::ofSeconds))
            .distinct()
            .sorted()
            .toArray(Duration[]::new);
    return new CallMeters(
        counts(registry),
        MeterName.WAIT.timer().serviceLevelObjectives(buckets).withRegistry(registry),
        MeterName.RING.timer().withRegistry(registry),
        MeterName.TALK.timer().withRegistry(registry),
        MeterName.DELIVERY.timer().withRegistry(registry));
  }

  private static Counts counts(MeterRegistry registry) {
    return new Counts(
        MeterName.ARRIVED.counter().withRegistry(registry),
        MeterName.ENDED.counter().withRegistry(registry),
        MeterName.IN_TIME.counter().withRegistry(registry),
        MeterName.DECISIONS.counter().withRegistry(registry),
        MeterName.KEYS.counter().withRegistry(registry),
        new Rare(
            MeterName.LIMITED.counter().withRegistry(registry),
            MeterName.LEFT_ALONE.counter().withRegistry(registry),
            MeterName.IGNORED.counter().withRegistry(registry),
            MeterName.TRANSFERS.counter().register(registry),
            MeterName.FAILURES.counter().register(registry)));
  }
}
