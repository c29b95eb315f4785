package io.ringwright.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RouterReaderTest {

  private final AtomicLong clock = new AtomicLong();
  private final AtomicInteger reads = new AtomicInteger();
  private final RouterReader reader = new RouterReader(clock::get);
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final ServiceLevel level = new ServiceLevel(Duration.ofMinutes(1), clock::get);
  private final RouterGauges gauges = new RouterGauges(registry, reader, level);

  private void watch() {
    reader.watch(
        () -> {
          reads.incrementAndGet();
          return Readings.NONE;
        });
  }

  private void scrape() {
    registry.getMeters().forEach(meter -> meter.measure().forEach(each -> each.getValue()));
  }

  private void fiftyGroups() {
    gauges.register();
    for (int group = 0; group < 50; group++) {
      gauges.group(Integer.toString(group));
    }
  }

  @Test
  void a_scrape_of_all_meters_reads_the_router_once() {
    fiftyGroups();
    watch();
    scrape();
    scrape();
    assertThat(registry.getMeters()).hasSizeGreaterThan(250);
    assertThat(reads).hasValue(1);
  }

  @Test
  void a_scrape_a_second_later_reads_it_again() {
    fiftyGroups();
    watch();
    scrape();
    clock.addAndGet(Duration.ofMillis(999).toNanos());
    scrape();
    assertThat(reads).hasValue(1);
    clock.addAndGet(Duration.ofMillis(1).toNanos());
    scrape();
    assertThat(reads).hasValue(2);
  }

  @Test
  void where_the_clock_goes_on_between_gauges_each_would_read_it() {
    RouterReader hurried = new RouterReader(() -> clock.addAndGet(1_000_000_000L));
    new RouterGauges(registry, hurried, level).register();
    hurried.watch(
        () -> {
          reads.incrementAndGet();
          return Readings.NONE;
        });
    scrape();
    assertThat(reads).hasValueGreaterThan(10);
  }

  @Test
  void another_router_is_read_at_once() {
    watch();
    var unused = reader.readings();
    watch();
    var unusedToo = reader.readings();
    assertThat(reads).hasValue(2);
  }
}
