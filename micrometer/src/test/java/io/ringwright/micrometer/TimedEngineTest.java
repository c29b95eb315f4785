package io.ringwright.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.ringwright.call.EventAnswer;
import io.ringwright.event.RouterEvent;
import io.ringwright.journal.Durability;
import io.ringwright.journal.Journal;
import io.ringwright.journal.Proposal;
import io.ringwright.journal.StateMachine;
import io.ringwright.memory.InMemoryJournal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What takes so long is said to take so long. */
class TimedEngineTest {

  private final AtomicLong clock = new AtomicLong();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final RoutingMeters meters =
      RoutingMeters.builder(registry).nanoseconds(clock::get).build();
  private final CompletableFuture<Optional<EventAnswer>> kept = new CompletableFuture<>();

  /** A journal whose disk answers when the test says so. */
  private final Journal slow =
      new Journal() {
        @Override
        public void open(StateMachine machine) {}

        @Override
        public CompletionStage<Optional<EventAnswer>> append(Proposal proposal) {
          return kept;
        }

        @Override
        public Durability durability() {
          return new Durability.Durable();
        }

        @Override
        public void close() {}
      };

  private Timer timer(String name) {
    return registry.get(name).timer();
  }

  @Test
  void an_event_takes_until_the_journal_has_kept_it() {
    Journal timed = meters.timing(slow);
    var answer = timed.append(Proposal.of(new RouterEvent.TimePassed()));
    clock.addAndGet(Duration.ofMillis(40).toNanos());
    assertThat(timer("ringwright.journal").count()).isZero();
    kept.complete(Optional.empty());
    assertThat(answer.toCompletableFuture()).isCompleted();
    assertThat(timer("ringwright.journal").totalTime(TimeUnit.MILLISECONDS)).isEqualTo(40);
  }

  @Test
  void an_event_that_could_not_be_applied_is_measured_too() {
    var answer = meters.timing(slow).append(Proposal.of(new RouterEvent.TimePassed()));
    kept.completeExceptionally(new IllegalStateException("on purpose"));
    assertThat(answer.toCompletableFuture()).isCompletedExceptionally();
    assertThat(timer("ringwright.journal").count()).isEqualTo(1);
  }

  @Test
  void what_the_journal_says_of_itself_stays_what_it_is() {
    Journal inMemory = new InMemoryJournal();
    Journal timed = meters.timing(inMemory);
    assertThat(timed.releasesWithinAppend()).isEqualTo(inMemory.releasesWithinAppend()).isTrue();
    assertThat(meters.timing(slow).releasesWithinAppend()).isFalse();
    assertThat(timed.durability()).isEqualTo(inMemory.durability());
  }
}
