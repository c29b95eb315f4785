package io.ringwright.ami;

import static io.ringwright.ami.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.ami.FailingParts.Spot;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A fault in every thread of a connection: it survives, or the link is made anew. */
class LinkFaultsTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  private final FailingParts failing = new FailingParts();
  private final FailingEvents heard = new FailingEvents();
  private final AmiTelephony telephony = new AmiTelephony();
  private final List<LinkState> states = new CopyOnWriteArrayList<>();
  private final AtomicReference<@Nullable Throwable> listenerFails = new AtomicReference<>();
  private final AtomicReference<@Nullable Throwable> clockFails = new AtomicReference<>();
  private final CountDownLatch never = new CountDownLatch(1);
  private ScriptedAmi asterisk;
  private AmiConnection connection;

  @BeforeEach
  void an_asterisk() throws IOException {
    asterisk = new ScriptedAmi();
    asterisk.device("PJSIP/8260", "NOT_INUSE");
    connection = connection();
  }

  @AfterEach
  void everything_ends() throws IOException {
    never.countDown();
    connection.close();
    asterisk.close();
  }

  static Stream<Throwable> failures() {
    return Stream.of(
        new IllegalStateException("a rule is broken"),
        new OutOfMemoryError("Java heap space"),
        new StackOverflowError());
  }

  @ParameterizedTest
  @MethodSource("failures")
  void one_that_comes_while_the_session_object_is_made_costs_an_attempt(Throwable failure)
      throws Exception {
    failing.failAt(Spot.SESSION, failure);
    connectAndHear();
    assertThat(failing.isDone()).isTrue();
    assertThat(states).hasAtLeastOneElementOfType(LinkState.WaitingToRetry.class);
  }

  @Test
  void a_thread_for_reading_that_cannot_be_started_costs_an_attempt() throws Exception {
    failing.failAt(Spot.START_OF_READER, noThread());
    connect();
    assertThat(failing.isDone()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("failures")
  void one_in_the_thread_that_reads_makes_the_link_anew(Throwable failure) throws Exception {
    connect();
    failing.failAt(Spot.READING, failure);
    asterisk.event(Messages.deviceState("PJSIP/8260", "INUSE"));
    eventually("the second snapshot", () -> heard.snapshots() == 2);
    assertThat(heard.lines()).containsSubsequence("connected", "disconnected", "connected");
    assertThatEventsAreHeard();
  }

  @ParameterizedTest
  @MethodSource("failures")
  void one_in_the_part_of_that_thread_that_is_not_ours_costs_an_attempt(Throwable failure)
      throws Exception {
    failing.failAt(Spot.DISPATCHING, failure);
    connect();
    assertThat(failing.isDone()).isTrue();
    assertThatEventsAreHeard();
  }

  @ParameterizedTest
  @MethodSource("failures")
  void one_of_the_engine_at_an_event_ends_no_thread(Throwable failure) throws Exception {
    connect();
    heard.failAt("device", failure);
    asterisk.event(Messages.deviceState("PJSIP/8260", "INUSE"));
    eventually("failed", heard::hasFailed);
    eventually("a link", () -> connection.state().isConnected());
    assertThatEventsAreHeard();
  }

  @ParameterizedTest
  @MethodSource("failures")
  void one_of_the_engine_at_a_snapshot_leads_to_another_snapshot(Throwable failure)
      throws Exception {
    heard.failAt("connected", failure);
    connect();
    assertThat(heard.hasFailed()).isTrue();
    assertThatEventsAreHeard();
  }

  @ParameterizedTest
  @MethodSource("failures")
  void an_engine_that_failed_when_it_was_told_of_the_loss_is_told_again(Throwable failure)
      throws Exception {
    connect();
    heard.failAt("disconnected", failure);
    asterisk.cut();
    eventually("the second snapshot", () -> heard.snapshots() == 2);
    assertThat(heard.lines()).containsSubsequence("connected", "disconnected", "connected");
    assertThatEventsAreHeard();
  }

  @ParameterizedTest
  @MethodSource("failures")
  void one_of_the_listener_for_the_state_ends_no_thread(Throwable failure) throws Exception {
    listenerFails.set(failure);
    connectAndHear();
    assertThat(listenerFails).hasNullValue();
    assertThatEventsAreHeard();
  }

  @Test
  void a_listener_that_blocks_for_ever_delays_no_link() throws Exception {
    connection = builder().onStateChange(state -> hang()).onFindings(found -> hang()).build();
    connect();
    assertThatEventsAreHeard();
    asterisk.cut();
    eventually("the second snapshot", () -> heard.snapshots() == 2);
    eventually("a link", () -> connection.state().isConnected());
    assertThatEventsAreHeard();
    assertThat(connection.tellingsBehind()).isGreaterThanOrEqualTo(4);
    assertThat(connection.droppedTellings()).isZero();
  }

  @Test
  void a_listener_on_the_thread_of_the_link_shows_that_the_test_before_bites() throws Exception {
    CountDownLatch told = new CountDownLatch(1);
    connection =
        builder()
            .onStateChange(
                state -> {
                  if (state.isConnected()) {
                    told.countDown();
                    hang();
                  }
                })
            .listenersOn(Runnable::run)
            .build();
    connection.start();
    assertThat(told.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
    asterisk.cut();
    asterisk.event(Messages.hangup("PJSIP/trunk-00000001", "lab-1.1", "lab-1.1"));
    assertThat(connection.state().isConnected()).as("the link cannot see its end").isTrue();
    assertThat(heard.lines()).doesNotContain("disconnected", "lab-1.1@lab ended");
    never.countDown();
    eventually("the second snapshot", () -> heard.snapshots() == 2);
  }

  private void hang() {
    try {
      never.await();
    } catch (InterruptedException interrupted) {
      hang(); // Some code does not let itself be interrupted.
    }
  }

  @ParameterizedTest
  @MethodSource("failures")
  void one_of_the_clock_ends_no_thread(Throwable failure) throws Exception {
    connect();
    clockFails.set(failure);
    eventually("failed", () -> clockFails.get() == null);
    eventually("a link", () -> connection.state().isConnected());
    assertThatEventsAreHeard();
  }

  @Test
  void a_connection_whose_thread_cannot_be_started_says_so_and_can_be_started_again()
      throws Exception {
    Error refusal = noThread();
    failing.refuseThread(refusal);
    assertThatThrownBy(() -> connection.start()).isSameAs(refusal);
    assertThat(connection.state()).isInstanceOf(LinkState.Closed.class);
    connect();
    assertThatEventsAreHeard();
  }

  private static Error noThread() {
    return new OutOfMemoryError("unable to create native thread");
  }

  private void assertThatEventsAreHeard() throws InterruptedException {
    asterisk.event(Messages.hangup("PJSIP/trunk-00000001", "lab-1.1", "lab-1.1"));
    eventually(
        "an event is heard",
        () -> {
          asterisk.event(Messages.hangup("PJSIP/trunk-00000001", "lab-1.1", "lab-1.1"));
          return heard.lines().contains("lab-1.1@lab ended");
        });
  }

  private void connect() throws InterruptedException {
    connection.start();
    eventually("a link", () -> connection.state().isConnected());
    assertThat(connection.awaitConnected(SOON).isConnected()).isTrue();
  }

  private void connectAndHear() throws InterruptedException {
    connect();
    eventually("it is told", () -> states.stream().anyMatch(LinkState::isConnected));
  }

  private AmiConnection connection() {
    return builder()
        .onStateChange(
            state -> {
              states.add(state);
              raise(listenerFails);
            })
        .build(failing.parts());
  }

  private AmiConnectionBuilder builder() {
    InstantSource clock =
        () -> {
          raise(clockFails);
          return Instant.now();
        };
    return new AmiConnectionBuilder(heard, telephony)
        .pbx(Settings.LAB)
        .address("127.0.0.1", asterisk.port())
        .login(ScriptedAmi.USER, ScriptedAmi.SECRET)
        .retryBetween(Duration.ofMillis(20), Duration.ofMillis(100))
        .clock(clock);
  }

  private static void raise(AtomicReference<@Nullable Throwable> waiting) {
    Throwable failure = waiting.getAndSet(null);
    if (failure != null) {
      FailingEvents.<RuntimeException>raise(failure);
    }
  }
}
