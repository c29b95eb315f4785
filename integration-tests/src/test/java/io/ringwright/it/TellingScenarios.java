package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.HangUpSide;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import io.ringwright.telling.Answered;
import io.ringwright.telling.HungUp;
import io.ringwright.telling.RingStopped;
import io.ringwright.telling.RingStopped.Why;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a listener is told of rings, answers and hang-ups of real calls. */
abstract class TellingScenarios extends Scenarios {

  private static final Duration TALK = Duration.ofMillis(1_200);

  private PhoneListBuilder ringingAll() {
    return phones()
        .huntGroup(
            "700",
            all -> all.strategy(StandardStrategy.SIMULTANEOUS).member("8260").member("8261"));
  }

  private Heard heard() {
    return application().heard();
  }

  /** Why each phone rang no longer, by its extension, of all calls. */
  private Map<String, Why> stops() {
    return heard().stops().stream()
        .collect(
            Collectors.toMap(
                stop -> stop.ring().extension().digits(), RingStopped::why, (one, two) -> two));
  }

  private void awaitStop(String phone, Why why) {
    watch().awaitThat(phone + " " + why, () -> why == stops().get(phone));
  }

  private void awaitHangUp(Caller caller, HangUpSide by) {
    watch().awaitEnd(caller);
    watch().awaitThat("a hang-up", () -> !heard().hangUps().isEmpty());
    assertThat(heard().hangUps()).extracting(HungUp::by).containsExactly(by);
  }

  @Test
  void of_two_phones_that_ring_one_is_answered_and_the_other_elsewhere() {
    start(ringingAll());
    pbx().phone("8261", PhoneBehaviour.answers(Duration.ofSeconds(1), LONG_TALK));
    Caller caller = call("0801", "700");
    watch().awaitAnswer(caller, "8261");
    awaitStop("8261", Why.ANSWERED);
    awaitStop("8260", Why.ANSWERED_ELSEWHERE);
    assertThat(heard().stops())
        .allSatisfy(
            stop ->
                assertThat(stop.rang()).isBetween(Duration.ofMillis(900), Duration.ofSeconds(10)));
    assertThat(heard().starts()).hasSize(2);
  }

  @Test
  void an_answer_names_the_channels_of_both() {
    start(phones());
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    Caller caller = call("0802", "8260");
    watch().awaitAnswer(caller, "8260");
    watch().awaitThat("an answer", () -> !heard().told().isEmpty());
    Answered answered = heard().told().get(0);
    assertThat(answered.channels().caller()).isEqualTo(heard().arrivals().get(0).channel());
    assertThat(answered.channels().agent())
        .hasValueSatisfying(channel -> assertThat(channel.name()).startsWith("PJSIP/8260-"));
  }

  @Test
  void an_agent_who_hangs_up_is_told() {
    start(phones());
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, TALK));
    Caller caller = call("0803", "8260");
    watch().awaitAnswer(caller, "8260");
    awaitHangUp(caller, HangUpSide.AGENT);
    assertThat(heard().talks())
        .hasSize(1)
        .allSatisfy(
            talk ->
                assertThat(talk.talked()).isBetween(Duration.ofMillis(900), Duration.ofSeconds(9)));
  }

  @Test
  void a_caller_who_hangs_up_in_a_talk_is_told() {
    start(phones());
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    Caller caller = call("0804", "8260");
    watch().awaitAnswer(caller, "8260");
    application().awaitInCall("8260", 1);
    caller.hangUp();
    awaitHangUp(caller, HangUpSide.CALLER);
  }

  @Test
  void a_caller_who_hangs_up_while_a_phone_rings_is_told() {
    start(phones());
    Caller caller = call("0805", "8260");
    watch().awaitRinging(caller, "8260");
    caller.hangUp();
    awaitHangUp(caller, HangUpSide.CALLER);
    awaitStop("8260", Why.CALLER_GONE);
  }

  @Test
  void a_caller_who_hangs_up_while_waiting_is_told() {
    start(phones());
    engage("8260");
    Caller caller = waitingCaller("0806", "8260");
    caller.hangUp();
    awaitHangUp(caller, HangUpSide.CALLER);
  }

  @Test
  void busy_refused_and_no_reply_are_told_for_the_phone() {
    start(
        phones()
            .extension("9001", quick -> quick.device("PJSIP/8262").ringTime(Duration.ofSeconds(1)))
            .huntGroup("701", one -> one.member("8260"))
            .huntGroup("702", one -> one.member("8261"))
            .huntGroup("703", one -> one.member("9001")));
    pbx().phone("8260", PhoneBehaviour.busy());
    pbx().phone("8261", PhoneBehaviour.declines());
    call("0807", "701");
    awaitStop("8260", Why.BUSY);
    call("0808", "702");
    awaitStop("8261", Why.REFUSED);
    call("0809", "703");
    awaitStop("9001", Why.NO_REPLY);
    assertThat(heard().stops())
        .filteredOn(stop -> stop.why() == Why.NO_REPLY)
        .first()
        .satisfies(stop -> assertThat(stop.rang()).isGreaterThan(Duration.ofMillis(900)));
  }
}
