package io.ringwright.ami;

import static io.ringwright.ami.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.SwitchEvents;
import io.ringwright.availability.DeviceReport;
import io.ringwright.call.CallId;
import io.ringwright.call.Channel;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.HangUpSide;
import io.ringwright.call.PbxId;
import io.ringwright.call.RingTarget;
import io.ringwright.call.Token;
import io.ringwright.port.PbxSnapshot;
import io.ringwright.port.Telephony.Delivery;
import io.ringwright.port.Telephony.DeliveryReport;
import io.ringwright.port.Telephony.Whereabouts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The link over real sockets, with an Asterisk that behaves as told. */
class AmiConnectionTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  private final RecordedEvents heard = new RecordedEvents();
  private final AmiTelephony telephony = new AmiTelephony();
  private final List<LinkState> states = new CopyOnWriteArrayList<>();
  private ScriptedAmi asterisk;
  private AmiConnection connection;

  @BeforeEach
  void an_asterisk() throws IOException {
    asterisk = new ScriptedAmi();
    asterisk.device("PJSIP/8260", "NOT_INUSE");
    connection = builder().build();
  }

  @AfterEach
  void everything_ends() throws IOException {
    connection.close();
    asterisk.close();
  }

  @Test
  void it_connects_takes_a_snapshot_and_then_tells_what_happens() throws Exception {
    asterisk.channel(Messages.waitingCaller("PJSIP/trunk-00000001", "lab-1.1"));
    connect();
    assertThat(heard.lastSnapshot().callers()).hasSize(1);
    asterisk.event(Messages.deviceState("PJSIP/8260", "INUSE"));
    eventually("the news", () -> heard.lines().contains("PJSIP/8260 IN_USE []"));
    assertThat(states.get(0)).isInstanceOf(LinkState.Connecting.class);
  }

  @Test
  void the_link_goes_by_the_engine_s_time_which_no_step_of_the_wall_clock_changes()
      throws Exception {
    Instant engine = Instant.parse("2031-03-02T09:00:00Z");
    heard.itIs(engine);
    connect();
    assertThat(heard.lastSnapshot().takenAt()).isEqualTo(engine);
    assertThat(connection.state()).isEqualTo(new LinkState.Connected(engine));
  }

  @Test
  void a_refused_login_is_a_state_that_says_what_to_do() throws Exception {
    connection = builder().login(ScriptedAmi.USER, "wrong").build();
    connection.start();
    LinkState state = connection.awaitConnected(SOON);
    assertThat(state)
        .isInstanceOfSatisfying(
            LinkState.Refused.class,
            refused ->
                assertThat(refused.why())
                    .contains("refused the login as router@127.0.0.1:", "manager.conf")
                    .doesNotContain("wrong"));
    assertThat(asterisk.received("Login")).as("no second attempt at once").hasSize(1);
    assertThat(heard.lines()).isEmpty();
  }

  @Test
  void an_asterisk_that_is_away_is_tried_again_until_it_is_there() throws Exception {
    asterisk.shutTheDoor();
    connection.start();
    eventually(
        "a retry", () -> states.stream().anyMatch(LinkState.WaitingToRetry.class::isInstance));
    assertThat(states)
        .filteredOn(LinkState.WaitingToRetry.class::isInstance)
        .first()
        .extracting(Object::toString)
        .asString()
        .contains("cannot reach router@127.0.0.1:", "refused");
    asterisk.openTheDoor();
    assertThat(connection.awaitConnected(SOON).isConnected()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2021-03-02T09:00:00Z", "2031-03-02T09:00:00Z"})
  void the_next_attempt_comes_when_the_engine_s_time_says_so(Instant engine) throws Exception {
    heard.itIs(engine);
    asterisk.shutTheDoor();
    Duration minute = Duration.ofMinutes(1);
    connection = builder().retryBetween(minute, minute).build();
    connection.start();
    eventually("a retry", () -> connection.state() instanceof LinkState.WaitingToRetry);
    assertThat(connection.state())
        .isInstanceOfSatisfying(
            LinkState.WaitingToRetry.class,
            waiting -> assertThat(waiting.until()).isEqualTo(engine.plus(minute)));
    asterisk.openTheDoor();
    heard.itIs(engine.plus(minute));
    assertThat(connection.awaitConnected(SOON).isConnected()).isTrue();
  }

  @Test
  void a_login_that_is_in_use_is_tried_again() throws Exception {
    asterisk.on(
        "Login",
        (session, action) -> session.answer(action, "Error", "Message: Login Already In Use"));
    connection.start();
    eventually("a retry", () -> connection.state() instanceof LinkState.WaitingToRetry);
    asterisk.asUsual("Login");
    assertThat(connection.awaitConnected(SOON).isConnected()).isTrue();
  }

  @Test
  void a_cut_link_is_told_and_made_again() throws Exception {
    connect();
    asterisk.cut();
    eventually("the second snapshot", () -> heard.snapshots().size() == 2);
    assertThat(heard.lines()).containsExactly("connected", "disconnected", "connected");
    asterisk.event(Messages.deviceState("PJSIP/8260", "RINGING"));
    eventually("heard again", () -> heard.lines().contains("PJSIP/8260 RINGING []"));
  }

  @Test
  void a_snapshot_is_announced_at_the_start_and_before_each_that_follows() throws Exception {
    connect();
    assertThat(heard.expected())
        .as("at the start, and after the login")
        .containsExactly("expected after 0 events", "expected after 0 events");
    asterisk.cut();
    eventually("the second snapshot", () -> heard.snapshots().size() == 2);
    assertThat(heard.expected()).hasSize(3).endsWith("expected after 2 events");
  }

  @Test
  void a_login_that_was_followed_by_no_snapshot_is_not_announced_again() throws Exception {
    asterisk.on(
        "Status",
        (session, action) -> session.answer(action, "Error", "Message: Permission denied"));
    connection.start();
    eventually("three logins", () -> asterisk.received("Login").size() >= 3);
    assertThat(heard.expected()).hasSize(2);
    asterisk.asUsual("Status");
    assertThat(connection.awaitConnected(SOON).isConnected()).isTrue();
    asterisk.cut();
    eventually("the second snapshot", () -> heard.snapshots().size() == 2);
    assertThat(heard.expected()).hasSize(3);
  }

  @Test
  void after_a_restart_of_asterisk_its_callers_are_gone_from_the_snapshot() throws Exception {
    asterisk.channel(Messages.waitingCaller("PJSIP/trunk-00000001", "lab-1.1"));
    connect();
    asterisk.noChannels();
    asterisk.cut();
    eventually("the second snapshot", () -> heard.snapshots().size() == 2);
    assertThat(heard.lastSnapshot().alive()).isEmpty();
    assertThat(heard.lastSnapshot().callers()).isEmpty();
  }

  @Test
  void a_link_that_is_cut_in_the_middle_of_a_list_brings_no_snapshot() throws Exception {
    asterisk.on(
        "Status",
        (session, action) -> {
          session.answer(action, "Success", "EventList: start");
          session.item(action, Messages.waitingCaller("PJSIP/trunk-00000001", "lab-1.1"));
          session.close();
        });
    connection.start();
    eventually("an end", () -> connection.state() instanceof LinkState.WaitingToRetry);
    assertThat(heard.lines()).isEmpty();
    asterisk.asUsual("Status");
    assertThat(connection.awaitConnected(SOON).isConnected()).isTrue();
  }

  @Test
  void a_half_open_link_is_noticed_by_its_silence() throws Exception {
    connection = builder().pingEvery(Duration.ofMillis(150)).build();
    connect();
    asterisk.fallSilent();
    eventually("disconnected", () -> heard.lines().contains("disconnected"));
    eventually(
        "a retry", () -> states.stream().anyMatch(LinkState.WaitingToRetry.class::isInstance));
    assertThat(states)
        .filteredOn(LinkState.WaitingToRetry.class::isInstance)
        .first()
        .asString()
        .containsAnyOf("no reply to 2 pings", "Read timed out");
  }

  @Test
  void one_who_accepts_but_says_nothing_does_not_hold_the_link_up() throws Exception {
    asterisk.noGreeting();
    connection.start();
    eventually("a retry", () -> connection.state() instanceof LinkState.WaitingToRetry);
    assertThat(connection.state().toString()).contains("greeting");
  }

  @Test
  void an_asterisk_that_writes_byte_by_byte_is_understood() throws Exception {
    asterisk.writeInPiecesOf(1);
    asterisk.channel(Messages.waitingCaller("PJSIP/trunk-00000001", "lab-1.1"));
    connect();
    assertThat(heard.lastSnapshot().callers()).hasSize(1);
  }

  @Test
  void a_storm_of_events_drops_some_counts_them_and_ends_in_the_truth() throws Exception {
    connection = builder().mostEventBytes(65_536).build();
    connect();
    StringBuilder storm = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      storm.append("Event: DeviceStateChange\r\nDevice: PJSIP/8260\r\nState: ");
      storm.append(i % 2 == 0 ? "INUSE" : "RINGING").append("\r\n\r\n");
      storm.append("Event: Hangup\r\nUniqueid: lab-9.").append(i).append("\r\n\r\n");
    }
    asterisk.device("PJSIP/8260", "ONHOLD");
    asterisk.raw(storm.toString());
    eventually(
        "the truth",
        () ->
            heard.lastSnapshot().devices().stream()
                .anyMatch(report -> report.toString().contains("ON_HOLD")));
    assertThat(connection.droppedEvents()).isPositive();
    assertThat(connection.supersededStates()).isPositive();
    assertThat(connection.state().isConnected()).isTrue();
  }

  @Test
  void a_caller_is_delivered_and_looked_for() throws Exception {
    asterisk.channel(Messages.waitingCaller("PJSIP/trunk-00000001", "lab-1.1"));
    connect();
    assertThat(telephony.deliver(delivery()).toCompletableFuture().get(5, TimeUnit.SECONDS))
        .isEqualTo(DeliveryReport.SENT);
    assertThat(asterisk.received("Redirect"))
        .singleElement()
        .satisfies(action -> assertThat(action.header("exten")).isEqualTo("moved-17"));
    assertThat(
            telephony
                .whereabouts(CallId.of("lab-1.1@lab"), delivery().channel())
                .toCompletableFuture()
                .get(5, TimeUnit.SECONDS))
        .isEqualTo(Whereabouts.WAITING);
  }

  @Test
  void without_a_link_nothing_is_delivered_and_nobody_is_found() throws Exception {
    assertThat(telephony.deliver(delivery()).toCompletableFuture().get(1, TimeUnit.SECONDS))
        .isEqualTo(DeliveryReport.NOT_SENT);
    assertThat(
            telephony
                .whereabouts(CallId.of("lab-1.1@lab"), delivery().channel())
                .toCompletableFuture()
                .get(1, TimeUnit.SECONDS))
        .isEqualTo(Whereabouts.UNKNOWN);
  }

  @Test
  void a_delivery_that_asterisk_does_not_answer_ends_by_its_limit() throws Exception {
    asterisk.on("Redirect", (session, action) -> {});
    connection = builder().replyLimit(Duration.ofMillis(200)).build();
    connect();
    assertThat(telephony.deliver(delivery()).toCompletableFuture().get(5, TimeUnit.SECONDS))
        .isEqualTo(DeliveryReport.UNKNOWN);
  }

  @Test
  void a_link_that_breaks_under_a_delivery_leaves_it_open() throws Exception {
    asterisk.on("Redirect", (session, action) -> session.close());
    connect();
    assertThat(telephony.deliver(delivery()).toCompletableFuture().get(5, TimeUnit.SECONDS))
        .isEqualTo(DeliveryReport.UNKNOWN);
  }

  @Test
  void an_answer_to_one_order_may_give_the_next_from_the_same_thread() throws Exception {
    connect();
    var second = telephony.deliver(delivery()).thenCompose(report -> telephony.deliver(delivery()));
    assertThat(second.toCompletableFuture().get(5, TimeUnit.SECONDS))
        .isEqualTo(DeliveryReport.SENT);
  }

  @Test
  void close_ends_it_at_once_in_every_state() throws Exception {
    connection.close();
    assertThat(connection.state()).isInstanceOf(LinkState.Closed.class);

    connection = builder().build();
    connect();
    assertClosesAtOnce();
    assertThat(heard.lines()).containsExactly("connected", "disconnected");

    asterisk.noGreeting();
    connection = builder().build();
    connection.start();
    eventually("connecting", () -> connection.state() instanceof LinkState.Connecting);
    assertClosesAtOnce();

    asterisk.shutTheDoor();
    connection = builder().retryBetween(Duration.ofMinutes(1), Duration.ofMinutes(1)).build();
    connection.start();
    eventually("waiting", () -> connection.state() instanceof LinkState.WaitingToRetry);
    assertClosesAtOnce();
  }

  @Test
  void close_during_the_login_ends_it_at_once() throws Exception {
    asterisk.on("Challenge", (session, action) -> {});
    connection.start();
    eventually("the challenge", () -> !asterisk.received("Challenge").isEmpty());
    assertClosesAtOnce();
  }

  /** It does not take news of devices. */
  private SwitchEvents engineThatFails() {
    return new SilentEngine(heard::engineTime) {
      @Override
      public void pbxConnected(PbxSnapshot snapshot) {
        heard.pbxConnected(snapshot);
      }

      @Override
      public void pbxDisconnected(PbxId pbx) {
        heard.pbxDisconnected(pbx);
      }

      @Override
      public void deviceReported(PbxId pbx, DeviceReport report) {
        throw new IllegalStateException("a rule of the engine is broken");
      }

      @Override
      public void callEnded(CallId call, HangUpSide by) {
        heard.callEnded(call, by);
      }
    };
  }

  @Test
  void an_engine_that_fails_at_an_event_does_not_end_the_link() throws Exception {
    SwitchEvents failing = engineThatFails();
    connection = builder(failing).build();
    connect();
    asterisk.event(Messages.deviceState("PJSIP/8260", "INUSE"));
    asterisk.event(Messages.hangup("PJSIP/trunk-00000001", "lab-1.1", "lab-1.1"));
    eventually("the next event", () -> heard.lines().contains("lab-1.1@lab ended"));
    assertThat(connection.state().isConnected()).isTrue();
  }

  @Test
  void one_asterisk_has_one_connection() {
    connection.start();
    AmiConnection second = builder().build();
    assertThatThrownBy(second::start)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("PBX lab has a connection already");
    assertThatThrownBy(connection::start).hasMessageContaining("was started before");
    connection.close();
    second.start();
    second.close();
  }

  @Test
  void one_engine_has_one_connection_to_an_asterisk_whatever_the_hub() throws Exception {
    connect();
    AmiConnection second =
        new AmiConnectionBuilder(heard, new AmiTelephony())
            .pbx(Settings.LAB)
            .address("127.0.0.1", asterisk.port())
            .login(ScriptedAmi.USER, ScriptedAmi.SECRET)
            .build();
    assertThatThrownBy(second::start)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("PBX lab has a connection already");
    second.close();
    assertThat(heard.lines()).containsExactly("connected");
    assertThat(connection.state().isConnected()).isTrue();
  }

  @Test
  void a_connection_that_was_closed_says_so_when_it_is_started() {
    connection.close();
    assertThatThrownBy(connection::start).hasMessageContaining("was closed before");
  }

  @Test
  void what_is_missing_or_wrong_is_said_when_it_is_built() {
    assertThatThrownBy(() -> new AmiConnectionBuilder(heard, telephony).build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("pbx");
    assertThatThrownBy(() -> builder().address("127.0.0.1", 70_000))
        .hasMessageContaining("70000", "1 to 65535");
    assertThatThrownBy(() -> builder().login("router\r\nEvents: on", "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("control character");
    assertThatThrownBy(() -> builder().dialOptions("tT,b(evil)"))
        .hasMessageContaining("dial options 'tT,b(evil)'");
    assertThatThrownBy(() -> builder().mostEventBytes(100))
        .hasMessageContaining("most event bytes 100", "65536 or more");
    assertThatThrownBy(() -> builder().pingEvery(Duration.ZERO))
        .hasMessageContaining("ping interval");
    assertThatThrownBy(
            () -> builder().retryBetween(Duration.ofSeconds(9), Duration.ofSeconds(1)).build())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_port_where_something_else_listens_is_no_asterisk() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      connection = builder().address("127.0.0.1", other.getLocalPort()).build();
      connection.start();
      eventually("a retry", () -> connection.state() instanceof LinkState.WaitingToRetry);
    }
  }

  private void connect() throws InterruptedException {
    connection.start();
    assertThat(connection.awaitConnected(SOON)).isInstanceOf(LinkState.Connected.class);
    eventually("it is told", () -> states.stream().anyMatch(LinkState::isConnected));
  }

  private void assertClosesAtOnce() {
    long before = System.nanoTime();
    connection.close();
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
    assertThat(connection.state()).isInstanceOf(LinkState.Closed.class);
  }

  private AmiConnectionBuilder builder() {
    return builder(heard);
  }

  private AmiConnectionBuilder builder(SwitchEvents hears) {
    return new AmiConnectionBuilder(hears, telephony)
        .pbx(Settings.LAB)
        .address("127.0.0.1", asterisk.port())
        .login(ScriptedAmi.USER, ScriptedAmi.SECRET)
        .retryBetween(Duration.ofMillis(20), Duration.ofMillis(100))
        .onStateChange(states::add);
  }

  private static Delivery delivery() {
    return new Delivery(
        CallId.of("lab-1.1@lab"),
        new Channel(Settings.LAB, "PJSIP/trunk-00000001"),
        DirectoryNumber.of("700"),
        new Token(17),
        List.of(new RingTarget(DirectoryNumber.of("8260"), Device.of("PJSIP/8260"))),
        Duration.ofSeconds(20));
  }
}
