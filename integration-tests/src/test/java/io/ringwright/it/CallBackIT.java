package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.CallRouter;
import io.ringwright.ami.AmiConnection;
import io.ringwright.ami.AmiTelephony;
import io.ringwright.call.CallId;
import io.ringwright.call.CallerId;
import io.ringwright.call.Channel;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.ExternalNumber;
import io.ringwright.call.PbxId;
import io.ringwright.call.Priority;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.Requirements;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.Token;
import io.ringwright.directory.PhoneList;
import io.ringwright.event.EventRecorder;
import io.ringwright.event.JournalEntry;
import io.ringwright.event.RouterEvent;
import io.ringwright.fakeasterisk.PbxUnderTest;
import io.ringwright.fakeasterisk.PbxUnderTest.CallPlan;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import io.ringwright.fakeasterisk.Sighting.Kind;
import io.ringwright.port.Telephony.CallBack;
import io.ringwright.port.Telephony.Delivery;
import io.ringwright.port.Telephony.DeliveryReport;
import io.ringwright.port.Telephony.Whereabouts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a real Asterisk makes of the order to call somebody back, by a trunk and by a dialplan. */
@OnRealAsterisk
class CallBackIT extends WatchedSwitch<RealAsterisk> {

  private static final PbxId LAB = PbxId.of("lab");
  private static final Duration AT_ONCE = Duration.ofMillis(50);
  private static final Duration A_WHILE = Duration.ofMillis(500);
  private static final String TRUNK = "PJSIP/<number>@trunk";
  private static final String DIALPLAN = "Local/<number>@to-trunk/n";

  private final List<CallId> ended = new CopyOnWriteArrayList<>();

  @Override
  RealAsterisk boot() {
    return RealAsterisk.boot();
  }

  @BeforeEach
  void forget() {
    ended.clear();
  }

  @ParameterizedTest
  @ValueSource(strings = {TRUNK, DIALPLAN})
  void who_answers_lands_as_the_old_call_and_shows_the_own_number(String dialled) throws Exception {
    pbx().phone("0301555", PhoneBehaviour.answers(A_WHILE, A_WHILE));
    pbx().phone("8280", PhoneBehaviour.answers(AT_ONCE, Duration.ofMinutes(1)));
    try (ScriptedEngine engine = ScriptedEngine.listen(pbx().agiPort());
        Line line = new Line(dialled)) {
      engine.answer("route", Map.of("RW_REASON", "call-back-arranged", "RW_CAUSE", "16"), "reject");
      engine.answer("landed", Map.of("RW_TOKEN", "7", "RW_RING_7", "PJSIP/8280,10,"), "ring");
      CallId call = pastCall();

      CompletableFuture<DeliveryReport> report = line.callBack(call, "0301555");
      watch().awaitThat("rings", () -> line.whereabouts(call) == Whereabouts.RINGING);
      assertThat(report).isNotDone();
      assertThat(report.join()).isEqualTo(DeliveryReport.SENT);

      watch().awaitThat("landed", () -> !engine.questions("landed").isEmpty());
      assertThat(engine.questions("landed").get(0))
          .contains(
              "agi_uniqueid: " + call.uniqueId(),
              "agi_callerid: 0301555",
              "agi_arg_2: " + call,
              "agi_arg_3: 7",
              "agi_arg_4: 700",
              "agi_arg_5: 2",
              "agi_arg_6: 1700000000123",
              "agi_arg_7: french:3;60=french:1");
      watch().awaitThat("the phone in the house", () -> !pbx().phoneSaw("8280").isEmpty());
      assertThat(pbx().phoneSaw("8280").get(0).message().header("From").orElse(""))
          .contains("<sip:0301555@");
      watch().awaitThat("the end of the call", () -> ended.contains(call));
      watch().awaitThat("gone", () -> line.whereabouts(call) == Whereabouts.GONE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {TRUNK, DIALPLAN})
  void who_does_not_answer_is_told_and_the_call_is_not_over(String dialled) throws Exception {
    pbx().phone("0301556", PhoneBehaviour.busy());
    pbx().phone("0301557", PhoneBehaviour.declines());
    pbx().phone("0301558", PhoneBehaviour.nobodyThere());
    try (ScriptedEngine engine = ScriptedEngine.listen(pbx().agiPort());
        Line line = new Line(dialled)) {
      engine.answer("route", Map.of("RW_REASON", "call-back-arranged", "RW_CAUSE", "16"), "reject");
      CallId call = pastCall();
      for (String number : List.of("0301556", "0301557", "0301558")) {
        assertThat(line.callBack(call, number).join())
            .as(number)
            .isEqualTo(DeliveryReport.CALLER_GONE);
        watch().awaitThat("gone", () -> line.whereabouts(call) == Whereabouts.GONE);
      }
      assertThat(ended).doesNotContain(call);
      assertThat(engine.questions("landed")).isEmpty();
    }
  }

  @Test
  void ordered_by_two_applications_it_rings_once() throws Exception {
    pbx().phone("0301559", PhoneBehaviour.nobodyThere());
    try (ScriptedEngine engine = ScriptedEngine.listen(pbx().agiPort());
        Line line = new Line(TRUNK);
        Line other = new Line(TRUNK)) {
      engine.answer("route", Map.of("RW_REASON", "call-back-arranged", "RW_CAUSE", "16"), "reject");
      CallId call = pastCall();
      CompletableFuture<DeliveryReport> first = line.callBack(call, "0301559");
      watch().awaitThat("rings", () -> line.whereabouts(call) == Whereabouts.RINGING);
      assertThat(other.callBack(call, "0301559").join()).isEqualTo(DeliveryReport.NOT_SENT);
      assertThat(first).isNotDone();
      first.join();
      assertThat(pbx().phoneSaw("0301559").stream().map(seen -> seen.message().kind()))
          .containsOnlyOnce("INVITE");
    }
  }

  @Test
  void who_is_still_on_the_line_is_not_called() throws Exception {
    try (ScriptedEngine engine = ScriptedEngine.listen(pbx().agiPort());
        Line line = new Line(TRUNK)) {
      engine.answer("route", Map.of("RW_GROUP", "700", "RW_SINCE", "1"), "wait");
      engine.answer("alive", Map.of(), "wait");
      Caller caller = pbx().call(CallPlan.of("0301555", "700"));
      watch().awaitContext(caller, Scenarios.WAIT);
      CallId call = CallId.of(LAB, watch().of(caller, Kind.CALLER_ARRIVED).get(0).detail());
      assertThat(line.callBack(call, "0301555").join()).isEqualTo(DeliveryReport.NOT_SENT);
      caller.hangUp();
      watch().awaitEnd(caller);
    }
  }

  @Test
  void who_may_not_originate_calls_nobody() throws Exception {
    try (ScriptedEngine engine = ScriptedEngine.listen(pbx().agiPort());
        Line line = new Line(TRUNK, pbx().ami())) {
      engine.answer("route", Map.of("RW_REASON", "call-back-arranged", "RW_CAUSE", "16"), "reject");
      assertThat(line.callBack(pastCall(), "0301555").join()).isEqualTo(DeliveryReport.NOT_SENT);
    }
  }

  /** A caller who has hung up, which the link has told. */
  private CallId pastCall() {
    Caller caller = pbx().call(CallPlan.of("0301555", "700"));
    watch().awaitEnd(caller);
    CallId call = CallId.of(LAB, watch().of(caller, Kind.CALLER_ARRIVED).get(0).detail());
    watch().awaitThat("the end of the first channel", () -> ended.remove(call));
    return call;
  }

  /** A link to the laboratory, for as long as a test needs it. */
  private final class Line implements AutoCloseable, EventRecorder {
    private final AmiTelephony telephony = new AmiTelephony();
    private final AmiConnection connection;

    Line(String dialled) throws InterruptedException {
      this(dialled, pbx().amiThatCalls());
    }

    Line(String dialled, PbxUnderTest.AmiLogin login) throws InterruptedException {
      CallRouter router =
          CallRouter.builder(() -> PhoneList.builder().build(), telephony).recorder(this).build();
      connection =
          AmiConnection.builder(router, telephony)
              .pbx(LAB)
              .address("127.0.0.1", login.port())
              .login(login.user(), login.secret())
              .callBackBy(dialled)
              .callBackRingTime(Duration.ofSeconds(2))
              .build();
      connection.start();
      assertThat(connection.awaitConnected(Duration.ofSeconds(15)).isConnected()).isTrue();
    }

    CompletableFuture<DeliveryReport> callBack(CallId call, String number) {
      DirectoryNumber group = DirectoryNumber.of("700");
      RememberedCall memory =
          new RememberedCall(
              call,
              new Channel(LAB, "PJSIP/trunk-ffffffff"),
              CallerId.unknown(),
              group,
              Priority.of(2),
              Instant.ofEpochMilli(1_700_000_000_123L),
              Requirements.parse("french:3;60=french:1").orElseThrow());
      Delivery delivery =
          new Delivery(
              call, memory.channel(), group, new Token(7), List.of(), Duration.ofSeconds(20));
      return telephony
          .deliver(delivery.to(new CallBack(ExternalNumber.of(number), memory)))
          .toCompletableFuture();
    }

    Whereabouts whereabouts(CallId call) {
      Channel old = new Channel(LAB, "PJSIP/trunk-ffffffff");
      return telephony.whereabouts(call, old).toCompletableFuture().join();
    }

    @Override
    public void happened(JournalEntry entry) {
      if (entry.event() instanceof RouterEvent.Ended over) {
        ended.add(over.call());
      }
    }

    @Override
    public void decided(RoutingAnswer answer) {}

    @Override
    public void delivering(RoutingAnswer answer) {}

    @Override
    public void close() {
      connection.close();
    }
  }
}
