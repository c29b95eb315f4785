package io.ringwright.ami;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.CallId;
import io.ringwright.call.CallerId;
import io.ringwright.call.Channel;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.ExternalNumber;
import io.ringwright.call.Priority;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.Requirements;
import io.ringwright.call.RingTarget;
import io.ringwright.call.Token;
import io.ringwright.port.Telephony.CallBack;
import io.ringwright.port.Telephony.Delivery;
import io.ringwright.port.Telephony.DeliveryReport;
import io.ringwright.port.Telephony.Whereabouts;
import io.ringwright.testkit.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerMoverTest {

  private static final CallId CALL = CallId.of("lab-1.1@lab");
  private static final Channel CALLER = new Channel(Settings.LAB, "PJSIP/trunk-00000001");

  private final ManualClock clock = ManualClock.onMondayMorning();
  private final RecordingWire wire = new RecordingWire();
  private final LinkSettings settings = Settings.with(new RecordedEvents(), clock);
  private final PendingActions questions = new PendingActions(wire, settings);
  private final AtomicBoolean missing = new AtomicBoolean();
  private final CallerMover orders = new CallerMover(questions, settings.plan(), missing::get);

  @Test
  void a_delivery_lays_down_what_to_ring_and_moves_the_caller_right_behind() {
    deliver("PJSIP/8260", "PJSIP/8261", "PJSIP/8260");
    assertThat(wire.actions()).containsExactly("Setvar", "Redirect");
    AmiMessage setvar = wire.last("Setvar");
    assertThat(setvar.header("channel")).isEqualTo("PJSIP/trunk-00000001");
    assertThat(setvar.header("value")).isEqualTo("PJSIP/8260&PJSIP/8261,20,tT");
    AmiMessage redirect = wire.last("Redirect");
    assertThat(redirect.header("context")).isEqualTo("ringwright-wait");
    assertThat(redirect.header("exten")).isEqualTo("moved-17");
    assertThat(redirect.header("priority")).isEqualTo("1");
  }

  @Test
  void nobody_is_moved_while_the_landing_place_is_missing() {
    missing.set(true);
    assertThat(deliver("PJSIP/8260").toCompletableFuture().join())
        .isEqualTo(DeliveryReport.NOT_SENT);
    assertThat(wire.actions()).isEmpty();
    missing.set(false);
    var unused = deliver("PJSIP/8260");
    assertThat(wire.actions()).containsExactly("Setvar", "Redirect");
  }

  @Test
  void all_contacts_of_an_account_are_a_function_that_the_dialplan_evaluates() {
    DirectoryNumber extension = DirectoryNumber.of("8260");
    deliver(
        List.of(
            new RingTarget(extension, Device.of("PJSIP/8301"), RingTarget.allContacts("8301")),
            new RingTarget(extension, Device.of("PJSIP/8261"))));
    assertThat(wire.last("Setvar").header("value"))
        .isEqualTo("${PJSIP_DIAL_CONTACTS(8301)}&PJSIP/8261,20,tT");
  }

  @Test
  void a_caller_who_is_only_told_something_is_just_moved() {
    deliver();
    assertThat(wire.actions()).containsExactly("Redirect");
  }

  @Test
  void so_many_phones_ring_as_one_line_can_name() {
    deliver(
        IntStream.range(0, 500).mapToObj(i -> "PJSIP/phone-" + (1000 + i)).toArray(String[]::new));
    String arguments = wire.last("Setvar").header("value");
    assertThat(arguments)
        .hasSizeBetween(850, 900)
        .startsWith("PJSIP/phone-1000&")
        .endsWith(",20,tT");
    assertThat(arguments.split("&")).hasSizeGreaterThan(50);
  }

  @ParameterizedTest
  @CsvSource({
    "Success, Redirect successful, SENT",
    "Error, Channel does not exist: PJSIP/trunk-00000001, CALLER_GONE",
    "Error, No such channel, CALLER_GONE",
    "Error, 'Redirect failed, channel not up.', CALLER_GONE",
    "Error, Redirect failed, NOT_SENT",
    "Error, Permission denied, NOT_SENT",
    "Error, Asterisk is shutting down, NOT_SENT",
    "Error, Priority is invalid, NOT_SENT",
    "Error, words of a later Asterisk, NOT_SENT"
  })
  void what_asterisk_says_of_the_move_is_the_report(
      String response, String words, DeliveryReport report) {
    CompletionStage<DeliveryReport> delivered = deliver("PJSIP/8260");
    questions.received(wire.answer("Setvar", "Response: Success", "Message: Variable Set"));
    assertThat(delivered.toCompletableFuture()).isNotDone();
    questions.received(wire.answer("Redirect", "Response: " + response, "Message: " + words));
    assertThat(delivered.toCompletableFuture().join()).isEqualTo(report);
  }

  @Test
  void no_answer_leaves_it_open_whether_the_caller_moves() {
    CompletionStage<DeliveryReport> delivered = deliver("PJSIP/8260");
    clock.advance(Duration.ofSeconds(2));
    questions.expire();
    assertThat(delivered.toCompletableFuture().join()).isEqualTo(DeliveryReport.UNKNOWN);
  }

  @Test
  void a_link_that_breaks_leaves_it_open_and_one_that_is_gone_does_not() {
    CompletionStage<DeliveryReport> before = deliver("PJSIP/8260");
    questions.end();
    assertThat(before.toCompletableFuture().join()).isEqualTo(DeliveryReport.UNKNOWN);
    assertThat(deliver("PJSIP/8260").toCompletableFuture().join())
        .isEqualTo(DeliveryReport.NOT_SENT);
  }

  @Test
  void somebody_is_called_back_on_a_channel_with_the_identity_of_the_call() {
    callBack(orders);
    nobodyIsThere();
    assertThat(wire.actions()).containsExactly("Status", "Originate");
    AmiMessage originate = wire.last("Originate");
    assertThat(originate.headers())
        .containsEntry("channel", "PJSIP/+49301234567@trunk")
        .containsEntry("channelid", "lab-1.1")
        .containsEntry("context", "ringwright-wait")
        .containsEntry("exten", "moved-17")
        .containsEntry("priority", "1")
        .containsEntry("timeout", "25000")
        .containsEntry("async", "true")
        .doesNotContainKeys("application", "callerid");
    assertThat(originate.variables())
        .containsEntry(
            "RW_CALL",
            "lab-1.1@lab,RW_GROUP=700,RW_PRIORITY=2,RW_SINCE=1700000000123,"
                + "RW_SKILLS=french:3;60=french:1,RW_CALLED_BACK=+49301234567");
  }

  @ParameterizedTest
  @CsvSource({
    "Event: OriginateResponse, Response: Success, SENT",
    "Event: OriginateResponse, Response: Failure, CALLER_GONE",
    "Response: Error, Message: Permission denied, NOT_SENT",
    "Response: Error, Message: Extension does not exist., NOT_SENT"
  })
  void how_the_call_back_ended_is_the_report(String first, String second, DeliveryReport report) {
    CompletionStage<DeliveryReport> delivered = callBack(orders);
    nobodyIsThere();
    questions.received(wire.answer("Originate", first, second));
    assertThat(delivered.toCompletableFuture().join()).isEqualTo(report);
  }

  @Test
  void that_a_call_back_has_begun_is_no_report() {
    CompletionStage<DeliveryReport> delivered = callBack(orders);
    nobodyIsThere();
    questions.received(
        wire.answer("Originate", "Response: Success", "Message: Originate successfully queued"));
    assertThat(delivered.toCompletableFuture()).isNotDone();
    questions.end();
    assertThat(delivered.toCompletableFuture().join()).isEqualTo(DeliveryReport.UNKNOWN);
  }

  @Test
  void an_order_to_call_back_that_comes_twice_is_one_call() {
    CompletionStage<DeliveryReport> first = callBack(orders);
    CompletionStage<DeliveryReport> second = callBack(orders);
    nobodyIsThere();
    assertThat(wire.actions()).containsExactly("Status", "Originate");
    questions.received(wire.answer("Originate", "Event: OriginateResponse", "Response: Success"));
    assertThat(first.toCompletableFuture().join()).isEqualTo(DeliveryReport.SENT);
    assertThat(second.toCompletableFuture().join()).isEqualTo(DeliveryReport.SENT);
    callBack(orders);
    nobodyIsThere();
    assertThat(wire.actions()).endsWith("Status", "Originate").hasSize(4);
  }

  @Test
  void nobody_is_called_who_is_still_on_the_line() {
    CompletionStage<DeliveryReport> delivered = callBack(orders);
    list(Messages.status("PJSIP/trunk-00000001", "lab-1.1", "lab-1.1", "Context: goodbye"));
    assertThat(delivered.toCompletableFuture().join()).isEqualTo(DeliveryReport.NOT_SENT);
    assertThat(wire.actions()).containsExactly("Status");
  }

  private void nobodyIsThere() {
    assertThat(wire.last("Status").header("channel")).isEqualTo("lab-1.1");
    questions.received(wire.answer("Status", "Response: Error", "Message: No such channel"));
  }

  @Test
  void without_a_way_to_call_back_nobody_is_called() {
    CallerMover mute =
        new CallerMover(
            questions,
            new LinkSettings.Plan(
                Settings.CONTEXTS, "tT", Optional.empty(), LinkSettings.Agents.NONE),
            missing::get);
    assertThat(callBack(mute).toCompletableFuture().join()).isEqualTo(DeliveryReport.NOT_SENT);
    assertThat(wire.actions()).isEmpty();
  }

  @Test
  void whereabouts_follow_from_the_callers_channel() {
    AmiMessage waiting = Messages.waitingCaller("PJSIP/trunk-00000001", "lab-1.1");
    assertThat(whereaboutsWhenListed(waiting)).isEqualTo(Whereabouts.WAITING);
  }

  @Test
  void a_channel_that_carries_another_call_now_is_not_the_caller() {
    AmiMessage other = Messages.waitingCaller("PJSIP/trunk-00000001", "lab-1.77");
    CompletionStage<Whereabouts> asked = orders.whereabouts(CALL, CALLER);
    list(other);
    assertThat(wire.last("Status").header("channel")).isEqualTo("lab-1.1");
    questions.received(wire.answer("Status", "Response: Error", "Message: No such channel"));
    assertThat(asked.toCompletableFuture().join()).isEqualTo(Whereabouts.GONE);
  }

  @Test
  void a_caller_who_was_put_into_the_place_of_another_call_has_left_the_own_one() {
    AmiMessage moved = Messages.waitingCaller("PJSIP/trunk-00000001", "lab-1.1", "lab-1.77@lab");
    CompletionStage<Whereabouts> asked = orders.whereabouts(CALL, CALLER);
    list(moved);
    list(moved);
    assertThat(asked.toCompletableFuture().join()).isEqualTo(Whereabouts.GONE);
  }

  @Test
  void a_caller_who_goes_on_with_a_call_that_came_on_another_channel_is_found() {
    assertThat(
            whereaboutsWhenListed(
                Messages.waitingCaller("PJSIP/trunk-00000001", "lab-1.77", CALL.value())))
        .isEqualTo(Whereabouts.WAITING);
  }

  @Test
  void a_caller_whose_channel_has_another_name_now_is_found_by_the_identity() {
    CompletionStage<Whereabouts> asked = orders.whereabouts(CALL, CALLER);
    questions.received(wire.answer("Status", "Response: Error", "Message: No such channel"));
    list(Messages.waitingCaller("PJSIP/trunk-00000009", "lab-1.1"));
    assertThat(asked.toCompletableFuture().join()).isEqualTo(Whereabouts.WAITING);
  }

  @Test
  void a_channel_that_asterisk_does_not_know_is_gone() {
    CompletionStage<Whereabouts> asked = orders.whereabouts(CALL, CALLER);
    questions.received(wire.answer("Status", "Response: Error", "Message: No such channel"));
    questions.received(wire.answer("Status", "Response: Error", "Message: No such channel"));
    assertThat(asked.toCompletableFuture().join()).isEqualTo(Whereabouts.GONE);
  }

  @Test
  void who_cannot_be_asked_for_is_unknown() {
    CompletionStage<Whereabouts> refused = orders.whereabouts(CALL, CALLER);
    questions.received(wire.answer("Status", "Response: Error", "Message: Permission denied"));
    assertThat(refused.toCompletableFuture().join()).isEqualTo(Whereabouts.UNKNOWN);
    CompletionStage<Whereabouts> cutOff = orders.whereabouts(CALL, CALLER);
    questions.end();
    assertThat(cutOff.toCompletableFuture().join()).isEqualTo(Whereabouts.UNKNOWN);
  }

  private Whereabouts whereaboutsWhenListed(AmiMessage channel) {
    CompletionStage<Whereabouts> asked = orders.whereabouts(CALL, CALLER);
    list(channel);
    return asked.toCompletableFuture().join();
  }

  private void list(AmiMessage channel) {
    questions.received(wire.item("Status", channel));
    questions.received(wire.answer("Status", "Event: StatusComplete", "ListItems: 1"));
  }

  private static CompletionStage<DeliveryReport> callBack(CallerMover orders) {
    DirectoryNumber group = DirectoryNumber.of("700");
    RememberedCall memory =
        new RememberedCall(
            CALL,
            CALLER,
            CallerId.unknown(),
            group,
            Priority.of(2),
            Instant.ofEpochMilli(1_700_000_000_123L),
            Requirements.parse("french:3;60=french:1").orElseThrow());
    return orders.deliver(
        new Delivery(
                CALL,
                CALLER,
                group,
                new Token(17),
                List.of(new RingTarget(DirectoryNumber.of("8260"), Device.of("PJSIP/8260"))),
                Duration.ofSeconds(20))
            .to(new CallBack(ExternalNumber.of("+49301234567"), memory)));
  }

  private CompletionStage<DeliveryReport> deliver(String... devices) {
    List<RingTarget> targets = new ArrayList<>();
    for (String device : devices) {
      targets.add(new RingTarget(DirectoryNumber.of("8260"), Device.of(device)));
    }
    return deliver(targets);
  }

  private CompletionStage<DeliveryReport> deliver(List<RingTarget> targets) {
    return orders.deliver(
        new Delivery(
            CALL,
            CALLER,
            DirectoryNumber.of("700"),
            new Token(17),
            targets,
            Duration.ofSeconds(20)));
  }
}
