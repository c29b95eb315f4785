package io.ringwright;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.CallId;
import io.ringwright.directory.PhoneList;
import io.ringwright.port.RoutingListener;
import io.ringwright.port.Telephony;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What a router says of how it is set up. */
class RouterSetupTest {

  private static final PhoneList EMPTY = PhoneList.builder().build();

  @Test
  void a_router_says_by_what_it_moves_callers_and_when_it_was_told_of_the_time() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T09:00:00Z"));
    CallRouter router = CallRouter.builder(() -> EMPTY).clock(now::get).singleThreaded().build();
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
    CallRouter router = CallRouter.builder(() -> EMPTY).listener(broken).singleThreaded().build();
    router.callEnded(CallId.of("1.1@lab"));
    router.callEnded(CallId.of("1.2@lab"));
    assertThat(router.setup().orElseThrow().failures())
        .singleElement()
        .asString()
        .startsWith("java.lang.IllegalArgumentException at ")
        .contains("RouterSetupTest")
        .doesNotContain("0171");
  }

  @Test
  void what_is_counted_of_the_hosts_code_is_said_too() {
    HostFailures failures = new HostFailures(RoutingListener.SILENT);
    assertThat(failures.seen(new HostCodeCounts(3, 0, 0, 0, 0))).isEmpty();
    assertThat(failures.seen(new HostCodeCounts(0, 1, 1, 1, 1)))
        .containsExactly(
            "a predicate or a strategy threw",
            "a predicate or a strategy took too long, and was given up",
            "listener or recorder were so far behind that tellings were dropped");
    assertThat(failures.listener()).isSameAs(RoutingListener.SILENT);
  }
}
