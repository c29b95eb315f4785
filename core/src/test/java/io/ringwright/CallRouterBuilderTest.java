package io.ringwright;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.call.EventAnswer;
import io.ringwright.directory.PhoneList;
import io.ringwright.effect.EffectRunner;
import io.ringwright.event.EventRecorder;
import io.ringwright.journal.Durability;
import io.ringwright.journal.Journal;
import io.ringwright.journal.Proposal;
import io.ringwright.journal.StateMachine;
import io.ringwright.memory.InMemoryDirectory;
import io.ringwright.port.Directory;
import io.ringwright.port.RoutingListener;
import io.ringwright.port.Telephony;
import java.lang.reflect.Array;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Settings: none takes null in silence, and defaults follow from the journal. */
class CallRouterBuilderTest {

  @Test
  void a_router_is_not_built_with_null() {
    Directory directory = new InMemoryDirectory(PhoneList.builder().build());
    CallRouterBuilder builder = CallRouter.builder(directory);
    refused("directory", () -> CallRouter.builder(absent(Directory.class)));
    refused("telephony", () -> CallRouter.builder(directory, absent(Telephony.class)));
    refused("journal", () -> builder.journal(absent(Journal.class)));
    refused("listener", () -> builder.listener(absent(RoutingListener.class)));
    refused("recorder", () -> builder.recorder(absent(EventRecorder.class)));
    refused("clock", () -> builder.clock(absent(InstantSource.class)));
    refused("effectsOn", () -> builder.effectsOn(absent(Executor.class)));
    refused("listenersOn", () -> builder.listenersOn(absent(Executor.class)));
    refused("hostAnswersWithin", () -> builder.hostAnswersWithin(absent(Duration.class)));
  }

  @Test
  void callers_are_moved_where_the_journal_releases_that_unless_it_has_threads_of_its_own() {
    Directory directory = new InMemoryDirectory(PhoneList.builder().build());
    CallRouterBuilder builder = CallRouter.builder(directory);
    Thread here = Thread.currentThread();
    assertThat(threadOf(where(builder).moves())).isSameAs(here);
    assertThat(threadOf(where(builder.journal(new OwnThreads())).moves())).isNotSameAs(here);
    assertThat(threadOf(where(builder.effectsOn(Runnable::run)).moves())).isSameAs(here);
  }

  @Test
  void the_listener_is_told_on_a_thread_of_its_own_unless_something_else_is_said() {
    Directory directory = new InMemoryDirectory(PhoneList.builder().build());
    CallRouterBuilder builder = CallRouter.builder(directory);
    Thread here = Thread.currentThread();
    Thread own = threadOf(where(builder).tellings());
    assertThat(own.getName()).isEqualTo("ringwright-listener");
    assertThat(own.isDaemon()).isTrue();
    assertThat(threadOf(where(builder.listenersOn(Runnable::run)).tellings())).isSameAs(here);
    assertThat(threadOf(where(CallRouter.builder(directory).singleThreaded()).tellings()))
        .isSameAs(here);
  }

  @Test
  void a_setting_that_is_out_of_range_is_refused_with_what_was_expected() {
    CallRouterBuilder builder =
        CallRouter.builder(new InMemoryDirectory(PhoneList.builder().build()));
    assertThatThrownBy(() -> builder.mostTellings(99))
        .hasMessageStartingWith("mostTellings 99 is not valid: expected 100 to 1000000");
    assertThatThrownBy(() -> builder.mostTellings(1_000_001))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.hostAnswersWithin(Duration.ZERO))
        .hasMessageStartingWith("hostAnswersWithin PT0S is not valid: expected 1 ms to 10 s");
    assertThatThrownBy(() -> builder.hostAnswersWithin(Duration.ofSeconds(11)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static EffectRunner.Where where(CallRouterBuilder builder) {
    return builder.threading().where();
  }

  private static Thread threadOf(Executor executor) {
    CompletableFuture<Thread> thread = new CompletableFuture<>();
    executor.execute(() -> thread.complete(Thread.currentThread()));
    return thread.orTimeout(30, TimeUnit.SECONDS).join();
  }

  /** A journal that says nothing of the threads on which it releases. */
  private static final class OwnThreads implements Journal {
    @Override
    public void open(StateMachine machine) {}

    @Override
    public CompletionStage<Optional<EventAnswer>> append(Proposal proposal) {
      return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public Durability durability() {
      return new Durability.Durable();
    }

    @Override
    public void close() {}
  }

  private static void refused(String setting, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(NullPointerException.class)
        .hasMessageStartingWith(setting + " is null: expected ");
  }

  /** What the compiler would not let a caller write. */
  private static <T> T absent(Class<T> type) {
    return type.cast(Array.get(Array.newInstance(type, 1), 0));
  }
}
