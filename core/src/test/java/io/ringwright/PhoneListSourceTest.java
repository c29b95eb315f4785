package io.ringwright;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.directory.PhoneList;
import io.ringwright.effect.Effect;
import io.ringwright.port.Directory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Whatever the directory does, there is a phone list, and the listener is told once. */
class PhoneListSourceTest {

  private static final PhoneList ONE = list("100");
  private static final PhoneList OTHER = list("101");

  private final List<String> told = new ArrayList<>();
  private final Queue<Runnable> later = new ArrayDeque<>();
  private final AtomicLong nanos = new AtomicLong();
  private final AtomicReference<Supplier<PhoneList>> said = new AtomicReference<>(() -> ONE);
  private final PhoneListSource source = source(false);

  private static PhoneList list(String number) {
    return PhoneList.builder().extension(number, phone -> phone.device("PJSIP/" + number)).build();
  }

  private PhoneListSource source(boolean atOnce) {
    Directory directory = () -> said.get().get();
    return new PhoneListSource(directory, atOnce, later::add, nanos::get, this::tell);
  }

  private void tell(Effect.Tell telling) {
    Effect.Tell.Failed failed = (Effect.Tell.Failed) telling;
    told.add(failed.what() + ": " + failed.failure().getMessage());
  }

  private void runAll() {
    for (Runnable next = later.poll(); next != null; next = later.poll()) {
      next.run();
    }
  }

  private static PhoneList fails() {
    throw new IllegalStateException("no database");
  }

  private static PhoneList failsBadly() {
    throw new OutOfMemoryError("no memory");
  }

  @Test
  void another_list_is_found_without_anybody_waiting_for_the_directory() {
    source.fresh();
    said.set(() -> OTHER);
    source.refresh();
    assertThat(source.beforeEvent()).isSameAs(ONE);
    runAll();
    assertThat(source.beforeEvent()).isSameAs(OTHER);
  }

  @Test
  void while_it_is_asked_it_is_not_asked_again() {
    source.fresh();
    for (int tick = 0; tick < 100; tick++) {
      source.refresh();
    }
    assertThat(later).hasSize(1);
  }

  @Test
  void a_directory_that_fails_is_told_once_and_the_last_list_holds() {
    source.fresh();
    said.set(PhoneListSourceTest::fails);
    for (int tick = 0; tick < 100; tick++) {
      source.refresh();
      runAll();
    }
    assertThat(source.beforeEvent()).isSameAs(ONE);
    assertThat(told)
        .containsExactly("ask the directory; the last phone list stays in force: no database");
  }

  @Test
  void an_error_and_null_are_failures_too() {
    source.fresh();
    said.set(PhoneListSourceTest::failsBadly);
    source.refresh();
    runAll();
    said.set(() -> ONE);
    source.refresh();
    runAll();
    said.set(new AtomicReference<PhoneList>()::get);
    source.refresh();
    runAll();
    assertThat(told).hasSize(2);
    assertThat(told.get(1)).contains("the directory gave null: expected a phone list");
    assertThat(source.beforeEvent()).isSameAs(ONE);
  }

  @Test
  void a_directory_in_memory_is_asked_before_each_event_and_may_fail_as_well() {
    PhoneListSource atOnce = source(true);
    atOnce.fresh();
    said.set(() -> OTHER);
    assertThat(atOnce.beforeEvent()).isSameAs(OTHER);
    said.set(PhoneListSourceTest::fails);
    assertThat(atOnce.beforeEvent()).isSameAs(OTHER);
    assertThat(atOnce.beforeEvent()).isSameAs(OTHER);
    assertThat(told).hasSize(1);
  }

  @Test
  void a_directory_that_does_not_answer_is_told_once() {
    source.fresh();
    source.refresh();
    nanos.set(TimeUnit.SECONDS.toNanos(10));
    source.refresh();
    assertThat(told).isEmpty();
    nanos.set(TimeUnit.SECONDS.toNanos(11));
    source.refresh();
    source.refresh();
    assertThat(told).singleElement().asString().contains("has not answered for 10 s");
    assertThat(source.beforeEvent()).isSameAs(ONE);
  }

  @Test
  void an_answer_that_took_long_does_not_replace_a_newer_list() {
    source.fresh();
    PhoneList late = ONE;
    said.set(() -> late);
    source.refresh();
    said.set(() -> OTHER);
    source.fresh();
    said.set(() -> late);
    runAll();
    assertThat(source.beforeEvent()).isSameAs(OTHER);
  }

  @Test
  void who_asks_for_the_list_of_now_hears_what_is_wrong() {
    said.set(PhoneListSourceTest::fails);
    assertThatThrownBy(source::fresh).hasMessage("no database");
  }

  @Test
  void where_no_thread_can_be_started_it_is_tried_again_later() {
    PhoneListSource starved =
        new PhoneListSource(
            () -> ONE,
            false,
            task -> {
              throw new RejectedExecutionException("none");
            },
            nanos::get,
            this::tell);
    starved.fresh();
    starved.refresh();
    starved.refresh();
    assertThat(told).hasSize(1);
    assertThat(starved.beforeEvent()).isSameAs(ONE);
  }
}
