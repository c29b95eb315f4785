package io.ringwright;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.ringwright.call.PbxId;
import io.ringwright.directory.PhoneList;
import io.ringwright.port.RoutingListener;
import io.ringwright.port.Telephony;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a router says of how it is set up, and what it makes of a directory that fails. */
class RouterSetupTest {

  private static final PhoneList EMPTY = PhoneList.builder().build();
  private static final PbxId LAB = PbxId.of("lab");

  private static PhoneList house(String number) {
    return PhoneList.builder()
        .extension(number, person -> person.device("PJSIP/" + number))
        .build();
  }

  @Test
  void a_router_says_by_what_it_moves_callers_and_when_it_was_told_of_the_time() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T09:00:00Z"));
    CallRouter router = CallRouter.builder(() -> EMPTY).clock(now::get).build();
    now.set(now.get().plusSeconds(7));
    RouterSetup setup = router.setup().orElseThrow();
    assertThat(setup.telephony()).isSameAs(Telephony.NONE);
    assertThat(setup.phones()).isEqualTo(EMPTY);
    assertThat(setup.sinceTick()).isEqualTo(Duration.ofSeconds(7));
    assertThat(setup.failures()).isEmpty();
    router.runDue();
    assertThat(router.setup().orElseThrow().sinceTick()).isZero();
  }

  @Test
  void a_listener_that_throws_is_named_with_the_place_and_without_what_it_said() {
    RoutingListener broken =
        new RoutingListener() {
          @Override
          public void ignored(String event, String why) {
            throw new IllegalArgumentException("number 0171 555");
          }
        };
    CallRouter router = CallRouter.builder(() -> EMPTY).listener(broken).build();
    router.callEnded(io.ringwright.call.CallId.of("1.1@lab"));
    router.callEnded(io.ringwright.call.CallId.of("1.2@lab"));
    assertThat(router.setup().orElseThrow().failures())
        .singleElement()
        .asString()
        .startsWith("java.lang.IllegalArgumentException at ")
        .contains("RouterSetupTest")
        .doesNotContain("0171");
  }

  @Test
  void while_the_directory_throws_the_last_list_stays_in_force_and_it_is_told_once() {
    AtomicReference<@Nullable PhoneList> list = new AtomicReference<>(house("100"));
    List<String> failed = new ArrayList<>();
    RoutingListener listener =
        new RoutingListener() {
          @Override
          public void failed(String what, RuntimeException failure) {
            failed.add(what);
          }
        };
    CallRouter router =
        CallRouter.builder(
                () -> {
                  PhoneList current = list.get();
                  if (current == null) {
                    throw new IllegalStateException("the database is away");
                  }
                  return current;
                })
            .listener(listener)
            .build();
    list.set(null);
    router.runDue();
    router.pbxDisconnected(LAB);
    router.runDue();
    assertThat(router.setup().orElseThrow().phones()).isEqualTo(house("100"));
    assertThat(failed).containsExactly("phone list of the directory");
    assertThat(router.setup().orElseThrow().failures())
        .singleElement()
        .asString()
        .startsWith("the directory: java.lang.IllegalStateException at ");
    assertThatIllegalStateException().isThrownBy(router::directoryChanged);
    list.set(house("200"));
    router.runDue();
    assertThat(router.setup().orElseThrow().phones()).isEqualTo(house("200"));
  }

  @Test
  void a_slow_directory_is_named() {
    AtomicLong nanos = new AtomicLong();
    HostFailures failures = new HostFailures(RoutingListener.SILENT);
    HostDirectory directory =
        new HostDirectory(
            () -> {
              nanos.addAndGet(Duration.ofMillis(99).toNanos());
              return EMPTY;
            },
            nanos::get,
            failures);
    assertThat(directory.listOr(EMPTY)).isEqualTo(EMPTY);
    assertThat(failures.seen()).isEmpty();
    HostDirectory slower =
        new HostDirectory(
            () -> {
              nanos.addAndGet(Duration.ofMillis(101).toNanos());
              return EMPTY;
            },
            nanos::get,
            failures);
    assertThat(slower.listOr(EMPTY)).isEqualTo(EMPTY);
    assertThat(failures.seen())
        .containsExactly("the directory takes more than 100 ms to give its phone list");
  }

  @Test
  void a_ticker_is_not_started_with_an_executor_that_is_shut_down() {
    ScheduledExecutorService over = Executors.newSingleThreadScheduledExecutor();
    over.shutdownNow();
    CallRouter router = CallRouter.builder(() -> EMPTY).build();
    assertThatIllegalStateException()
        .isThrownBy(() -> RouterTicker.start(router, over))
        .withMessageContaining("the executor of the ticker is shut down");
  }
}
