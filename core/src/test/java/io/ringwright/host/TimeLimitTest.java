package io.ringwright.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nobody waits for code of the host longer than it may take. */
class TimeLimitTest {

  private static final long LIMIT = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long NO_TIME_AT_ALL = 1;

  private final ExecutorService threads = HostThreads.asNeeded("asked");
  private final CountDownLatch never = new CountDownLatch(1);
  private final TimeLimit limit = limit(Duration.ofNanos(LIMIT));

  private TimeLimit limit(Duration longest) {
    return new TimeLimit(longest, threads, System::nanoTime);
  }

  @AfterEach
  void whoever_hangs_may_go() {
    never.countDown();
    threads.shutdownNow();
  }

  private static Asked<String> asked(String name, Supplier<String> question) {
    return new Asked<>(name, question);
  }

  private String hang() {
    try {
      never.await();
    } catch (InterruptedException interrupted) {
      hang(); // Some code does not let itself be interrupted.
    }
    return "after all";
  }

  @Test
  void an_answer_in_time_is_taken() {
    assertThat(limit.ask(List.of(asked("a", () -> "yes"), asked("b", () -> "no")), LIMIT))
        .containsExactly(new Reply.Said<>("yes"), new Reply.Said<>("no"));
  }

  @Test
  void whatever_is_thrown_is_a_reply() {
    List<Reply<String>> replies =
        limit.ask(
            List.of(
                asked("a", TimeLimitTest::throwsException),
                asked("b", TimeLimitTest::throwsError),
                asked("c", () -> "yes")),
            LIMIT);
    assertThat(replies.get(0)).isInstanceOf(Reply.Failed.class);
    assertThat(replies.get(1)).isInstanceOf(Reply.Failed.class);
    assertThat(replies.get(2)).isEqualTo(new Reply.Said<>("yes"));
    assertThat(limit.threw()).isEqualTo(2);
    assertThat(limit.late()).isZero();
  }

  private static String throwsException() {
    throw new IllegalStateException("no");
  }

  private static String throwsError() {
    throw new OutOfMemoryError("no");
  }

  @Test
  void who_hangs_is_given_up_and_the_next_question_is_asked_all_the_same() {
    List<Reply<String>> replies =
        limit.ask(List.of(asked("hangs", this::hang), asked("other", () -> "yes")), TimeLimit.EACH);
    assertThat(replies.get(0)).isInstanceOf(Reply.Failed.class);
    assertThat(((Reply.Failed<String>) replies.get(0)).why())
        .hasMessageContaining("hangs did not answer within ")
        .hasMessageContaining("it is not asked for 10 s");
    assertThat(replies.get(1)).isEqualTo(new Reply.Said<>("yes"));
    assertThat(limit.late()).isEqualTo(1);
  }

  @Test
  void who_hangs_costs_one_thread_and_not_one_for_each_question() {
    for (int question = 0; question < 1000; question++) {
      limit.ask(List.of(asked("hangs", this::hang)), LIMIT);
    }
    assertThat(limit.late()).isEqualTo(1);
    assertThat(limit.notAsked()).isEqualTo(999);
    assertThat(((ThreadPoolExecutor) threads).getActiveCount()).isEqualTo(1);
  }

  @Test
  void when_all_the_time_is_used_up_the_rest_is_not_asked_and_the_slowest_is_left_alone() {
    AtomicInteger later = new AtomicInteger();
    List<Asked<String>> questions = new ArrayList<>();
    questions.add(asked("slow", () -> hangs(Duration.ofMillis(150))));
    for (int question = 0; question < 10; question++) {
      questions.add(asked("quick", () -> later.incrementAndGet() > 0 ? "yes" : "no"));
    }
    TimeLimit patient = limit(Duration.ofSeconds(10));
    List<Reply<String>> replies = patient.ask(questions, TimeUnit.MILLISECONDS.toNanos(20));
    assertThat(replies.get(0)).isInstanceOf(Reply.Failed.class);
    assertThat(replies.subList(1, 11)).allMatch(Reply.NotAsked.class::isInstance);
    assertThat(later).hasValue(0);
    assertThat(patient.ask(List.of(asked("slow", () -> "yes")), LIMIT))
        .allMatch(Reply.NotAsked.class::isInstance);
    assertThat(patient.ask(List.of(asked("quick", () -> "yes")), LIMIT))
        .containsExactly(new Reply.Said<>("yes"));
  }

  private String hangs(Duration time) {
    try {
      never.await(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return "late";
  }

  @Test
  void a_pause_of_the_whole_process_is_not_put_down_to_the_host() {
    CountDownLatch readings = new CountDownLatch(5);
    AtomicLong hours = new AtomicLong();
    TimeLimit paused =
        new TimeLimit(
            Duration.ofNanos(LIMIT),
            threads,
            () -> {
              readings.countDown();
              return hours.addAndGet(TimeUnit.HOURS.toNanos(1));
            });
    assertThat(paused.ask(List.of(asked("a", () -> await(readings))), LIMIT))
        .containsExactly(new Reply.Said<>("yes"));
  }

  private static String await(CountDownLatch latch) {
    try {
      return latch.await(30, TimeUnit.SECONDS) ? "yes" : "no";
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  @Test
  void where_no_thread_is_free_nobody_is_blamed() {
    TimeLimit starved =
        new TimeLimit(
            Duration.ofMillis(1),
            task -> {
              throw new RejectedExecutionException("no thread");
            },
            System::nanoTime);
    for (int time = 0; time < 3; time++) {
      assertThat(starved.ask(List.of(asked("a", () -> "yes")), LIMIT))
          .containsExactly(new Reply.NotAsked<>());
    }
    assertThat(starved.late()).isZero();
  }

  @Test
  void an_executor_that_never_begins_holds_nobody_up() {
    TimeLimit starved = new TimeLimit(Duration.ofMillis(1), task -> {}, System::nanoTime);
    assertThat(starved.ask(List.of(asked("a", () -> "yes"), asked("b", () -> "yes")), LIMIT))
        .containsExactly(new Reply.NotAsked<>(), new Reply.NotAsked<>());
    assertThat(starved.late()).isZero();
  }

  @Test
  void without_a_limit_each_is_asked_here() {
    Thread here = Thread.currentThread();
    TimeLimit none = limit(Duration.ZERO);
    assertThat(
            none.ask(
                List.of(asked("a", () -> Thread.currentThread().equals(here) ? "here" : "there")),
                NO_TIME_AT_ALL))
        .containsExactly(new Reply.Said<>("here"));
  }

  @Test
  void a_thread_that_was_interrupted_waits_all_the_same_and_stays_interrupted() {
    Thread.currentThread().interrupt();
    assertThat(limit.ask(List.of(asked("a", () -> "yes")), LIMIT))
        .containsExactly(new Reply.Said<>("yes"));
    assertThat(Thread.interrupted()).isTrue();
  }
}
