package io.ringwright.engine;

import static io.ringwright.engine.House.rings;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.CallRouter;
import io.ringwright.CallRouterBuilder;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.Visit;
import io.ringwright.directory.Condition;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.Strategy;
import io.ringwright.port.Directory;
import io.ringwright.port.RoutingListener;
import io.ringwright.port.Telephony.Delivery;
import io.ringwright.port.Telephony.DeliveryReport;
import io.ringwright.port.Telephony.Whereabouts;
import io.ringwright.telling.Answered;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How effects are carried out: in the order of the events, and never under the lock. */
class EffectsTest {

  private static House onePhone() {
    return House.of(list -> list.extension("100", anna -> anna.device("PJSIP/100")));
  }

  private static House oneBusyPhone() {
    House house = onePhone();
    house.reports("100", DeviceState.IN_USE);
    return house;
  }

  private static CallRouterBuilder router(House house) {
    return CallRouter.builder(house.directory, house.pbx).clock(house.clock).singleThreaded();
  }

  @Test
  void the_listener_hears_in_the_order_of_the_events() {
    List<String> heard = new ArrayList<>();
    House house = onePhone();
    CallRouter router = router(house).listener(new Diary(heard)).build();
    router.callArrived(House.inbound(house.remembers("c1", "100")));
    router.callArrived(House.inbound(house.remembers("c2", "100")));
    router.callAnswered(CallId.of("c1"), House.device("100"));
    router.callEnded(CallId.of("c1"));
    router.callEnded(CallId.of("c2"));
    assertThat(heard)
        .containsExactly(
            "arrived c1",
            "decided c1",
            "arrived c2",
            "decided c2",
            "answered c1 by 100",
            "ended c1 ANSWERED",
            "ended c2 ABANDONED");
  }

  @Test
  void what_the_listener_brings_about_comes_after_what_it_is_told_now() {
    List<String> heard = new ArrayList<>();
    AtomicReference<CallRouter> door = new AtomicReference<>();
    House house = onePhone();
    RoutingListener withdraws =
        new Diary(heard) {
          @Override
          public void callArrived(InboundCall call, Visit visit) {
            super.callArrived(call, visit);
            door.get().withdraw(call.id());
            heard.add("withdrawn");
          }
        };
    door.set(router(house).listener(withdraws).build());
    door.get().callArrived(House.inbound(house.remembers("c1", "100")));
    assertThat(heard)
        .containsExactly("arrived c1", "withdrawn", "decided c1", "ended c1 WITHDRAWN");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void a_listener_that_throws_keeps_no_other_effect_from_being_carried_out(boolean error) {
    House house = oneBusyPhone();
    List<String> failed = new ArrayList<>();
    CallRouter router =
        router(house)
            .listener(
                new RoutingListener() {
                  @Override
                  public void callArrived(InboundCall call, Visit visit) {
                    throw thrown("no", error);
                  }

                  @Override
                  public void failed(String what, RuntimeException failure) {
                    failed.add(failure.getMessage());
                    throw thrown("not even this", error);
                  }
                })
            .build();
    house.router = router;
    house.connects();
    house.reports("100", DeviceState.IN_USE);
    house.arrives("c1", "100");
    house.idle("100");
    assertThat(failed).singleElement().asString().endsWith("no");
    assertThat(house.pbx.delivered()).containsExactly("c1");
  }

  /** Throws an error, or returns an exception to throw. */
  private static RuntimeException thrown(String why, boolean error) {
    if (error) {
      throw new NoClassDefFoundError(why);
    }
    return new IllegalStateException(why);
  }

  @Test
  void an_answered_call_ends_once() {
    House house = oneBusyPhone();
    house.arrives("c1", "100");
    house.idle("100");
    house.lands(house.pbx.last());
    house.answers("c1", "100");
    house.hangsUp("c1");
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.ANSWERED);
  }

  @Test
  void an_old_token_rings_nothing() {
    House house = oneBusyPhone();
    house.arrives("c1", "100");
    house.idle("100");
    Delivery old = house.pbx.last();
    house.passes(Duration.ofSeconds(3)); // Nobody knows where the caller is: a rest, a new token.
    assertThat(house.pbx.last().token()).isNotEqualTo(old.token());
    assertThat(House.waits(house.lands(old))).isTrue();
    assertThat(rings(house.lands(house.pbx.last()))).isEqualTo("100");
  }

  @Test
  void hundreds_of_callers_who_are_gone_are_found_out_one_after_the_other() {
    House house = oneBusyPhone();
    house.pbx.says(DeliveryReport.CALLER_GONE);
    for (int i = 0; i < 100; i++) {
      house.arrives("c" + i, "100");
      house.pbx.sees("c" + i, Whereabouts.GONE);
    }
    house.idle("100");
    assertThat(house.pbx.deliveries).hasSize(100);
    assertThat(house.queue()).isEmpty();
  }

  @Test
  void an_executor_that_is_shut_down_does_not_lose_effects() {
    House house = onePhone();
    Executor shutDown =
        task -> {
          throw new RejectedExecutionException("shut down");
        };
    house.router =
        router(house).listener(house.ear).effectsOn(shutDown).listenersOn(shutDown).build();
    house.connects();
    house.reports("100", DeviceState.IN_USE);
    house.arrives("c1", "100");
    house.idle("100");
    assertThat(house.pbx.delivered()).containsExactly("c1");
    assertThat(house.ear.decisions).hasSize(1);
  }

  @Test
  void with_an_executor_the_answer_does_not_wait_for_the_effects() {
    Queue<Runnable> later = new ArrayDeque<>();
    List<String> heard = new ArrayList<>();
    House house = onePhone();
    CallRouter router = router(house).listener(new Diary(heard)).listenersOn(later::add).build();
    router.callArrived(House.inbound(house.remembers("c1", "100")));
    router.callArrived(House.inbound(house.remembers("c2", "100")));
    assertThat(heard).isEmpty();
    later.forEach(Runnable::run);
    assertThat(heard).containsExactly("arrived c1", "decided c1", "arrived c2", "decided c2");
  }

  @Test
  void no_effect_runs_under_the_lock() {
    House house = onePhone();
    List<Boolean> freeLock = new ArrayList<>();
    AtomicReference<CallRouter> door = new AtomicReference<>();
    RoutingListener knocks =
        new RoutingListener() {
          @Override
          public void callArrived(InboundCall call, Visit visit) {
            freeLock.add(anotherThreadGetsIn(door.get()));
          }
        };
    door.set(router(house).listener(knocks).build());
    door.get().callArrived(House.inbound(house.remembers("c1", "100")));
    assertThat(freeLock).containsExactly(true);
  }

  @Test
  void the_directory_is_not_asked_under_the_lock() {
    House house = onePhone();
    List<Boolean> freeLock = new ArrayList<>();
    AtomicReference<CallRouter> door = new AtomicReference<>();
    Directory knocks =
        () -> {
          if (door.get() != null) {
            freeLock.add(anotherThreadGetsIn(door.get()));
          }
          return house.directory.phoneList();
        };
    CallRouter router =
        CallRouter.builder(knocks, house.pbx).clock(house.clock).singleThreaded().build();
    door.set(router);
    router.callArrived(House.inbound(house.remembers("c1", "100")));
    assertThat(freeLock).isNotEmpty().doesNotContain(false);
  }

  @Test
  void a_predicate_of_the_host_is_not_asked_under_the_lock() {
    House house = onePhone();
    List<Boolean> freeLock = new ArrayList<>();
    AtomicReference<CallRouter> door = new AtomicReference<>();
    house.directory.replace(
        House.phones(
            list ->
                list.extension("101", ben -> ben.device("PJSIP/101"))
                    .extension(
                        "100",
                        anna ->
                            anna.device("PJSIP/100")
                                .forward(
                                    io.ringwright.directory.CallForwarding.Kind.UNCONDITIONAL,
                                    "101",
                                    new Condition.Host(
                                        "knocks",
                                        asked -> freeLock.add(anotherThreadGetsIn(door.get())))))));
    door.set(router(house).build());
    RoutingAnswer answer = door.get().callArrived(House.inbound(house.remembers("c1", "100")));
    assertThat(rings(answer)).isEqualTo("101");
    assertThat(freeLock).isNotEmpty().doesNotContain(false);
  }

  @Test
  void a_strategy_that_knocks_under_the_lock_shows_that_the_tests_before_bite() {
    House house = onePhone();
    List<Boolean> freeLock = new ArrayList<>();
    AtomicReference<CallRouter> door = new AtomicReference<>();
    house.directory.replace(withStrategy(new Knocks(freeLock, door)));
    door.set(router(house).build());
    door.get().callArrived(House.inbound(house.remembers("c1", "700")));
    assertThat(freeLock).isNotEmpty().doesNotContain(true);
  }

  private static PhoneList withStrategy(Strategy strategy) {
    return House.phones(
        list ->
            list.extension("100", anna -> anna.device("PJSIP/100"))
                .extension("101", ben -> ben.device("PJSIP/101"))
                .huntGroup("700", all -> all.strategy(strategy).member("100").member("101")));
  }

  private record Knocks(List<Boolean> freeLock, AtomicReference<CallRouter> door)
      implements Strategy {
    @Override
    public List<Contender> next(List<Contender> equals, Memory memory) {
      freeLock.add(anotherThreadGetsIn(door.get()));
      return equals;
    }

    @Override
    public String words() {
      return "knocks";
    }
  }

  private static boolean anotherThreadGetsIn(CallRouter router) {
    CountDownLatch inside = new CountDownLatch(1);
    var unused =
        CompletableFuture.runAsync(
            () -> {
              router.attendance(DirectoryNumber.of("100"));
              inside.countDown();
            });
    try {
      return inside.await(1, TimeUnit.SECONDS);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** A listener that writes down what it hears. */
  private static class Diary implements RoutingListener {
    private final List<String> heard;

    Diary(List<String> heard) {
      this.heard = heard;
    }

    @Override
    public void callArrived(InboundCall call, Visit visit) {
      heard.add("arrived " + call.id());
    }

    @Override
    public void decided(RoutingAnswer answer) {
      heard.add("decided " + answer.call());
    }

    @Override
    public void answered(Answered told) {
      heard.add("answered " + told.visit().call() + " by " + told.by().extension().orElseThrow());
    }

    @Override
    public void ended(Visit visit, CallOutcome outcome, Duration waited) {
      heard.add("ended " + visit.call() + " " + outcome);
    }
  }
}
