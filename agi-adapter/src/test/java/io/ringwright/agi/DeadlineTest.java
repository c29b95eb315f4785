package io.ringwright.agi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadlineTest {

  private final ScheduledThreadPoolExecutor clockwork = new ScheduledThreadPoolExecutor(1);
  private long now = Long.MAX_VALUE - 5; // Such a clock may begin anywhere, and runs over.
  private final Deadline deadline = new Deadline(Duration.ofMillis(300), clockwork, () -> now);

  @AfterEach
  void stop() {
    clockwork.shutdownNow();
  }

  private long millisLeftAfter(long waited) {
    long since = now;
    now += TimeUnit.MILLISECONDS.toNanos(waited);
    return TimeUnit.NANOSECONDS.toMillis(deadline.left(since));
  }

  @Test
  void a_question_that_is_taken_up_at_once_has_all_of_it() {
    assertThat(millisLeftAfter(0)).isEqualTo(300);
  }

  @Test
  void the_wait_for_a_thread_counts() {
    assertThat(millisLeftAfter(60)).isEqualTo(240);
  }

  @Test
  void a_question_that_waited_longer_is_answered_all_the_same_and_has_two_thirds_left() {
    assertThat(millisLeftAfter(100)).isEqualTo(200);
    assertThat(millisLeftAfter(299)).isEqualTo(200);
    assertThat(millisLeftAfter(2_400)).isEqualTo(200);
  }

  @Test
  void nothing_is_answered_that_the_dialplan_does_not_hear() {
    assertThat(millisLeftAfter(2_800)).isEqualTo(100);
  }

  @Test
  void a_question_waits_no_longer_than_the_dialplan_listens() {
    long since = now;
    now += TimeUnit.MILLISECONDS.toNanos(400);
    assertThat(TimeUnit.NANOSECONDS.toMillis(deadline.leftToWait(since))).isEqualTo(2_100);
    now += TimeUnit.MILLISECONDS.toNanos(2_400);
    assertThat(deadline.leftToWait(since)).isNegative();
  }

  @Test
  void a_question_that_waited_goes_off_too() throws InterruptedException {
    CountDownLatch off = new CountDownLatch(2);
    long since = now;
    deadline.alarm(since, off::countDown);
    now += TimeUnit.MILLISECONDS.toNanos(2_850);
    deadline.alarm(since, off::countDown);
    assertThat(off.await(10, TimeUnit.SECONDS)).isTrue();
  }
}
