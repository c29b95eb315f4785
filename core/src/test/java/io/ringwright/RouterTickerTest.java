package io.ringwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RouterTickerTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  private final RecordingExecutor executor = new RecordingExecutor();
  private final List<RuntimeException> told = new ArrayList<>();

  @AfterEach
  void shut_down() {
    executor.shutdownNow();
  }

  @Test
  void it_calls_again_at_the_instant_the_engine_named() {
    ticker(() -> NOW.plusMillis(30)).tick();
    assertThat(executor.pauses).containsExactly(Duration.ofMillis(30));
  }

  @Test
  void it_calls_at_least_every_100_ms() {
    ticker(() -> NOW.plusSeconds(3600)).tick();
    ticker(() -> Instant.MAX).tick();
    assertThat(executor.pauses).containsOnly(Duration.ofMillis(100));
  }

  @Test
  void an_instant_in_the_past_does_not_make_it_spin() {
    ticker(() -> NOW.minusSeconds(5)).tick();
    assertThat(executor.pauses).containsExactly(Duration.ofMillis(1));
  }

  @Test
  void an_engine_that_throws_is_called_again_and_the_failure_is_shown() {
    List<Throwable> shown = new ArrayList<>();
    Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> shown.add(failure));
    ticker(
            () -> {
              throw new IllegalStateException("broken rule");
            })
        .tick();
    assertThat(shown).singleElement().isInstanceOf(IllegalStateException.class);
    assertThat(executor.pauses).containsExactly(Duration.ofMillis(100));
  }

  @Test
  void an_error_is_shown_too_and_ticking_goes_on() {
    List<Throwable> shown = new ArrayList<>();
    Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> shown.add(failure));
    ticker(
            () -> {
              throw new StackOverflowError("too deep");
            })
        .tick();
    assertThat(shown).singleElement().isInstanceOf(StackOverflowError.class);
    assertThat(executor.pauses).containsExactly(Duration.ofMillis(100));
  }

  @Test
  void after_close_nothing_is_scheduled() {
    RouterTicker ticker = ticker(() -> NOW);
    ticker.close();
    ticker.tick();
    assertThat(executor.pauses).isEmpty();
  }

  @Test
  void an_executor_that_is_shut_down_ends_the_ticking_and_the_listener_is_told() {
    RouterTicker ticker = ticker(() -> NOW);
    executor.refusing = true;
    ticker.tick();
    executor.refusing = false;
    ticker.tick();
    assertThat(executor.pauses).isEmpty();
    assertThat(told)
        .singleElement()
        .asString()
        .contains("the executor of the ticker takes no more work");
  }

  @Test
  void a_ticker_that_is_closed_before_its_executor_tells_nobody() {
    RouterTicker ticker = ticker(() -> NOW);
    ticker.close();
    executor.refusing = true;
    ticker.tick();
    assertThat(told).isEmpty();
  }

  @Test
  void a_failure_that_stays_is_shown_less_and_less_often_until_all_was_well_once() {
    List<Throwable> shown = new ArrayList<>();
    Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> shown.add(failure));
    AtomicBoolean broken = new AtomicBoolean(true);
    RouterTicker ticker =
        ticker(
            () -> {
              if (broken.get()) {
                throw new IllegalStateException("broken rule");
              }
              return NOW;
            });
    for (int time = 0; time < 100; time++) {
      ticker.tick();
    }
    assertThat(shown).as("at 1, 2, 4, 8, 16, 32 and 64").hasSize(7);
    broken.set(false);
    ticker.tick();
    broken.set(true);
    ticker.tick();
    assertThat(shown).hasSize(8);
  }

  private RouterTicker ticker(Supplier<Instant> work) {
    return new RouterTicker(() -> Duration.between(NOW, work.get()), executor, told::add);
  }

  /** Notes for when a task was scheduled, and runs none. */
  private static final class RecordingExecutor extends ScheduledThreadPoolExecutor {

    private final List<Duration> pauses = new ArrayList<>();
    private boolean refusing;

    RecordingExecutor() {
      super(1);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
      if (refusing) {
        throw new java.util.concurrent.RejectedExecutionException("shut down");
      }
      pauses.add(Duration.of(delay, unit.toChronoUnit()));
      return super.schedule(() -> {}, 1, TimeUnit.HOURS);
    }
  }
}
