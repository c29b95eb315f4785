package io.ringwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.CallRouter;
import io.ringwright.CallRouterBuilder;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.EventAnswer;
import io.ringwright.call.InboundCall;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.Visit;
import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Condition;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.Strategy;
import io.ringwright.event.EventRecorder;
import io.ringwright.event.JournalEntry;
import io.ringwright.event.RouterEvent;
import io.ringwright.journal.Durability;
import io.ringwright.journal.Journal;
import io.ringwright.journal.Proposal;
import io.ringwright.journal.StateMachine;
import io.ringwright.memory.InMemoryJournal;
import io.ringwright.port.RoutingListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * With the threads of a real application: code of the host that hangs or breaks costs no caller.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostCodeTest {

  private static final int PATIENCE = 30;

  private final CountDownLatch never = new CountDownLatch(1);
  private final House house = House.of(list -> list.extension("1", one -> one.device("PJSIP/1")));

  @AfterEach
  void whoever_hangs_may_go() {
    never.countDown();
  }

  private CallRouterBuilder builder(PhoneList phones) {
    house.directory.replace(phones);
    return CallRouter.builder(house.directory, house.pbx).clock(house.clock);
  }

  private void uses(CallRouter router) {
    house.router = router;
    house.connects();
  }

  private void hang() {
    try {
      never.await();
    } catch (InterruptedException interrupted) {
      hang(); // Some code does not let itself be interrupted.
    }
  }

  private static PhoneList onePhone() {
    return House.phones(list -> list.extension("100", anna -> anna.device("PJSIP/100")));
  }

  /** Extension 100 forwards to 101 if the predicate holds. */
  private static PhoneList forwarding(String name, Supplier<Boolean> predicate) {
    return forwarding(new Condition.Host(name, asked -> predicate.get()));
  }

  private static PhoneList forwarding(Condition when) {
    return House.phones(
        list ->
            list.extension(
                    "100",
                    anna -> anna.device("PJSIP/100").forward(Kind.UNCONDITIONAL, "101", when))
                .extension("101", ben -> ben.device("PJSIP/101")));
  }

  /** A strategy of the host's own: what it does is given, and then the last of the list rings. */
  private record Own(Runnable does) implements Strategy {
    @Override
    public List<Contender> next(List<Contender> equals, Memory memory) {
      does.run();
      return List.of(equals.get(equals.size() - 1));
    }

    @Override
    public String words() {
      return "own";
    }
  }

  private static <T> T throwsError() {
    throw new OutOfMemoryError("of the host");
  }

  // Listeners and recorders

  @Test
  void a_listener_that_blocks_for_ever_delays_neither_answers_nor_deliveries() {
    RoutingListener blocks =
        new RoutingListener() {
          @Override
          public void callArrived(InboundCall call, Visit visit) {
            hang();
          }
        };
    uses(builder(onePhone()).listener(blocks).build());
    house.reports("100", DeviceState.IN_USE);
    for (int call = 0; call < 50; call++) {
      assertThat(House.waits(house.arrives("c" + call, "100"))).isTrue();
    }
    house.idle("100");
    assertThat(house.pbx.delivered()).containsExactly("c0");
    assertThat(house.router.hostCode().behind()).isGreaterThan(50);
    assertThat(house.router.hostCode().dropped()).isZero();
  }

  @Test
  void a_recorder_that_blocks_for_ever_does_not_either() {
    uses(builder(onePhone()).recorder(new Recorder(this::hang)).build());
    house.reports("100", DeviceState.IN_USE);
    assertThat(House.waits(house.arrives("c1", "100"))).isTrue();
    house.idle("100");
    assertThat(house.pbx.delivered()).containsExactly("c1");
  }

  @Test
  void a_listener_on_the_thread_that_brings_events_shows_that_the_tests_before_bite() {
    CountDownLatch told = new CountDownLatch(1);
    RoutingListener blocks =
        new RoutingListener() {
          @Override
          public void callArrived(InboundCall call, Visit visit) {
            told.countDown();
            hang();
          }
        };
    uses(builder(onePhone()).listener(blocks).listenersOn(Runnable::run).build());
    CompletableFuture<RoutingAnswer> answer =
        CompletableFuture.supplyAsync(() -> house.arrives("c1", "100"));
    await(told);
    assertThat(answer).isNotDone();
    never.countDown();
    assertThat(answer.orTimeout(PATIENCE, TimeUnit.SECONDS).join()).isNotNull();
  }

  @Test
  void what_is_too_much_is_dropped_counted_and_told_in_its_place() {
    List<String> heard = new CopyOnWriteArrayList<>();
    CountDownLatch missed = new CountDownLatch(1);
    RoutingListener slow =
        new RoutingListener() {
          @Override
          public void callArrived(InboundCall call, Visit visit) {
            hang();
            heard.add(call.id().value());
          }

          @Override
          public void missed(long tellings) {
            heard.add("missed");
            missed.countDown();
          }
        };
    uses(builder(onePhone()).listener(slow).mostTellings(100).build());
    house.reports("100", DeviceState.IN_USE);
    for (int call = 0; call < 200; call++) {
      house.arrives("c" + call, "100");
    }
    long dropped = house.router.hostCode().dropped();
    assertThat(dropped).isBetween(400L, 550L);
    never.countDown();
    await(missed);
    assertThat(heard).hasSizeBetween(33, 40).startsWith("c0", "c1").endsWith("missed");
    assertThat(house.router.hostCode().dropped()).isEqualTo(dropped);
  }

  @Test
  void a_listener_may_wait_for_a_thread_that_calls_the_router() {
    CompletableFuture<Boolean> answered = new CompletableFuture<>();
    RoutingListener asks =
        new RoutingListener() {
          @Override
          public void callArrived(InboundCall call, Visit visit) {
            CompletableFuture<Void> other =
                CompletableFuture.runAsync(() -> house.router.callEnded(call.id()));
            answered.completeAsync(
                () ->
                    other.orTimeout(PATIENCE, TimeUnit.SECONDS).handle((x, y) -> y == null).join());
            answered.join();
          }
        };
    uses(builder(onePhone()).listener(asks).build());
    house.arrives("c1", "100");
    assertThat(answered.orTimeout(PATIENCE, TimeUnit.SECONDS).join()).isTrue();
  }

  @Test
  void closing_waits_for_the_listener() {
    List<String> heard = new CopyOnWriteArrayList<>();
    RoutingListener listener =
        new RoutingListener() {
          @Override
          public void callArrived(InboundCall call, Visit visit) {
            heard.add(call.id().value());
          }
        };
    uses(builder(onePhone()).listener(listener).build());
    for (int call = 0; call < 100; call++) {
      house.arrives("c" + call, "100");
    }
    house.router.close();
    assertThat(heard).hasSize(100).startsWith("c0").endsWith("c99");
  }

  @Test
  void an_error_of_a_listener_or_a_recorder_is_told_and_the_next_telling_follows() {
    List<String> failed = new CopyOnWriteArrayList<>();
    CountDownLatch decided = new CountDownLatch(1);
    RoutingListener breaks =
        new RoutingListener() {
          @Override
          public void callArrived(InboundCall call, Visit visit) {
            throwsError();
          }

          @Override
          public void decided(RoutingAnswer answer) {
            decided.countDown();
          }

          @Override
          public void failed(String what, RuntimeException failure) {
            failed.add(failure.getMessage());
          }
        };
    AtomicInteger taken = new AtomicInteger();
    Recorder recorder =
        new Recorder(
            () -> {
              taken.incrementAndGet();
              throwsError();
            });
    uses(builder(onePhone()).listener(breaks).recorder(recorder).build());
    house.arrives("c1", "100");
    await(decided);
    assertThat(taken).hasValueGreaterThanOrEqualTo(4);
    assertThat(failed).hasSizeGreaterThanOrEqualTo(5).allMatch(it -> it.endsWith("of the host"));
  }

  @Test
  void what_the_host_chains_to_an_order_does_not_hold_up_the_journal() {
    CountDownLatch chained = new CountDownLatch(1);
    SlowJournal journal = new SlowJournal(chained);
    uses(builder(onePhone()).journal(journal).build());
    CompletableFuture<String> thread =
        house
            .router
            .withdraw(CallId.of("c1"))
            .thenApply(answer -> Thread.currentThread().getName())
            .toCompletableFuture();
    chained.countDown();
    assertThat(thread.orTimeout(PATIENCE, TimeUnit.SECONDS).join()).startsWith("ringwright-host");
  }

  /** Completes an order on a thread of its own, when it may. */
  private record SlowJournal(Journal memory, CountDownLatch mayComplete) implements Journal {

    SlowJournal(CountDownLatch mayComplete) {
      this(new InMemoryJournal(), mayComplete);
    }

    @Override
    public void open(StateMachine machine) {
      memory.open(machine);
    }

    @Override
    public CompletionStage<Optional<EventAnswer>> append(Proposal proposal) {
      CompletionStage<Optional<EventAnswer>> done = memory.append(proposal);
      return proposal.event() instanceof RouterEvent.Withdrawn
          ? CompletableFuture.runAsync(() -> await(mayComplete)).thenCompose(any -> done)
          : done;
    }

    @Override
    public Durability durability() {
      return memory.durability();
    }

    @Override
    public void close() {
      memory.close();
    }
  }

  // Predicates

  @Test
  void a_predicate_that_hangs_does_not_hold_and_is_left_alone() {
    AtomicInteger asked = new AtomicInteger();
    List<String> failed = new CopyOnWriteArrayList<>();
    PhoneList phones =
        forwarding(
            "hangs",
            () -> {
              asked.incrementAndGet();
              hang();
              return true;
            });
    uses(builder(phones).listener(new Failures(failed)).build());
    for (int call = 0; call < 50; call++) {
      house.idle("100");
      RoutingAnswer answer = house.arrives("c" + call, "100");
      assertThat(House.rings(answer).isEmpty() || House.rings(answer).equals("100")).isTrue();
    }
    assertThat(asked).hasValue(1);
    assertThat(house.router.hostCode().late()).isEqualTo(1);
    assertThat(house.router.hostCode().notAsked()).isEqualTo(49);
    house.router.close();
    assertThat(failed).singleElement().asString().contains("predicate hangs did not answer within");
  }

  @Test
  void a_predicate_that_throws_an_error_does_not_hold() {
    uses(builder(forwarding("breaks", HostCodeTest::throwsError)).build());
    assertThat(House.rings(house.arrives("c1", "100"))).isEqualTo("100");
    assertThat(house.router.hostCode().threw()).isEqualTo(1);
  }

  @Test
  void the_opposite_of_a_predicate_that_throws_holds() {
    Condition broken = new Condition.Host("broken", asked -> HostCodeTest.<Boolean>throwsError());
    uses(builder(forwarding(new Condition.Not(broken))).build());
    assertThat(House.rings(house.arrives("c1", "100"))).isEqualTo("101");
  }

  @Test
  void a_predicate_that_answers_in_time_is_followed() {
    uses(
        builder(forwarding("holds", () -> true)).hostAnswersWithin(Duration.ofSeconds(10)).build());
    assertThat(House.rings(house.arrives("c1", "100"))).isEqualTo("101");
  }

  // Strategies

  @Test
  void a_strategy_that_hangs_is_given_up_and_the_order_of_the_list_decides() {
    AtomicInteger asked = new AtomicInteger();
    List<String> failed = new CopyOnWriteArrayList<>();
    Own hangs =
        new Own(
            () -> {
              asked.incrementAndGet();
              hang();
            });
    uses(builder(House.hunting(hangs)).listener(new Failures(failed)).build());
    assertThat(House.rings(house.arrives("c1", "700"))).isEqualTo("100");
    assertThat(House.rings(house.arrives("c2", "700"))).isEqualTo("101");
    assertThat(House.rings(house.arrives("c3", "700"))).isEqualTo("102");
    assertThat(asked).hasValue(1);
    house.router.close();
    assertThat(failed).singleElement().asString().contains("strategy own did not answer within");
  }

  @Test
  void a_strategy_that_throws_an_error_fails_like_any_other() {
    uses(builder(House.hunting(new Own(HostCodeTest::throwsError))).build());
    assertThat(House.rings(house.arrives("c1", "700"))).isEqualTo("100");
    assertThat(House.rings(house.arrives("c2", "700"))).isEqualTo("101");
  }

  @Test
  void entries_of_a_strategy_that_hung_lead_to_the_same_state_without_it_being_asked() {
    Recorder recorder = new Recorder(() -> {});
    uses(builder(House.hunting(new Own(this::hang))).recorder(recorder).build());
    for (int call = 0; call < 5; call++) {
      house.arrives("c" + call, "700");
    }
    house.idle("101");
    house.router.close();
    Engine again = new Engine((RouterEvent.Started) recorder.entries.get(0).event(), false);
    recorder.entries.forEach(again::apply); // It would hang here.
    assertThat(recorder.entries).anyMatch(entry -> !entry.failedStrategies().isEmpty());
    assertThat(again.state().waiting().calls()).hasSize(2);
    assertThat(again.state().call(CallId.of("c0")).orElseThrow().phase().toString())
        .contains("100");
  }

  @Test
  void a_question_by_the_host_is_answered_too_while_a_strategy_hangs() {
    uses(builder(House.hunting(new Own(this::hang))).build());
    InboundCall call = House.inbound(house.remembers("c1", "700"));
    assertThat(House.rings(house.router.explain(call))).isEqualTo("100");
    assertThat(house.router.attendance(DirectoryNumber.of("100"))).isNotNull();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Writes down what failed. */
  private record Failures(List<String> failed) implements RoutingListener {
    @Override
    public void failed(String what, RuntimeException failure) {
      failed.add(what + ": " + failure.getMessage());
    }
  }

  /** Takes entries down, and then does something. */
  private static final class Recorder implements EventRecorder {
    private final List<JournalEntry> entries = new ArrayList<>();
    private final Runnable then;

    Recorder(Runnable then) {
      this.then = then;
    }

    @Override
    public void happened(JournalEntry entry) {
      entries.add(entry);
      then.run();
    }

    @Override
    public void delivering(RoutingAnswer answer) {}

    @Override
    public void decided(RoutingAnswer answer) {}
  }
}
