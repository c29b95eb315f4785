package io.ringwright.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Items come one after the other, in order, and whoever adds them does not wait. */
class SerialQueueTest {

  private static final long NOT_AT_ALL = 0;

  private final List<String> done = new ArrayList<>();
  private final Queue<Runnable> later = new ArrayDeque<>();

  private SerialQueue<String> queue(Executor executor, int most) {
    return queue(done::add, executor, executor, most);
  }

  private static SerialQueue<String> queue(
      Consumer<String> each, Executor executor, Executor otherwise, int most) {
    return new SerialQueue<>(
        new SerialQueue.Work<>(each, executor, otherwise),
        new SerialQueue.Bound<>(most, count -> "gap of " + count));
  }

  private void runAll() {
    for (Runnable next = later.poll(); next != null; next = later.poll()) {
      next.run();
    }
  }

  @Test
  void what_is_added_while_it_works_comes_after_it_and_is_not_nested() {
    List<SerialQueue<String>> self = new ArrayList<>();
    SerialQueue<String> queue =
        queue(
            item -> {
              if (item.equals("first")) {
                self.get(0).add(List.of("third"));
              }
              done.add(item);
            },
            Runnable::run,
            Runnable::run,
            10);
    self.add(queue);
    queue.add(List.of("first", "second"));
    assertThat(done).containsExactly("first", "second", "third");
  }

  @Test
  void many_items_ask_the_executor_a_few_times_only() {
    SerialQueue<String> queue = queue(later::add, 10_000);
    for (int item = 0; item < 1000; item++) {
      queue.add(List.of("item " + item));
    }
    assertThat(later).as("tasks given to the executor").hasSizeLessThanOrEqualTo(10);
    runAll();
    assertThat(done).hasSize(1000);
    assertThat(queue.behind()).isZero();
  }

  @Test
  void an_executor_that_loses_its_work_is_asked_again() {
    SerialQueue<String> queue = queue(later::add, 10);
    queue.add(List.of("one"));
    later.clear();
    queue.add(List.of("two"));
    runAll();
    assertThat(done).containsExactly("one", "two");
  }

  @Test
  void an_executor_that_is_shut_down_is_replaced_by_the_other() {
    Executor shutDown =
        task -> {
          throw new RejectedExecutionException("shut down");
        };
    queue(done::add, shutDown, later::add, 10).add(List.of("one"));
    runAll();
    assertThat(done).containsExactly("one");
  }

  @Test
  void where_no_thread_can_be_started_items_wait_until_one_can() {
    List<Boolean> able = new ArrayList<>(List.of(false));
    Executor starved =
        task -> {
          if (!able.get(0)) {
            throw new OutOfMemoryError("unable to create native thread");
          }
          task.run();
        };
    SerialQueue<String> queue = queue(starved, 10);
    queue.add(List.of("one"));
    assertThat(queue.behind()).isEqualTo(1);
    able.set(0, true);
    queue.add(List.of("two"));
    assertThat(done).containsExactly("one", "two");
  }

  @Test
  void beyond_the_bound_the_newest_are_dropped_and_one_item_stands_for_them_in_their_place() {
    SerialQueue<String> queue = queue(later::add, 4);
    for (int item = 1; item <= 9; item++) {
      queue.add(List.of("item " + item));
    }
    assertThat(queue.behind()).isEqualTo(4);
    assertThat(queue.dropped()).isEqualTo(5);
    runAll();
    queue.add(List.of("item 10"));
    runAll();
    assertThat(done).containsExactly("item 1", "item 2", "item 3", "item 4", "gap of 5", "item 10");
    assertThat(queue.dropped()).isEqualTo(5);
  }

  @Test
  void what_belongs_together_is_dropped_together() {
    SerialQueue<String> queue = queue(later::add, 2);
    queue.add(List.of("a", "b", "c"));
    queue.add(List.of("d", "e"));
    runAll();
    assertThat(done).containsExactly("a", "b", "c", "gap of 2");
  }

  @Test
  void it_takes_items_again_when_half_of_the_room_is_free() {
    List<SerialQueue<String>> self = new ArrayList<>();
    SerialQueue<String> queue =
        queue(
            item -> {
              done.add(item);
              if (item.startsWith("item")) {
                self.get(0).add(List.of("after " + item));
              }
            },
            later::add,
            later::add,
            4);
    self.add(queue);
    queue.add(List.of("item 1", "item 2", "item 3", "item 4"));
    queue.add(List.of("dropped"));
    runAll();
    assertThat(done)
        .containsExactly(
            "item 1", "item 2", "item 3", "item 4", "gap of 3", "after item 3", "after item 4");
  }

  @Test
  void an_item_that_throws_an_error_keeps_no_other_from_its_turn() {
    SerialQueue<String> queue =
        queue(
            item -> {
              if (item.equals("bad")) {
                throw new OutOfMemoryError("no");
              }
              done.add(item);
            },
            Runnable::run,
            Runnable::run,
            10);
    queue.add(List.of("bad", "good"));
    assertThat(done).containsExactly("good");
  }

  @Test
  void closing_waits_for_what_is_under_way_and_no_longer_than_it_may() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    SerialQueue<String> queue =
        queue(
            item -> {
              begun.countDown();
              await(mayEnd);
            },
            CompletableFuture::runAsync,
            Runnable::run,
            10);
    queue.add(List.of("slow", "behind it"));
    await(begun);
    queue.close(NOT_AT_ALL);
    assertThat(queue.dropped()).isEqualTo(1);
    mayEnd.countDown();
    queue.add(List.of("too late"));
    assertThat(queue.dropped()).isEqualTo(2);
  }

  @Test
  void closing_waits_until_all_is_done() {
    CountDownLatch mayEnd = new CountDownLatch(1);
    SerialQueue<String> queue =
        queue(
            item -> {
              await(mayEnd);
              done.add(item);
            },
            CompletableFuture::runAsync,
            Runnable::run,
            10);
    queue.add(List.of("one", "two"));
    mayEnd.countDown();
    queue.close(TimeUnit.SECONDS.toNanos(30));
    assertThat(done).containsExactly("one", "two");
    assertThat(queue.dropped()).isZero();
  }

  @Test
  void closing_from_within_waits_for_nobody() {
    List<SerialQueue<String>> self = new ArrayList<>();
    SerialQueue<String> queue =
        queue(
            item -> {
              self.get(0).close(TimeUnit.DAYS.toNanos(1));
              done.add(item);
            },
            Runnable::run,
            Runnable::run,
            10);
    self.add(queue);
    queue.add(List.of("one", "two"));
    assertThat(done).containsExactly("one", "two");
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
