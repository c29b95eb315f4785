package io.ringwright.engine;

import static io.ringwright.engine.House.rings;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.CallRouter;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.InboundCall;
import io.ringwright.call.Token;
import io.ringwright.memory.InMemoryCallStore;
import io.ringwright.memory.InMemoryDirectory;
import io.ringwright.port.CallStore;
import io.ringwright.port.RoutingListener;
import io.ringwright.port.Telephony.Delivery;
import io.ringwright.port.Telephony.DeliveryReport;
import io.ringwright.port.Telephony.Whereabouts;
import io.ringwright.waiting.Reservation;
import io.ringwright.waiting.WaitingCall;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How effects are carried out, and what a store that fails means. */
class EffectsTest {

  @Test
  void effects_reach_the_store_in_the_order_of_the_events() {
    RecordingStore store = new RecordingStore();
    House house = oneBusyPhone(store);
    house.arrives("c1", "100");
    house.idle("100");
    house.lands(house.pbx.last());
    house.ringEnds("c1", house.pbx.last().token(), io.ringwright.call.RingOutcome.BUSY);
    house.hangsUp("c1");
    assertThat(store.seen)
        .containsExactly("enqueue c1", "claim c1", "land c1", "back c1", "end c1 ABANDONED");
  }

  private static House oneBusyPhone(CallStore store) {
    House house =
        House.unlinked(list -> list.extension("100", anna -> anna.device("PJSIP/100")), store);
    house.connects();
    house.reports("100", DeviceState.IN_USE);
    return house;
  }

  @Test
  void a_call_that_never_waited_does_not_bother_the_store() {
    RecordingStore store = new RecordingStore();
    House house = oneBusyPhone(store);
    house.idle("100");
    house.arrives("c1", "100");
    house.answers("c1", "100");
    house.hangsUp("c1");
    assertThat(store.seen).isEmpty();
  }

  @Test
  void an_answered_call_ends_in_the_store_once() {
    RecordingStore store = new RecordingStore();
    House house = oneBusyPhone(store);
    house.arrives("c1", "100");
    house.idle("100");
    house.lands(house.pbx.last());
    house.answers("c1", "100");
    house.hangsUp("c1");
    assertThat(store.seen).endsWith("land c1", "end c1 ANSWERED");
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.ANSWERED);
  }

  @Test
  void a_claim_that_somebody_else_won_moves_nobody() {
    RecordingStore store = new RecordingStore();
    House house = oneBusyPhone(store);
    house.arrives("c1", "100");
    store.claimsAreLost = true;
    house.idle("100");
    assertThat(house.pbx.deliveries).isEmpty();
    store.claimsAreLost = false;
    house.passes(Duration.ofSeconds(1));
    assertThat(house.pbx.delivered()).containsExactly("c1");
    assertThat(rings(house.lands(house.pbx.last()))).isEqualTo("100");
  }

  @Test
  void a_store_that_lost_everything_hears_of_the_call_again_and_the_caller_is_served() {
    RecordingStore store = new RecordingStore();
    House house = oneBusyPhone(store);
    house.arrives("c1", "100");
    store.end(CallId.of("c1"), CallOutcome.LOST); // Behind the engine's back.
    house.idle("100");
    house.passes(Duration.ofSeconds(1));
    assertThat(rings(house.lands(house.pbx.last()))).isEqualTo("100");
  }

  @Test
  void while_the_store_is_away_callers_are_served_from_memory_and_it_hears_all_later() {
    RecordingStore store = new RecordingStore();
    House house = oneBusyPhone(store);
    store.away = true;
    house.arrives("c1", "100");
    house.arrives("c2", "100");
    house.idle("100");
    assertThat(rings(house.lands(house.pbx.last()))).isEqualTo("100");
    assertThat(house.ear.failures).isNotEmpty();
    store.away = false;
    house.ringEnds("c1", house.pbx.last().token(), io.ringwright.call.RingOutcome.NO_REPLY);
    assertThat(store.seen).containsSubsequence("enqueue c1", "claim c1", "back c1");
    assertThat(store.seen).contains("enqueue c2", "claim c2");
  }

  @Test
  void while_the_store_is_away_an_old_token_still_rings_nothing() {
    RecordingStore store = new RecordingStore();
    House house = oneBusyPhone(store);
    store.away = true;
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
    House house = oneBusyPhone(new InMemoryCallStore());
    house.pbx.says(DeliveryReport.CALLER_GONE);
    for (int i = 0; i < 100; i++) {
      house.arrives("c" + i, "100");
      house.pbx.sees("c" + i, Whereabouts.GONE);
    }
    house.idle("100");
    assertThat(house.pbx.deliveries).hasSize(100);
    assertThat(house.line()).isEmpty();
  }

  @Test
  void an_executor_that_is_shut_down_does_not_lose_effects() {
    House house = House.of(list -> list.extension("100", anna -> anna.device("PJSIP/100")));
    CallRouter router =
        CallRouter.builder(house.directory, house.pbx)
            .listener(house.ear)
            .clock(house.clock)
            .effectsOn(
                task -> {
                  throw new RejectedExecutionException("shut down");
                })
            .build();
    house.arrives("c1", "100");
    InboundCall call = House.inbound(house.channel("c1"));
    assertThat(rings(router.callArrived(call))).isEqualTo("100");
    assertThat(house.ear.decisions).hasSize(2);
  }

  @Test
  void with_an_executor_the_answer_does_not_wait_for_the_effects() {
    Queue<Runnable> later = new ArrayDeque<>();
    House house = House.of(list -> list.extension("100", anna -> anna.device("PJSIP/100")));
    RecordingStore store = new RecordingStore();
    CallRouter router =
        CallRouter.builder(house.directory, house.pbx)
            .store(store)
            .clock(house.clock)
            .effectsOn(later::add)
            .build();
    house.arrives("c1", "100");
    router.callArrived(House.inbound(house.channel("c1")));
    house.arrives("c2", "100");
    router.callArrived(House.inbound(house.channel("c2")));
    assertThat(store.seen).isEmpty();
    later.forEach(Runnable::run);
    assertThat(store.seen).containsExactly("enqueue c2");
  }

  @Test
  void no_effect_runs_under_the_lock() throws InterruptedException {
    House house = House.of(list -> list.extension("100", anna -> anna.device("PJSIP/100")));
    List<Boolean> freeLock = new ArrayList<>();
    CallRouter[] door = new CallRouter[1];
    RoutingListener knocks =
        new RoutingListener() {
          @Override
          public void callArrived(InboundCall call) {
            freeLock.add(anotherThreadGetsIn(door[0]));
          }
        };
    door[0] =
        CallRouter.builder(house.directory, house.pbx).listener(knocks).clock(house.clock).build();
    house.arrives("c1", "100");
    door[0].callArrived(House.inbound(house.channel("c1")));
    assertThat(freeLock).containsExactly(true);
  }

  @Test
  void a_directory_that_knocks_under_the_lock_shows_that_the_test_before_bites() {
    House house = House.of(list -> list.extension("100", anna -> anna.device("PJSIP/100")));
    List<Boolean> freeLock = new ArrayList<>();
    CallRouter[] door = new CallRouter[1];
    InMemoryDirectory phones = house.directory;
    boolean[] armed = {false};
    door[0] =
        CallRouter.builder(
                () -> {
                  if (armed[0]) {
                    armed[0] = false;
                    freeLock.add(anotherThreadGetsIn(door[0]));
                  }
                  return phones.phoneList();
                },
                house.pbx)
            .clock(house.clock)
            .build();
    house.arrives("c1", "100");
    armed[0] = true;
    door[0].callArrived(House.inbound(house.channel("c1")));
    assertThat(freeLock).containsExactly(false);
  }

  private static boolean anotherThreadGetsIn(CallRouter router) {
    CountDownLatch inside = new CountDownLatch(1);
    var unused =
        CompletableFuture.runAsync(
            () -> {
              router.waitingCalls();
              inside.countDown();
            });
    try {
      return inside.await(1, TimeUnit.SECONDS);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The store in memory, with a diary and two illnesses. */
  private static final class RecordingStore implements CallStore {

    private final InMemoryCallStore store = new InMemoryCallStore();
    private final List<String> seen = new ArrayList<>();
    private boolean claimsAreLost;
    private boolean away;

    private void note(String what) {
      if (away) {
        throw new IllegalStateException("the store is away");
      }
      seen.add(what);
    }

    @Override
    public boolean enqueue(WaitingCall call) {
      note("enqueue " + call.id());
      return store.enqueue(call);
    }

    @Override
    public boolean restore(WaitingCall call) {
      note("restore " + call.id());
      return store.restore(call);
    }

    @Override
    public boolean claim(Reservation reservation) {
      note("claim " + reservation.call());
      return !claimsAreLost && store.claim(reservation);
    }

    @Override
    public boolean land(CallId call, Token token) {
      note("land " + call);
      return store.land(call, token);
    }

    @Override
    public boolean backInLine(CallId call, Token token) {
      note("back " + call);
      return store.backInLine(call, token);
    }

    @Override
    public boolean moveTo(WaitingCall call) {
      note("move " + call.id());
      return store.moveTo(call);
    }

    @Override
    public boolean end(CallId call, CallOutcome outcome) {
      note("end " + call + " " + outcome);
      return store.end(call, outcome);
    }

    @Override
    public List<Reservation> held() {
      return store.held();
    }

    @Override
    public List<WaitingCall> unserved() {
      return store.unserved();
    }
  }
}
