package io.ringwright.agi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.agi.AsteriskSide.Exchange;
import io.ringwright.agi.AsteriskSide.Question;
import io.ringwright.call.ContextName;
import io.ringwright.dialplan.AgiIdentity;
import io.ringwright.dialplan.Contexts.Part;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FastAgiServerTest {

  private static final Duration SHORT = Duration.ofMillis(200);

  private final House house = new House();

  @Test
  void a_free_port_is_found_and_can_be_read() throws IOException {
    try (FastAgiServer server = house.server().port(0).start()) {
      assertThat(server.port()).isPositive();
      assertThat(AsteriskSide.ask(server.port(), "route", "8260").decision()).isEqualTo("ring");
    }
  }

  @Test
  void a_check_learns_who_answers_here_and_no_call_follows() throws IOException {
    Dialplan own = Dialplan.builder().context(Part.WAIT, ContextName.of("my-wait")).build();
    try (FastAgiServer server = house.server().dialplan(own).start()) {
      Exchange answer = AsteriskSide.ask(server.port(), AgiIdentity.SCRIPT);
      assertThat(answer.commands())
          .containsExactly(
              "VERBOSE \"" + AgiIdentity.of(House.PBX, own.contexts()).text() + "\" 1");
    }
    assertThat(house.arrivals).isEmpty();
  }

  @Test
  void no_script_of_the_host_takes_the_name_of_the_check() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> house.server().script(AgiIdentity.SCRIPT, call -> {}))
        .withMessageContaining("a name that is not taken");
  }

  @Test
  void a_port_in_use_is_named_with_what_to_do() throws IOException {
    try (FastAgiServer first = house.server().start()) {
      assertThatThrownBy(() -> house.server().port(first.port()).start())
          .isInstanceOf(BindException.class)
          .hasMessageContaining("127.0.0.1:" + first.port())
          .hasMessageContaining("\nMaybe another program");
    }
  }

  @Test
  void an_address_that_is_not_here_is_named() {
    assertThatThrownBy(() -> house.server().address(InetAddress.getByName("203.0.113.9")).start())
        .isInstanceOf(BindException.class)
        .hasMessageContaining("203.0.113.9:0");
  }

  @Test
  void it_starts_and_stops_twenty_times_without_leaving_a_thread() throws IOException {
    for (int i = 0; i < 20; i++) {
      house.server().start().close();
    }
    try (FastAgiServer used = house.server().start()) {
      AsteriskSide.ask(used.port(), "route", "8260");
    }

    awaitNoThreads();
  }

  @Test
  void after_a_stop_the_port_is_free_and_another_server_takes_it() throws IOException {
    FastAgiServer first = house.server().start();
    int port = first.port();
    first.close();

    assertThatThrownBy(() -> new AsteriskSide(port)).isInstanceOf(ConnectException.class);
    try (FastAgiServer second = house.server().port(port).start()) {
      assertThat(AsteriskSide.ask(second.port(), "route", "8260").decision()).isEqualTo("ring");
    }
  }

  @Test
  void to_close_twice_does_nothing_more() throws IOException {
    FastAgiServer server = house.server().start();
    server.close();
    server.close();

    awaitNoThreads();
  }

  @Test
  void a_peer_who_is_not_named_gets_no_session() throws IOException {
    Set<InetAddress> elsewhere = Set.of(InetAddress.getByName("192.0.2.1"));
    try (FastAgiServer server = house.server().peers(elsewhere).start();
        AsteriskSide stranger = new AsteriskSide(server.port())) {
      assertThat(stranger.hasEnded()).isTrue();
    }
    assertThat(house.arrivals).isEmpty();
  }

  @Test
  void a_peer_who_never_comes_to_the_end_of_the_head_is_cut_off() throws IOException {
    try (FastAgiServer server = house.server().patience(SHORT, Duration.ofSeconds(5)).start();
        AsteriskSide slow = new AsteriskSide(server.port())) {
      slow.send("agi_network: yes\nagi_netw");

      assertThat(slow.hasEnded()).isTrue();
    }
  }

  @Test
  void slow_peers_do_not_keep_the_others_waiting() throws IOException {
    try (FastAgiServer server = house.server().start()) {
      List<AsteriskSide> slow = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        slow.add(new AsteriskSide(server.port()));
      }

      assertThat(AsteriskSide.ask(server.port(), "route", "8260").decision()).isEqualTo("ring");
      for (AsteriskSide each : slow) {
        each.close();
      }
    }
  }

  @Test
  void a_flood_of_lines_ends_the_session() throws IOException {
    StringBuilder flood = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      flood.append("agi_x").append(i).append(": 1\n");
    }
    assertThat(endsAfter(flood.toString())).isTrue();
  }

  @Test
  void a_line_without_end_ends_the_session() throws IOException {
    assertThat(endsAfter("agi_callerid: " + "1".repeat(100_000))).isTrue();
  }

  @Test
  void a_peer_who_says_nothing_and_goes_is_no_event() throws IOException {
    assertThat(endsAfter("")).isFalse();
    assertThat(house.arrivals).isEmpty();
  }

  @Test
  void an_engine_that_is_slow_is_answered_for() throws Exception {
    BlockingJournal journal = new BlockingJournal();
    House slow = new House(journal);
    journal.block();
    try (FastAgiServer server = slow.server().deadline(SHORT).start()) {
      Exchange answer = AsteriskSide.ask(server.port(), "route", "701");

      assertThat(answer.variables()).isEmpty();
      assertThat(answer.commands()).singleElement().asString().contains("no decision in time");
      assertThat(server.counts().late()).isEqualTo(1);
    } finally {
      journal.release();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "route 700",
        "alive lab-1700000000.12,701,5,1700000000000",
        "landed lab-1700000000.12,17,701,5,1700000000000",
        "ring-ended lab-1700000000.12,17,BUSY,701,5,1700000000000",
        "key lab-1700000000.12,1,,701,5,1700000000000"
      })
  void whatever_is_asked_of_a_slow_engine_is_left_undecided_and_answered_when_it_is_asked_again(
      String script, String arguments) throws IOException {
    BlockingJournal journal = new BlockingJournal();
    House slow = new House(journal);
    journal.block();
    try (FastAgiServer server = slow.server().deadline(SHORT).start()) {
      Question question = new Question(script, arguments.split(","));
      assertThat(AsteriskSide.ask(server.port(), question).variables()).isEmpty();
      journal.release();

      assertThat(AsteriskSide.ask(server.port(), question).decision()).isNotEmpty();
      assertThat(slow.arrivals).hasSizeLessThanOrEqualTo(1);
    } finally {
      journal.release();
    }
  }

  @Test
  void a_call_that_went_on_without_an_engine_is_over_for_it_though_it_never_heard_a_decision()
      throws Exception {
    try (FastAgiServer server = house.server().start()) {
      AsteriskSide.ask(server.port(), "route", "701");
      AsteriskSide.ask(server.port(), "fell-back", "");

      assertThat(house.firstEnd()).isEqualTo("lab-1700000000.12@lab FELL_BACK");
    }
  }

  @Test
  void a_caller_who_hangs_up_before_the_first_decision_is_reported_by_the_dialplan()
      throws Exception {
    try (FastAgiServer server = house.server().start()) {
      AsteriskSide.ask(server.port(), "route", "701");
      AsteriskSide.ask(server.port(), "ended", "", "", "", "701", "5", "1700000000000");

      assertThat(house.firstEnd()).isEqualTo("lab-1700000000.12@lab ABANDONED");
    }
  }

  @Test
  void more_sessions_than_threads_wait_for_one_and_those_beyond_are_told_so() throws Exception {
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    BooleanSupplier endless =
        () -> {
          busy.countDown();
          awaitQuietly(done);
          return true;
        };
    try (FastAgiServer server = house.server().threads(1, 1).amiReports(endless).start();
        AsteriskSide first = new AsteriskSide(server.port())) {
      first.send(new Question("route", "8260").head());
      busy.await();
      List<AsteriskSide> others = new ArrayList<>();
      for (int at = 0; at <= FastAgiServer.WAITING_FOR_A_THREAD; at++) {
        AsteriskSide next = new AsteriskSide(server.port());
        next.send(new Question("route", "8260").head());
        others.add(next);
      }
      while (server.counts().refused() == 0) {
        Thread.onSpinWait();
      }
      done.countDown();
      others.add(first);

      assertThat(decisions(others)).filteredOn(String::isEmpty).hasSize(1);
      assertThat(server.counts().refused()).isEqualTo(1);
    } finally {
      done.countDown();
    }
  }

  /** Each channel replies by itself and ends its side at once, as those of Asterisk do. */
  private static List<String> decisions(List<AsteriskSide> sessions) throws Exception {
    ExecutorService channels = Executors.newCachedThreadPool();
    try {
      List<Future<String>> pending = new ArrayList<>();
      for (AsteriskSide each : sessions) {
        pending.add(channels.submit(() -> decision(each)));
      }
      List<String> decisions = new ArrayList<>();
      for (Future<String> each : pending) {
        decisions.add(each.get());
      }
      return decisions;
    } finally {
      channels.shutdownNow();
    }
  }

  private static String decision(AsteriskSide channel) throws IOException {
    try (channel) {
      return channel.serve(command -> "200 result=1").decision();
    }
  }

  @Test
  void who_has_not_said_what_it_wants_holds_no_thread() throws IOException {
    try (FastAgiServer server = house.server().threads(1, 2).start();
        AsteriskSide silent = new AsteriskSide(server.port());
        AsteriskSide begun = new AsteriskSide(server.port())) {
      begun.send("agi_network: yes\n");
      assertThat(AsteriskSide.ask(server.port(), "route", "8260").decision()).isEqualTo("ring");
      assertThat(silent).isNotSameAs(begun);
    }
  }

  @Test
  void own_scripts_leave_half_of_the_threads_to_the_dialplan() throws Exception {
    CountDownLatch busy = new CountDownLatch(2);
    CountDownLatch done = new CountDownLatch(1);
    AgiCall.Script endless =
        call -> {
          busy.countDown();
          awaitQuietly(done);
        };
    try (FastAgiServer server = house.server().threads(4, 4).script("endless", endless).start();
        AsteriskSide one = new AsteriskSide(server.port());
        AsteriskSide two = new AsteriskSide(server.port())) {
      one.send(new Question("endless").head());
      two.send(new Question("endless").head());
      busy.await();

      assertThat(AsteriskSide.ask(server.port(), "endless").commands())
          .singleElement()
          .asString()
          .contains("too many calls in scripts");
      assertThat(AsteriskSide.ask(server.port(), "route", "8260").decision()).isEqualTo("ring");
      done.countDown();
    }
  }

  @Test
  void settings_that_make_no_sense_are_refused() {
    FastAgiServerBuilder server = house.server();

    assertThatIllegalArgumentException().isThrownBy(() -> server.port(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> server.port(65536));
    assertThatIllegalArgumentException().isThrownBy(() -> server.threads(0, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> server.threads(5, 4));
    assertThatIllegalArgumentException().isThrownBy(() -> server.deadline(Duration.ZERO));
    assertThatIllegalArgumentException().isThrownBy(() -> server.patience(SHORT, Duration.ZERO));
    assertThatIllegalArgumentException().isThrownBy(() -> server.script("route", call -> {}));
    assertThatIllegalArgumentException().isThrownBy(() -> server.script("a b", call -> {}));
  }

  private boolean endsAfter(String text) throws IOException {
    try (FastAgiServer server = house.server().start();
        AsteriskSide peer = new AsteriskSide(server.port())) {
      peer.send(text);
      return !text.isEmpty() && peer.hasEnded();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  /** The last thread may still be on its way out when the server is closed. */
  private static void awaitNoThreads() {
    Instant deadline = Instant.now().plusSeconds(5);
    while (!threads().isEmpty() && Instant.now().isBefore(deadline)) {
      LockSupport.parkNanos(1_000_000);
    }
    assertThat(threads()).isEmpty();
  }

  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(Thread::isAlive)
        .map(Thread::getName)
        .filter(name -> name.startsWith("ringwright-agi"))
        .toList();
  }
}
