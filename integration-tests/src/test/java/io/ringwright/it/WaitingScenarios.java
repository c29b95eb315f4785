package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.CallId;
import io.ringwright.call.Priority;
import io.ringwright.directory.PhoneList;
import io.ringwright.fakeasterisk.PbxUnderTest.CallPlan;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import io.ringwright.fakeasterisk.Sighting.Kind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What can happen to callers while they wait. Written once, run on the real Asterisk and on the
 * fake one.
 */
abstract class WaitingScenarios extends Scenarios {

  @Test
  void a_waiting_caller_leaves_by_pressing_a_key_and_the_next_moves_up() {
    start(phones().huntGroup("700", group -> group.member("8260").leaveByKey("1", "8261")));
    pbx().phone("8261", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    engage("8260");
    Caller leaves = waitingCaller("0701", "700");
    Caller stays = waitingCaller("0702", "700");
    press(leaves, '1', "1");
    watch().awaitAnswer(leaves, "8261");
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    pbx().hangUpPhone("8260");
    watch().awaitAnswer(stays, "8260");
    assertThat(watch().rungFor(leaves)).containsExactly("8261");
  }

  @Test
  void a_key_that_leads_nowhere_changes_nothing_and_the_caller_is_served_in_turn() {
    start(phones().huntGroup("700", group -> group.member("8260").leaveByKey("1", "8261")));
    engage("8260");
    Caller plays = waitingCaller("0701", "700");
    Caller second = waitingCaller("0702", "700");
    for (char key : "29*#".toCharArray()) {
      press(plays, key, String.valueOf(key));
    }
    press(plays, 'A', "i");
    assertThat(queue()).containsExactly(idOf(plays), idOf(second));
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    pbx().hangUpPhone("8260");
    watch().awaitAnswer(plays, "8260");
    assertThat(watch().rungFor(second)).isEmpty();
  }

  @Test
  void a_caller_whose_priority_is_changed_while_waiting_is_served_first_and_the_channel_knows() {
    start(phones());
    engage("8260");
    Caller first = waitingCaller("0701", "8260");
    Caller urgent = waitingCaller("0702", "8260");
    String since = watch().variable(urgent, "RW_SINCE");
    application().router().changePriority(idOf(urgent), Priority.of(1));
    watch().awaitThat("told", () -> watch().variable(urgent, "RW_PRIORITY").equals("1"));
    assertThat(watch().variable(urgent, "RW_SINCE")).isEqualTo(since);
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    pbx().hangUpPhone("8260");
    watch().awaitAnswer(urgent, "8260");
    assertThat(watch().rungFor(first)).isEmpty();
  }

  @Test
  void a_call_that_asks_for_skills_passes_a_phone_without_them_and_the_channel_remembers() {
    start(
        PhoneList.builder()
            .extension("8260", phone -> phone.device("PJSIP/8260"))
            .extension("8261", phone -> phone.device("PJSIP/8261").skill("french", 3))
            .huntGroup("700", group -> group.member("8260").member("8261")));
    engage("8261");
    Caller french = call(CallPlan.of("0701", "700").withSkills("french:2"));
    watch().awaitContext(french, WAIT);
    assertThat(watch().variable(french, "RW_SKILLS")).isEqualTo("french:2");
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    Caller anybody = call("0702", "700");
    watch().awaitAnswer(anybody, "8260");
    pbx().phone("8261", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    pbx().hangUpPhone("8261");
    watch().awaitAnswer(french, "8261");
    assertThat(watch().rungFor(french)).containsExactly("8261");
  }

  @Test
  void a_caller_who_hung_up_while_waiting_and_calls_again_in_time_gets_the_old_place() {
    start(
        phones()
            .huntGroup(
                "700", group -> group.member("8260").keepPlaceFor(Duration.ofMinutes(5), false)));
    engage("8260");
    Caller first = waitingCaller("0701", "700");
    Caller second = waitingCaller("0702", "700");
    CallId lost = idOf(first);
    String since = watch().variable(first, "RW_SINCE");
    first.hangUp();
    watch().awaitEnd(first);
    watch().awaitThat("one left the queue", () -> queue().size() == 1);
    Caller again = call(CallPlan.of("0701", "700").returningFrom(lost.value()));
    watch().awaitContext(again, WAIT);
    watch().awaitThat("waiting", () -> queue().size() == 2);
    assertThat(queue()).containsExactly(idOf(again), idOf(second));
    assertThat(watch().variable(again, "RW_SINCE")).isEqualTo(since);
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    pbx().hangUpPhone("8260");
    watch().awaitAnswer(again, "8260");
    assertThat(watch().rungFor(second)).isEmpty();
  }

  @Test
  void a_caller_who_asks_by_a_key_is_called_back_before_a_later_caller_is_served() {
    startToCallBack(
        phones()
            .allowCallBack("030")
            .huntGroup("700", group -> group.member("8260").callBackByKey("#")));
    Duration heardToRing = Duration.ofMillis(300);
    pbx().phone("0301555", PhoneBehaviour.answers(heardToRing, SHORT_TALK));
    engage("8260");
    Caller leaves = waitingCaller("0301555", "700");
    Caller stays = waitingCaller("0702", "700");
    CallId call = idOf(leaves);
    press(leaves, '#', "#");
    watch().awaitContext(leaves, REJECT);
    assertThat(watch().variable(leaves, "RW_REASON")).isEqualTo("call-back-arranged");
    watch().awaitEnd(leaves);
    watch().awaitThat("the place is kept", () -> queue().equals(List.of(call, idOf(stays))));
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, SHORT_TALK));
    pbx().hangUpPhone("8260");
    watch().awaitAnswer(leaves, "0301555");
    watch().awaitAnswer(leaves, "8260");
    watch().awaitAnswer(stays, "8260");
    assertThat(watch().rungFor(leaves)).containsExactly("0301555", "8260");
    application().awaitAnswers(3);
    assertThat(application().heard().answered().subList(1, 3)).containsExactly(call, idOf(stays));
    watch().await(leaves, Kind.PHONE_ENDS, "0301555");
  }
}
