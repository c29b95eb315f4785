package io.ringwright.micrometer;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Makes {@link RoutingMeters}.
 *
 * <p>Thread safety: for one thread.
 */
public final class RoutingMetersBuilder {

  private static final Duration LONGEST_TARGET = Duration.ofHours(1);
  private static final Duration LONGEST_WINDOW = Duration.ofDays(1);

  private final MeterRegistry registry;
  Duration target = Duration.ofSeconds(20);
  Duration window = Duration.ofMinutes(30);
  int mostGroups = 100;
  LongSupplier nanoseconds = System::nanoTime;

  RoutingMetersBuilder(MeterRegistry registry) {
    this.registry = requireNonNull(registry, "registry is null: expected a MeterRegistry");
  }

  MeterRegistry registry() {
    return registry;
  }

  /**
   * Within what time calls are to be answered: the threshold of the service level, and a bound of a
   * bucket of the waits. 20 s by default.
   *
   * @param longest 1 s to 1 hour, counted from the arrival of the call
   * @return this
   * @throws IllegalArgumentException if it is out of range
   */
  @CanIgnoreReturnValue
  public RoutingMetersBuilder answeredWithin(Duration longest) {
    target = inRange("answeredWithin", longest, Duration.ofSeconds(1), LONGEST_TARGET);
    return this;
  }

  /**
   * Over what time the gauge of the service level looks back. 30 minutes by default.
   *
   * @param time 1 minute to 1 day; seconds beyond whole minutes are left out
   * @return this
   * @throws IllegalArgumentException if it is out of range
   */
  @CanIgnoreReturnValue
  public RoutingMetersBuilder serviceLevelOver(Duration time) {
    window = inRange("serviceLevelOver", time, Duration.ofMinutes(1), LONGEST_WINDOW);
    return this;
  }

  /**
   * How many hunt groups, and how many switches, have meters of their own. All further ones share
   * those tagged {@code other}. The first in the phone list have their own; a group that is taken
   * out of the list keeps its meters until the process ends. 100 by default.
   *
   * @param most 0 to 10 000
   * @return this
   * @throws IllegalArgumentException if it is out of range
   */
  @CanIgnoreReturnValue
  public RoutingMetersBuilder mostGroups(int most) {
    if (most < 0 || most > 10_000) {
      throw new IllegalArgumentException(
          "mostGroups "
              + most
              + " is not valid: expected 0 to 10000\n"
              + "Each group has 35 to 150 series in Prometheus.");
    }
    mostGroups = most;
    return this;
  }

  /**
   * The clock by which deliveries, answers and the journal are measured. {@link System#nanoTime} by
   * default; for tests.
   *
   * @param clock counts nanoseconds from any beginning and never goes back
   * @return this
   */
  @CanIgnoreReturnValue
  public RoutingMetersBuilder nanoseconds(LongSupplier clock) {
    nanoseconds =
        requireNonNull(clock, "nanoseconds is null: expected a value, or no call for the default");
    return this;
  }

  /**
   * Makes the meters and adds them to the registry.
   *
   * @return the meters
   */
  public RoutingMeters build() {
    return new RoutingMeters(this);
  }

  private static Duration inRange(String what, Duration time, Duration least, Duration most) {
    requireNonNull(time, what + " is null: expected a value, or no call for the default");
    if (time.compareTo(least) < 0 || time.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          what + " " + time + " is not valid: expected " + least + " to " + most);
    }
    return time;
  }
}
