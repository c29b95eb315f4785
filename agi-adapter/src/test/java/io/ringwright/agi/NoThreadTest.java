package io.ringwright.agi;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.agi.AsteriskSide.Exchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever fails for a while costs the calls of that while, and not the server. */
class NoThreadTest {

  private final House house = new House();
  private final AtomicInteger made = new AtomicInteger();
  private volatile boolean broken;
  private volatile boolean silent;

  private @Nullable Thread thread(Runnable work) {
    if (broken && silent) {
      return null;
    }
    if (broken) {
      throw new OutOfMemoryError("unable to create native thread, says the test");
    }
    made.incrementAndGet();
    Thread thread = new Thread(work, "of-the-host");
    thread.setDaemon(true);
    return thread;
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private static Exchange ask(FastAgiServer server) throws IOException {
    return AsteriskSide.ask(server.port(), "route", "8260");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void when_no_more_threads_can_be_made_sessions_are_refused_and_then_served_again(boolean nothing)
      throws Exception {
    silent = nothing;
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    AgiCall.Script endless =
        call -> {
          busy.countDown();
          awaitQuietly(done);
        };
    try (FastAgiServer server =
            house
                .server()
                .threads(1, 8)
                .threadFactory(this::thread)
                .script("endless", endless)
                .start();
        AsteriskSide first = new AsteriskSide(server.port())) {
      first.send(new AsteriskSide.Question("endless").head());
      busy.await();
      broken = true;
      for (int refused = 0; refused < 20; refused++) {
        assertThat(ask(server).commands()).singleElement().asString().contains("more calls");
      }
      broken = false;
      assertThat(ask(server).decision()).isEqualTo("ring");
      assertThat(server.counts().refused()).isEqualTo(20);
      done.countDown();
    }
  }

  @Test
  void threads_of_the_host_serve_sessions() throws IOException {
    List<String> names = new ArrayList<>();
    try (FastAgiServer server =
        house
            .server()
            .threads(1, 8)
            .threadFactory(this::thread)
            .script("who", call -> names.add(Thread.currentThread().getName()))
            .start()) {
      AsteriskSide.ask(server.port(), "who");
    }
    assertThat(names).containsExactly("of-the-host");
    assertThat(made).hasPositiveValue();
  }

  @Test
  void an_error_of_a_script_ends_its_session_and_no_other() throws IOException {
    try (FastAgiServer server =
        house
            .server()
            .script(
                "wrong",
                call -> {
                  throw new StackOverflowError("says the test");
                })
            .start()) {
      assertThat(AsteriskSide.ask(server.port(), "wrong").commands()).isEmpty();
      assertThat(ask(server).decision()).isEqualTo("ring");
    }
  }

  @Test
  void an_error_of_the_engine_is_answered_with_no_decision_and_counted() throws IOException {
    FastAgiServer server =
        house
            .server()
            .amiReports(
                () -> {
                  throw new StackOverflowError("says the test");
                })
            .start();
    try (server) {
      assertThat(ask(server).decision()).isEmpty();
    }
    assertThat(server.counts()).isEqualTo(new AgiCounts(1, 0, 0, 1));
  }

  @Test
  void sessions_that_were_answered_are_counted() throws IOException {
    FastAgiServer server = house.server().start();
    try (server) {
      ask(server);
      ask(server);
    } // Sessions that were answered have ended by now, and are counted.
    assertThat(server.counts()).isEqualTo(new AgiCounts(2, 0, 0, 0));
  }
}
