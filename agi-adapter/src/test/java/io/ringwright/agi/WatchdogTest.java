package io.ringwright.agi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchdogTest {

  private final ScheduledThreadPoolExecutor clockwork = new ScheduledThreadPoolExecutor(1);
  private final Watchdog watchdog = new Watchdog(clockwork, Duration.ofMillis(100));

  @AfterEach
  void stop() {
    clockwork.shutdownNow();
  }

  @Test
  void an_alarm_that_nobody_calls_off_goes_off_once() throws InterruptedException {
    AtomicInteger called = new AtomicInteger();
    CountDownLatch second = new CountDownLatch(1);
    watchdog.alarm(called::incrementAndGet);
    watchdog.alarm(second::countDown);

    assertThat(second.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(called).hasValue(1);
  }

  @Test
  void an_alarm_that_is_called_off_does_not() throws InterruptedException {
    AtomicInteger called = new AtomicInteger();
    CountDownLatch later = new CountDownLatch(1);
    watchdog.alarm(called::incrementAndGet).callOff();
    watchdog.alarm(later::countDown);

    assertThat(later.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(called).hasValue(0);
  }

  @Test
  void an_alarm_with_less_time_left_goes_off_before_one_that_was_set_earlier()
      throws InterruptedException {
    Watchdog slow = new Watchdog(clockwork, Duration.ofSeconds(1));
    List<String> off = new CopyOnWriteArrayList<>();
    CountDownLatch both = new CountDownLatch(2);
    slow.alarm(
        () -> {
          off.add("all of the time");
          both.countDown();
        });
    slow.alarm(
        () -> {
          off.add("less");
          both.countDown();
        },
        Duration.ofMillis(300).toNanos());
    assertThat(both.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(off).containsExactly("less", "all of the time");
  }

  @Test
  void an_alarm_that_throws_does_not_silence_the_next() throws InterruptedException {
    CountDownLatch next = new CountDownLatch(1);
    watchdog.alarm(
        () -> {
          throw new IllegalStateException("on purpose");
        });
    watchdog.alarm(next::countDown);

    assertThat(next.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void while_nothing_is_pending_nothing_ticks() throws InterruptedException {
    CountDownLatch off = new CountDownLatch(1);
    watchdog.alarm(off::countDown);
    assertThat(off.await(10, TimeUnit.SECONDS)).isTrue();

    clockwork.shutdown();

    assertThat(clockwork.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    assertThat(clockwork.getQueue()).isEmpty();
  }

  @Test
  void after_the_clockwork_has_stopped_an_alarm_is_no_error() {
    clockwork.shutdownNow();

    watchdog.alarm(() -> {}).callOff();
    assertThat(clockwork.getQueue()).isEmpty();
  }
}
