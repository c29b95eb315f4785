package io.ringwright.ami;

import static io.ringwright.ami.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.CallRouter;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.CallerId;
import io.ringwright.call.Channel;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.ExternalNumber;
import io.ringwright.call.Priority;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.Token;
import io.ringwright.call.Visit;
import io.ringwright.directory.PhoneList;
import io.ringwright.fakeasterisk.FakeAsterisk;
import io.ringwright.fakeasterisk.PbxUnderTest.CallPlan;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import io.ringwright.fakeasterisk.Sighting;
import io.ringwright.port.RoutingListener;
import io.ringwright.port.Telephony.CallBack;
import io.ringwright.port.Telephony.Delivery;
import io.ringwright.port.Telephony.DeliveryReport;
import io.ringwright.port.Telephony.Whereabouts;
import io.ringwright.telling.Answered;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The engine and AMI alone: callers wait in a dialplan that asks nobody, and the engine learns of
 * them from their channels.
 */
class AmiOnFakeAsteriskTest {

  private static final String DIALPLAN =
      """
      [from-trunk]
      exten => _!,1,Set(RW_CALL=${UNIQUEID})
       same => n,Set(RW_GROUP=700)
       same => n,Set(RW_PRIORITY=5)
       same => n,Set(RW_SINCE=4102444800000)
       same => n,Goto(ringwright-wait,s,1)
      [ringwright-wait]
      exten => s,1,Answer()
       same => n,StartMusicOnHold(default)
       same => n,Wait(300)
      exten => _moved-!,1,Goto(ringwright-deliver,${EXTEN},2)
      [ringwright-deliver]
      include => ringwright-wait
      exten => _moved-!,2,Set(RW_TOKEN=${CUT(EXTEN,-,2)})
       same => n,ExecIf($["${RW_CALLED_BACK}" != ""]?Set(RW_RING_17=PJSIP/8260))
       same => n,Dial(${RW_RING_${RW_TOKEN}})
       same => n,Hangup()
      """;

  private static final PhoneList PHONES =
      PhoneList.builder()
          .extension("8260", extension -> extension.device("PJSIP/8260"))
          .huntGroup("700", group -> group.member("8260"))
          .build();

  private static final Channel OLD = new Channel(Settings.LAB, "PJSIP/trunk-00000000");
  private static final Duration LONG = Duration.ofMinutes(1);

  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final AmiTelephony telephony = new AmiTelephony();
  private final CallRouter router =
      CallRouter.builder(() -> PHONES, telephony).listener(new Hearing()).build();
  private FakeAsterisk asterisk;
  private AmiConnection connection;

  @BeforeEach
  void an_asterisk_with_a_phone() {
    asterisk = FakeAsterisk.builder().dialplan(DIALPLAN).phones("8260").start();
    asterisk.phone("8260", PhoneBehaviour.answers(Duration.ofMillis(20), Duration.ofMinutes(1)));
    connection = builder().build();
  }

  @AfterEach
  void everything_ends() {
    connection.close();
    asterisk.close();
  }

  @Test
  void who_waits_when_the_engine_comes_is_found_and_delivered_one_after_the_other()
      throws Exception {
    Caller first = callerWhoWaits();
    Caller second = callerWhoWaits();
    connect();
    eventually("the first talks", () -> heard.contains(first.id() + " answered by 8260"));
    assertThat(heard).doesNotContain(second.id() + " answered by 8260");
    asterisk.hangUpPhone("8260");
    eventually("the second talks", () -> heard.contains(second.id() + " answered by 8260"));
    assertThat(heard).contains(first.id() + " ended: ANSWERED");
  }

  @Test
  void a_caller_who_hangs_up_while_waiting_is_over() throws Exception {
    asterisk.reachable("8260", false);
    Caller caller = callerWhoWaits();
    connect();
    eventually("one waiting", () -> router.waitingCalls().size() == 1);
    caller.hangUp();
    eventually("over", () -> heard.contains(caller.id() + " ended: ABANDONED"));
    assertThat(router.waitingCalls()).isEmpty();
  }

  @Test
  void a_cut_link_loses_nobody() throws Exception {
    asterisk.reachable("8260", false);
    Caller caller = callerWhoWaits();
    connect();
    asterisk.amiOpen(false);
    eventually("no link", () -> !connection.state().isConnected());
    asterisk.reachable("8260", true);
    asterisk.amiOpen(true);
    eventually("the caller talks", () -> heard.contains(caller.id() + " answered by 8260"));
  }

  @Test
  void a_list_that_breaks_off_is_not_believed() throws Exception {
    Caller caller = callerWhoWaits();
    asterisk.faults().breakOffNextList(0);
    connection.start();
    eventually("the caller talks", () -> heard.contains(caller.id() + " answered by 8260"));
  }

  @Test
  void an_asterisk_that_falls_silent_is_left_and_found_again() throws Exception {
    connection = builder().pingEvery(Duration.ofMillis(100)).build();
    connect();
    asterisk.faults().fallSilent();
    eventually("no link", () -> !connection.state().isConnected());
    asterisk.faults().speakAgain();
    assertThat(connection.awaitConnected(Duration.ofSeconds(20)).isConnected()).isTrue();
  }

  @Test
  void an_asterisk_that_writes_byte_by_byte_is_understood() throws Exception {
    asterisk.faults().writeInPieces(1);
    Caller caller = callerWhoWaits();
    connect();
    eventually("the caller talks", () -> heard.contains(caller.id() + " answered by 8260"));
  }

  @Test
  void a_move_that_is_acknowledged_and_does_not_happen_is_asked_for_again() throws Exception {
    asterisk.faults().ignoreNextRedirect();
    Caller caller = callerWhoWaits();
    connect();
    eventually(
        "asked for again",
        () -> {
          router.runDue();
          return heard.contains(caller.id() + " answered by 8260");
        });
  }

  @Test
  void a_link_that_breaks_after_a_move_rings_no_phone_twice() throws Exception {
    asterisk.faults().breakLinkAfter("Redirect");
    Caller caller = callerWhoWaits();
    connect();
    eventually(
        "the caller talks",
        () -> seen(Sighting.Kind.PHONE_ANSWERS) == 1 && connection.state().isConnected());
    eventually("known", () -> heard.contains(caller.id() + " answered by 8260"));
    assertThat(seen(Sighting.Kind.PHONE_RINGS)).isEqualTo(1);
  }

  @Test
  void a_wrong_password_is_refused_in_words() throws Exception {
    connection = builder().login(asterisk.ami().user(), "wrong").build();
    connection.start();
    assertThat(connection.awaitConnected(Duration.ofSeconds(20)))
        .isInstanceOf(LinkState.Refused.class);
  }

  @Test
  void only_the_actions_that_are_needed_are_ever_sent() throws Exception {
    Caller caller = callerWhoWaits();
    connect();
    eventually("the caller talks", () -> heard.contains(caller.id() + " answered by 8260"));
    assertThat(asterisk.amiActions())
        .extracting(action -> action.getOrDefault("Action", action.get("action")))
        .isSubsetOf(
            "Challenge",
            "Login",
            "ListCommands",
            "ShowDialPlan",
            "CoreSettings",
            "Getvar",
            "DeviceStateList",
            "Status",
            "Setvar",
            "Redirect",
            "Ping");
  }

  @Test
  void who_left_the_queue_is_called_back_and_lands() throws Exception {
    asterisk.phone("0301555", PhoneBehaviour.answers(Duration.ofMillis(100), LONG));
    asterisk.phone("0301556", PhoneBehaviour.busy());
    connection =
        builder()
            .login(asterisk.amiThatCalls().user(), asterisk.amiThatCalls().secret())
            .callBackBy("PJSIP/<number>@trunk")
            .build();
    connect();
    Caller caller = asterisk.call(CallPlan.of("0301555", "700"));
    eventually(
        "over",
        () -> {
          caller.hangUp();
          return seen(Sighting.Kind.CALLER_ENDED) == 1;
        });
    assertThat(callBack(caller, "0301556").join()).isEqualTo(DeliveryReport.CALLER_GONE);
    CompletableFuture<DeliveryReport> report = callBack(caller, "0301555");
    CallId call = CallId.of(Settings.LAB, caller.id());
    eventually(
        "rung",
        () -> telephony.whereabouts(call, OLD).toCompletableFuture().join() == Whereabouts.RINGING);
    assertThat(report.join()).isEqualTo(DeliveryReport.SENT);
    eventually(
        "landed",
        () -> telephony.whereabouts(call, OLD).toCompletableFuture().join() == Whereabouts.TALKING);
  }

  private CompletableFuture<DeliveryReport> callBack(Caller caller, String number) {
    CallId call = CallId.of(Settings.LAB, caller.id());
    DirectoryNumber group = DirectoryNumber.of("700");
    Instant since = Instant.ofEpochMilli(1_700_000_000_123L);
    RememberedCall memory =
        new RememberedCall(call, OLD, CallerId.unknown(), group, Priority.NORMAL, since);
    Delivery delivery =
        new Delivery(call, OLD, group, new Token(17), List.of(), Duration.ofSeconds(20));
    return telephony
        .deliver(delivery.to(new CallBack(ExternalNumber.of(number), memory)))
        .toCompletableFuture();
  }

  private Caller callerWhoWaits() throws InterruptedException {
    Caller caller = asterisk.call(CallPlan.of("5551234", "700"));
    eventually(
        "the caller waits",
        () ->
            asterisk.sightings().stream()
                .anyMatch(
                    seen ->
                        seen.kind() == Sighting.Kind.CONTEXT_ENTERED
                            && seen.caller().equals(caller.id())
                            && seen.subject().equals("ringwright-wait")));
    return caller;
  }

  private long seen(Sighting.Kind kind) {
    return asterisk.sightings().stream().filter(each -> each.kind() == kind).count();
  }

  private void connect() throws InterruptedException {
    connection.start();
    assertThat(connection.awaitConnected(Duration.ofSeconds(20)).isConnected()).isTrue();
  }

  private AmiConnectionBuilder builder() {
    return AmiConnection.builder(router, telephony)
        .pbx(Settings.LAB)
        .address("127.0.0.1", asterisk.ami().port())
        .login(asterisk.ami().user(), asterisk.ami().secret())
        .retryBetween(Duration.ofMillis(20), Duration.ofMillis(100));
  }

  private final class Hearing implements RoutingListener {
    @Override
    public void answered(Answered told) {
      String by = told.by().extension().orElseThrow().digits();
      heard.add(told.visit().call().uniqueId() + " answered by " + by);
    }

    @Override
    public void ended(Visit visit, CallOutcome outcome, Duration waited) {
      heard.add(visit.call().uniqueId() + " ended: " + outcome);
    }

    @Override
    public void failed(String what, RuntimeException failure) {
      heard.add(what + " failed: " + failure);
    }
  }
}
