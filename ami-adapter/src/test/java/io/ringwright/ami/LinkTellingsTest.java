package io.ringwright.ami;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LinkTellingsTest {

  private static final LinkState CONNECTING = new LinkState.Connecting();
  private static final LinkState CLOSED = new LinkState.Closed();

  /** Work that an executor was given and has not begun. */
  private final Queue<Runnable> given = new ArrayDeque<>();

  private final List<Object> heard = new ArrayList<>();

  private LinkTellings tellings(@Nullable Executor where) {
    return new LinkTellings(Settings.LAB, new LinkTellings.Hearers(heard::add, heard::add, where));
  }

  private static LinkState connectedFor(int seconds) {
    return new LinkState.Connected(Instant.EPOCH.plusSeconds(seconds));
  }

  @Test
  void states_and_findings_are_told_in_order_when_the_executor_comes_to_it() {
    LinkTellings tellings = tellings(given::add);
    tellings.entered(CONNECTING);
    tellings.found(List.of());
    tellings.entered(CLOSED);
    assertThat(heard).isEmpty();
    assertThat(tellings.behind()).isEqualTo(3);
    given.remove().run();
    assertThat(heard).containsExactly(CONNECTING, List.of(), CLOSED);
    assertThat(tellings.behind()).isZero();
  }

  @Test
  void beyond_a_thousand_what_comes_is_dropped_counted_and_made_up_for_by_the_newest() {
    LinkTellings tellings = tellings(given::add);
    tellings.found(List.of());
    for (int second = 1; second < LinkTellings.MOST + 20; second++) {
      tellings.entered(connectedFor(second));
    }
    assertThat(tellings.behind()).isEqualTo(LinkTellings.MOST);
    assertThat(tellings.dropped()).isEqualTo(20);
    given.remove().run();
    assertThat(heard)
        .hasSize(LinkTellings.MOST + 2)
        .contains(connectedFor(LinkTellings.MOST - 1))
        .doesNotContain(connectedFor(LinkTellings.MOST))
        .endsWith(connectedFor(LinkTellings.MOST + 19), List.of());
  }

  @Test
  void a_listener_that_throws_is_told_what_comes_next() {
    LinkTellings tellings =
        new LinkTellings(
            Settings.LAB,
            new LinkTellings.Hearers(
                state -> {
                  heard.add(state);
                  throw new StackOverflowError("of the host");
                },
                heard::add,
                Runnable::run));
    tellings.entered(CONNECTING);
    tellings.found(List.of());
    tellings.entered(CLOSED);
    assertThat(heard).containsExactly(CONNECTING, List.of(), CLOSED);
  }

  @Test
  void where_nobody_listens_no_work_is_given_to_a_thread() {
    LinkTellings tellings =
        new LinkTellings(Settings.LAB, LinkTellings.Hearers.NONE.on(given::add));
    tellings.entered(CONNECTING);
    tellings.found(List.of());
    assertThat(given).isEmpty();
    assertThat(tellings.behind()).isZero();
  }

  @Test
  void closing_waits_until_all_is_told() {
    LinkTellings tellings = tellings(null);
    for (int second = 0; second < 100; second++) {
      tellings.entered(connectedFor(second));
    }
    tellings.close(Duration.ofSeconds(30));
    assertThat(heard).hasSize(100).endsWith(connectedFor(99));
    tellings.entered(CLOSED);
    assertThat(tellings.dropped()).isEqualTo(1);
  }

  @Test
  void an_executor_that_takes_no_more_work_is_replaced() {
    LinkTellings tellings =
        tellings(
            work -> {
              throw new RejectedExecutionException("shut down");
            });
    tellings.entered(CLOSED);
    tellings.close(Duration.ofSeconds(30));
    assertThat(heard).containsExactly(CLOSED);
  }
}
