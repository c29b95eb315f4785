package io.ringwright.micrometer;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.ringwright.journal.Durability;
import io.ringwright.micrometer.Readings.Health;
import io.ringwright.view.Activity;
import java.util.function.ToDoubleFunction;

/**
 * The gauges of a router, all of which read one {@link RouterReader}.
 *
 * <p>Thread safety: may be used by many threads.
 */
final class RouterGauges {

  private static final double NANOS = 1e9;

  private final MeterRegistry registry;
  private final RouterReader reader;
  private final ServiceLevel serviceLevel;

  RouterGauges(MeterRegistry registry, RouterReader reader, ServiceLevel serviceLevel) {
    this.registry = registry;
    this.reader = reader;
    this.serviceLevel = serviceLevel;
  }

  /** The gauges that there is one of, and those of each state. */
  void register() {
    for (Activity.State state : Activity.State.values()) {
      MeterName.EXTENSIONS
          .gauge(reader, from -> from.readings().extensions().getOrDefault(state, 0L))
          .tag(Tags.STATE, Tags.value(state))
          .register(registry);
    }
    health(MeterName.BEHIND, health -> health.host().behind());
    health(MeterName.TICK_AGE, health -> health.sinceTick().toNanos() / NANOS);
    health(MeterName.DURABLE, health -> health.durability() instanceof Durability.Durable ? 1 : 0);
    health(MeterName.OWED, health -> owed(health.durability()));
    count(MeterName.LOST, health -> health.host().dropped()).register(registry);
    question("threw", health -> health.host().threw());
    question("late", health -> health.host().late());
    question("not-asked", health -> health.host().notAsked());
  }

  /** The gauges of a group that is new. */
  void group(String tag) {
    gauge(MeterName.WAITING, tag, reading -> reading.queue(tag).waiting());
    gauge(MeterName.LONGEST_WAIT, tag, reading -> reading.queue(tag).longest().toNanos() / NANOS);
    gauge(MeterName.ESTIMATES_JUDGED, tag, reading -> reading.score(tag).judged());
    gauge(MeterName.ESTIMATES_HELD, tag, reading -> reading.score(tag).share());
    gauge(MeterName.ESTIMATES_ERROR, tag, reading -> reading.score(tag).meanError());
    MeterName.SERVICE_LEVEL
        .gauge(serviceLevel, level -> level.of(tag))
        .tag(Tags.GROUP, tag)
        .register(registry);
  }

  /** The gauge of a switch that is new. */
  void pbx(String tag) {
    MeterName.LINK
        .gauge(reader, from -> from.readings().links().getOrDefault(tag, false) ? 1 : 0)
        .tag(Tags.PBX, tag)
        .register(registry);
  }

  private void gauge(MeterName name, String group, ToDoubleFunction<Readings> value) {
    name.gauge(reader, from -> value.applyAsDouble(from.readings()))
        .tag(Tags.GROUP, group)
        .register(registry);
  }

  private void health(MeterName name, ToDoubleFunction<Health> value) {
    name.gauge(reader, from -> value.applyAsDouble(from.readings().health())).register(registry);
  }

  private void question(String outcome, ToDoubleFunction<Health> count) {
    count(MeterName.QUESTIONS, count).tag(Tags.OUTCOME, outcome).register(registry);
  }

  private FunctionCounter.Builder<RouterReader> count(
      MeterName name, ToDoubleFunction<Health> count) {
    return name.reading(reader, from -> count.applyAsDouble(from.readings().health()));
  }

  private static double owed(Durability durability) {
    return durability instanceof Durability.Owing owing ? owing.owed() : 0;
  }
}
