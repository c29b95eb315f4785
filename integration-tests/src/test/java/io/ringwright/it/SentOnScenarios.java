package io.ringwright.it;

import static io.ringwright.call.CallOutcome.ANSWERED;
import static io.ringwright.call.CallOutcome.ANSWERED_THEN_SENT_ON;
import static io.ringwright.call.CallOutcome.REJECTED;
import static io.ringwright.call.CallOutcome.SENT_ON;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import io.ringwright.fakeasterisk.Sighting.Kind;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Callers who are sent on: the same channel comes to the application once more. Written once, run
 * on the real Asterisk and on the fake one.
 */
abstract class SentOnScenarios extends Scenarios {

  private static PhoneListBuilder house() {
    return phones()
        .huntGroup("700", group -> group.member("8260"))
        .huntGroup("701", group -> group.member("8261"));
  }

  /** The visits of a call end in this way, the last when the caller hangs up. */
  private void endsAs(Caller caller, CallOutcome... outcomes) {
    CallId call = idOf(caller);
    caller.hangUp();
    watch().awaitEnd(caller);
    application().awaitEnds(Map.of(call, (long) outcomes.length));
    assertThat(application().heard().outcomes().get(call)).containsExactly(outcomes);
    assertThat(application().heard().failures()).isEmpty();
  }

  @Test
  void who_waits_and_is_sent_on_leaves_the_queue_and_is_answered_elsewhere() {
    start(house());
    engage("8260");
    Caller sent = waitingCaller("0701", "700");
    Caller stays = waitingCaller("0702", "700");
    pbx().phone("8261", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    sent.sendOn("701");
    watch().awaitAnswer(sent, "8261");
    application().awaitAnswers(2);
    assertThat(queue()).containsExactly(idOf(stays));
    endsAs(sent, SENT_ON, ANSWERED);
  }

  @Test
  void who_is_sent_on_to_the_queue_of_before_is_last_there() {
    start(house());
    engage("8260");
    Caller sent = waitingCaller("0701", "700");
    Caller stays = waitingCaller("0702", "700");
    sent.sendOn("700");
    watch().awaitThat("last", () -> queue().indexOf(idOf(sent)) == 1);
    assertThat(queue()).containsExactly(idOf(stays), idOf(sent));
  }

  @Test
  void a_phone_that_rings_for_whoever_is_sent_on_stops_and_is_free_for_the_next() {
    start(house());
    Caller sent = call("0701", "700");
    watch().awaitRinging(sent, "8260");
    engage("8261");
    sent.sendOn("701");
    watch().await(sent, Kind.PHONE_STOPS, "8260");
    watch().awaitThat("waits for 701", () -> queue().contains(idOf(sent)));
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    watch().awaitAnswer(call("0702", "700"), "8260");
    pbx().phone("8261", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    pbx().hangUpPhone("8261");
    watch().awaitAnswer(sent, "8261");
    application().awaitAnswers(3);
    endsAs(sent, SENT_ON, ANSWERED);
  }

  @Test
  void the_phone_that_talked_to_whoever_is_sent_on_gets_the_next_caller() {
    start(house());
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    pbx().phone("8261", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    Caller sent = call("0701", "700");
    watch().awaitAnswer(sent, "8260");
    application().awaitInCall("8260", 1);
    Caller next = waitingCaller("0702", "700");
    sent.sendOn("701");
    watch().awaitAnswer(sent, "8261");
    watch().awaitAnswer(next, "8260");
    application().awaitAnswers(3);
    endsAs(sent, ANSWERED_THEN_SENT_ON, ANSWERED);
  }

  @Test
  void who_is_sent_on_to_a_number_that_nobody_has_is_rejected() {
    start(house());
    engage("8260");
    Caller sent = waitingCaller("0701", "700");
    sent.sendOn("799");
    watch().awaitContext(sent, REJECT);
    watch().awaitEnd(sent);
    endsAs(sent, SENT_ON, REJECTED);
    assertThat(queue()).isEmpty();
  }
}
