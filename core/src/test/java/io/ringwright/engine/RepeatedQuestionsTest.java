package io.ringwright.engine;

import static io.ringwright.engine.House.inbound;
import static io.ringwright.engine.House.rings;
import static io.ringwright.engine.House.token;
import static io.ringwright.engine.House.waits;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.Channel;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.ExternalNumber;
import io.ringwright.call.Notice;
import io.ringwright.call.RejectReason;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A dialplan that had no answer in time asks the same question again, with the same number. */
class RepeatedQuestionsTest {

  private static final DirectoryNumber KEY = DirectoryNumber.of("1");

  private final House house =
      House.of(
          list ->
              list.extension(
                      "100",
                      anna ->
                          anna.device("PJSIP/100")
                              .leaveByKey("1", "103")
                              .callBackByKey("#")
                              .forwardOnNoReply("102"))
                  .extension(
                      "101",
                      ben ->
                          ben.device("PJSIP/101")
                              .leaveByKey("1", "100")
                              .forwardOnBusy("+493012345"))
                  .extension("102", eva -> eva.device("PJSIP/102"))
                  .extension("103", max -> max.device("PJSIP/103").leaveByKey("1", "100"))
                  .allowExternal("+4930"));

  private RoutingAnswer arrives(RememberedCall channel) {
    return house.router.callArrived(inbound(channel));
  }

  private long arrivals() {
    return house.ear.visits.told().stream().filter(told -> told.endsWith(" begins")).count();
  }

  private RememberedCall channel(String call, String number) {
    return house.remembers(call, number).asked(1);
  }

  private RememberedCall waitingFor(String number) {
    house.reports(number, DeviceState.IN_USE);
    RememberedCall channel = channel("c1", number);
    assertThat(waits(arrives(channel))).isTrue();
    return channel;
  }

  @Test
  void an_arrival_whose_question_comes_late_a_second_time_is_one_arrival() {
    RememberedCall channel = waitingFor("100");
    assertThat(waits(house.router.callerAlive(channel.asked(2)))).isTrue();

    assertThat(waits(arrives(channel))).isTrue();
    assertThat(arrivals()).isEqualTo(1);
    assertThat(house.ear.outcomesOf("c1")).isEmpty();
  }

  @Test
  void a_question_that_comes_after_the_end_of_its_call_is_no_arrival() {
    RememberedCall channel = channel("c1", "100");
    arrives(channel);
    house.router.callEnded(channel.id());
    house.passes(Duration.ofMinutes(1));

    assertThat(waits(arrives(channel))).isTrue();
    assertThat(arrivals()).isEqualTo(1);
    assertThat(house.queue()).isEmpty();
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.ABANDONED);
  }

  @Test
  void a_caller_whose_call_was_taken_for_over_arrives_with_the_next_question() {
    RememberedCall channel = channel("c1", "100");
    arrives(channel);
    house.router.callEnded(channel.id());

    assertThat(rings(arrives(channel.asked(2)))).isEqualTo("100");
    assertThat(arrivals()).isEqualTo(2);
  }

  @Test
  void half_a_minute_after_the_end_of_a_call_no_question_with_a_lower_number_is_late() {
    RememberedCall channel = waitingFor("100");
    house.router.callerAlive(channel.asked(2));
    house.router.callEnded(channel.id());
    house.passes(Duration.ofSeconds(31));

    arrives(channel);
    assertThat(arrivals()).isEqualTo(2);
  }

  @Test
  void an_arrival_that_is_asked_about_again_is_one_arrival_and_rings_the_same_phone() {
    RememberedCall channel = channel("c1", "100");
    RoutingAnswer first = arrives(channel);
    int told = house.ear.decisions.size();

    RoutingAnswer again = arrives(channel);

    assertThat(again.decision()).isEqualTo(first.decision());
    assertThat(arrivals()).isEqualTo(1);
    assertThat(house.ear.outcomesOf("c1")).isEmpty();
    assertThat(house.ear.decisions).hasSize(told);
    assertThat(house.ear.whyIgnored).contains("question: question 1 of call c1 came again");
  }

  @Test
  void a_question_with_another_number_is_another_arrival() {
    RememberedCall channel = channel("c1", "100");
    arrives(channel);
    arrives(channel.asked(2));

    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.SENT_ON);
  }

  @Test
  void questions_that_are_not_counted_are_never_the_same() {
    RememberedCall channel = channel("c1", "100").asked(0);
    arrives(channel);
    arrives(channel);

    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.SENT_ON);
  }

  @Test
  void a_caller_who_is_to_wait_is_told_so_again_and_stands_in_the_queue_once() {
    RememberedCall channel = waitingFor("103");
    assertThat(waits(arrives(channel))).isTrue();
    assertThat(house.queue()).containsExactly("c1");
  }

  @Test
  void a_call_that_was_sent_away_is_sent_away_again_however_late() {
    RememberedCall channel = channel("c1", "999");
    RoutingDecision refused = new RoutingDecision.Reject(RejectReason.UNKNOWN_NUMBER);
    assertThat(arrives(channel).decision()).isEqualTo(refused);
    house.passes(Duration.ofSeconds(20));

    assertThat(arrives(channel).decision()).isEqualTo(refused);
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.REJECTED);
  }

  @Test
  void a_call_that_was_diverted_outside_is_diverted_again() {
    house.reports("101", DeviceState.IN_USE);
    RememberedCall channel = channel("c1", "101");
    RoutingAnswer first = arrives(channel);
    assertThat(first.decision())
        .isEqualTo(new RoutingDecision.Divert(ExternalNumber.of("+493012345")));

    assertThat(arrives(channel).decision()).isEqualTo(first.decision());
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.OVERFLOWED);
  }

  @Test
  void the_end_of_a_ring_that_is_told_again_is_one_end_and_the_next_phone_stays_the_same() {
    RememberedCall channel = channel("c1", "100");
    RoutingAnswer first = arrives(channel);
    RememberedCall next = channel.asked(2);
    RoutingAnswer forwarded = house.router.ringEnded(next, token(first), RingOutcome.NO_REPLY);
    assertThat(rings(forwarded)).isEqualTo("102");

    RoutingAnswer again = house.router.ringEnded(next, token(first), RingOutcome.NO_REPLY);

    assertThat(again.decision()).isEqualTo(forwarded.decision());
  }

  @Test
  void phones_that_ring_later_than_they_were_promised_stay_reserved_for_the_whole_ring() {
    RememberedCall channel = channel("c1", "103");
    Duration ring = House.ring(arrives(channel)).ringTime();
    house.passes(ring.minusSeconds(2));
    arrives(channel);
    house.passes(ring);

    assertThat(waits(house.arrives("c2", "103"))).isTrue();
    assertThat(house.pbx.asked).as("nobody looks for the caller yet").isEmpty();
  }

  @Test
  void a_landing_that_is_told_again_rings_the_same_phone() {
    RememberedCall channel = waitingFor("103");
    house.idle("103");
    RememberedCall next = channel.asked(2);
    RoutingAnswer landed = house.router.callLanded(next, house.pbx.last().token());
    assertThat(rings(landed)).isEqualTo("103");

    assertThat(house.router.callLanded(next, house.pbx.last().token()).decision())
        .isEqualTo(landed.decision());
    assertThat(house.pbx.deliveries).hasSize(1);
  }

  @Test
  void a_sign_of_life_after_which_phones_ring_and_that_comes_again_rings_the_same_phones() {
    RememberedCall channel = waitingFor("103");
    house.linkBreaks();
    house.idle("103");
    RememberedCall next = channel.asked(2);
    RoutingAnswer first = house.router.callerAlive(next);
    assertThat(rings(first)).isEqualTo("103");
    house.passes(Duration.ofSeconds(10));

    assertThat(house.router.callerAlive(next).decision()).isEqualTo(first.decision());
  }

  @Test
  void a_key_that_is_told_again_is_pressed_once() {
    house.reports("103", DeviceState.IN_USE);
    RememberedCall channel = waitingFor("100");
    RememberedCall next = channel.asked(2);
    house.router.keyPressed(next, KEY);
    RoutingAnswer again = house.router.keyPressed(next, KEY);

    assertThat(again.decision()).hasToString("wait for extension 103 at position 1");
  }

  @Test
  void a_caller_who_is_called_back_hears_so_again() {
    House calling =
        House.of(
            list ->
                list.extension("100", anna -> anna.device("PJSIP/100").callBackByKey("1"))
                    .allowCallBack("030"));
    calling.reports("100", DeviceState.IN_USE);
    RememberedCall channel = calling.remembers("c1", "100").asked(1);
    calling.router.callArrived(inbound(channel));
    RememberedCall next = channel.asked(2);
    RoutingDecision goodbye = new RoutingDecision.Reject(RejectReason.CALL_BACK_ARRANGED);
    assertThat(calling.router.keyPressed(next, KEY).decision()).isEqualTo(goodbye);

    assertThat(calling.router.keyPressed(next, KEY).decision()).isEqualTo(goodbye);
    assertThat(calling.queue()).containsExactly("c1");
  }

  @Test
  void a_wish_that_was_refused_is_refused_again() {
    RememberedCall next = waitingFor("100").asked(2);
    DirectoryNumber callBack = DirectoryNumber.of("#");
    assertThat(house.router.keyPressed(next, callBack).notice()).contains(Notice.CALL_BACK_REFUSED);

    assertThat(house.router.keyPressed(next, callBack).notice()).contains(Notice.CALL_BACK_REFUSED);
  }

  @Test
  void each_channel_of_a_call_counts_its_own_questions() {
    RememberedCall channel = waitingFor("103");
    RememberedCall other =
        new RememberedCall(
                channel.id(),
                new Channel(House.PBX, "PJSIP/trunk-other"),
                channel.caller(),
                channel.called(),
                channel.priority(),
                channel.since())
            .asked(1);
    house.linkBreaks();
    house.idle("103");

    assertThat(rings(house.router.callerAlive(other))).isEqualTo("103");
  }

  @Test
  void a_question_is_known_again_after_a_start() {
    RememberedCall channel = channel("c1", "100");
    RoutingAnswer first = arrives(channel);
    RememberedCall gone = channel("c2", "999");
    arrives(gone);
    house.engineRestarts();

    assertThat(arrives(channel).decision()).isEqualTo(first.decision());
    assertThat(arrives(gone).decision())
        .isEqualTo(new RoutingDecision.Reject(RejectReason.UNKNOWN_NUMBER));
    assertThat(arrivals()).isEqualTo(2);
  }

  /** Answered after the second question, as a caller who waited and landed. */
  private RememberedCall talksTo(String extension) {
    RememberedCall channel = channel("c1", extension);
    arrives(channel);
    house.router.callerAlive(channel.asked(2));
    house.answers("c1", extension);
    return channel;
  }

  @Test
  void a_caller_in_the_place_of_a_consultation_that_is_not_known_asks_anew_by_its_numbers() {
    RememberedCall channel = talksTo("103");
    house.router.callTakenOver(CallId.of("x"), channel.channel(), channel.id());

    assertThat(rings(arrives(channel("c1", "102")))).isEqualTo("102");
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.ANSWERED_THEN_SENT_ON);
  }

  @Test
  void a_question_from_before_a_talk_that_comes_late_ends_no_talk() {
    RememberedCall channel = talksTo("103");
    house.passes(Duration.ofSeconds(29));

    assertThat(waits(arrives(channel))).isTrue();
    assertThat(house.ear.outcomesOf("c1")).isEmpty();
  }

  @Test
  void half_a_minute_after_the_answer_no_question_comes_from_before_it() {
    RememberedCall channel = talksTo("103");
    house.passes(Duration.ofSeconds(30));

    arrives(channel);
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.ANSWERED_THEN_SENT_ON);
  }

  @Test
  void a_caller_whose_end_was_told_before_the_first_question_came_is_looked_for_soon() {
    RememberedCall channel = channel("c1", "100");
    house.router.callEnded(channel.id());
    assertThat(rings(arrives(channel))).isEqualTo("100");
    house.passes(Duration.ofMillis(1_900));
    assertThat(house.pbx.asked).isEmpty();
    house.passes(Duration.ofMillis(100));
    assertThat(house.pbx.asked).containsExactly(channel.id());
  }

  @Test
  void a_caller_of_whom_nothing_was_told_is_looked_for_after_the_ring() {
    arrives(channel("c1", "100"));
    house.passes(Duration.ofSeconds(5));
    assertThat(house.pbx.asked).isEmpty();
  }

  @Test
  void a_caller_who_was_sent_on_is_looked_for_after_the_ring() {
    RememberedCall channel = channel("c1", "100");
    arrives(channel);
    assertThat(rings(arrives(channel.asked(2)))).isEqualTo("100");
    house.passes(Duration.ofSeconds(5));
    assertThat(house.pbx.asked).isEmpty();
  }

  @Test
  void a_caller_who_was_taken_for_gone_is_asked_again_as_soon_as_the_caller_is_believed() {
    RememberedCall channel = waitingFor("103");
    house.router.callEnded(channel.id());
    RoutingAnswer early = house.router.callerAlive(channel.asked(2));
    assertThat(waits(early)).isTrue();
    assertThat(house.queue()).isEmpty();
    Duration next = early.nextSign().orElseThrow();
    assertThat(next).hasSeconds(5);

    house.passes(next);
    assertThat(waits(house.router.callerAlive(channel.asked(3)))).isTrue();
    assertThat(house.queue()).containsExactly("c1");
  }
}
