package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.agi.Prompts;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.ExternalNumber;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.fakeasterisk.PbxUnderTest.CallPlan;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import io.ringwright.fakeasterisk.Sighting;
import io.ringwright.fakeasterisk.Sighting.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the dialplan wishes for a caller, and what callers wish by key: one extension before all
 * others, to be called back. Written once, run on the real Asterisk and on the fake one.
 */
abstract class WishScenarios extends Scenarios {

  private static PhoneListBuilder house() {
    return phones()
        .allowCallBack("030")
        .huntGroup("700", group -> group.member("8260").leaveByKey("1", "8261").callBackByKey("#"));
  }

  /** The calls of 8263 go to 8262 while that is busy; neither of the two is in the group. */
  private static PhoneListBuilder forwarding() {
    return PhoneList.builder()
        .extension("8260", phone -> phone.device("PJSIP/8260"))
        .extension("8262", phone -> phone.device("PJSIP/8262"))
        .extension("8263", phone -> phone.device("PJSIP/8263").forwardOnBusy("8262"))
        .huntGroup("700", group -> group.member("8260"));
  }

  private Caller waitingCaller(CallPlan plan) {
    Caller caller = call(plan);
    watch().awaitContext(caller, WAIT);
    watch().awaitThat("waiting", () -> queue().contains(idOf(caller)));
    return caller;
  }

  private List<String> played(Caller caller) {
    return watch().of(caller, Kind.PROMPT_PLAYED).stream().map(Sighting::detail).toList();
  }

  @Test
  void the_dialplan_has_a_caller_wait_for_the_extension_that_it_names_and_not_for_a_free_one() {
    start(house());
    engage("8261");
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    Caller regular = waitingCaller(CallPlan.of("0701", "700").preferring("8261:300"));
    assertThat(watch().rungFor(regular)).isEmpty();
    pbx().phone("8261", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    pbx().hangUpPhone("8261");
    watch().awaitAnswer(regular, "8261");
    assertThat(watch().rungFor(regular)).containsExactly("8261");
  }

  @Test
  void when_the_time_is_over_the_free_extension_answers() {
    start(house());
    engage("8261");
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    Caller regular = waitingCaller(CallPlan.of("0701", "700").preferring("8261:1"));
    watch().awaitAnswer(regular, "8260");
    assertThat(watch().rungFor(regular)).containsExactly("8260");
  }

  @Test
  void whoever_takes_the_calls_of_the_preferred_extension_takes_this_one_before_a_free_member() {
    start(forwarding());
    engage("8263");
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    pbx().phone("8262", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    Caller regular = call(CallPlan.of("0701", "700").preferring("8263:300"));
    watch().awaitAnswer(regular, "8262");
    assertThat(watch().rungFor(regular)).containsExactly("8262");
  }

  @Test
  void a_preferred_phone_that_declines_leads_where_it_forwards_and_then_to_the_members() {
    start(forwarding());
    pbx().phone("8263", PhoneBehaviour.declines());
    pbx().phone("8262", PhoneBehaviour.declines());
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    Caller regular = call(CallPlan.of("0701", "700").preferring("8263:300"));
    watch().awaitAnswer(regular, "8260");
    assertThat(watch().rungFor(regular)).containsExactly("8263", "8262", "8260");
  }

  @ParameterizedTest
  @ValueSource(strings = {"8261", "8261:0", "anna:300", "8261:300,8262:300", "9999:300"})
  void a_preference_that_nobody_can_read_or_fulfil_is_none_and_the_call_goes_on(String wrong) {
    start(house());
    engage("8261");
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    Caller caller = call(CallPlan.of("0701", "700").preferring(wrong));
    watch().awaitAnswer(caller, "8260");
  }

  @Test
  void who_cannot_be_called_back_hears_why_and_keeps_the_place() {
    start(house());
    engage("8260");
    Caller asks = waitingCaller("0401234", "700");
    Caller second = waitingCaller("0702", "700");
    CallId call = idOf(asks);
    press(asks, '#', "#");
    watch().awaitThat("hears why", () -> played(asks).contains("privacy-incorrect"));
    assertThat(queue()).containsExactly(call, idOf(second));
    assertThat(application().heard().outcomes()).doesNotContainKey(call);
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    pbx().hangUpPhone("8260");
    watch().awaitAnswer(asks, "8260");
  }

  @Test
  void a_sound_that_is_not_there_is_silence_and_the_caller_waits_on() {
    start(house(), Prompts.none().callBackRefused("custom/gone"));
    engage("8260");
    Caller asks = waitingCaller("0401234", "700");
    press(asks, '#', "#");
    watch().awaitThat("tells why", () -> played(asks).contains("custom/gone"));
    assertThat(application().heard().outcomes()).doesNotContainKey(idOf(asks));
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    pbx().hangUpPhone("8260");
    watch().awaitAnswer(asks, "8260");
  }

  /** A caller who waited, and for whom a phone rings at which nobody is. */
  private Caller ringingAt8260() {
    engage("8260");
    Caller caller = waitingCaller("0401234", "700");
    pbx().hangUpPhone("8260");
    watch().awaitRinging(caller, "8260");
    return caller;
  }

  @Test
  void a_key_pressed_while_a_phone_rings_ends_the_ring_and_leads_to_another() {
    start(house());
    Caller caller = ringingAt8260();
    pbx().phone("8261", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    press(caller, '1', RINGING, "1");
    watch().awaitAnswer(caller, "8261");
    assertThat(watch().rungFor(caller)).containsExactly("8260", "8261");
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    watch().awaitAnswer(call("0702", "8260"), "8260");
  }

  @Test
  void a_key_that_means_nothing_has_the_same_phone_ring_for_what_is_left_of_its_time() {
    start(house());
    Caller caller = ringingAt8260();
    watch().awaitThat("rings for a second", () -> rungSince(caller).toMillis() > 1000);
    press(caller, '5', RINGING, "5");
    watch().awaitThat("rings on", () -> watch().rungFor(caller).size() == 2);
    assertThat(watch().rungFor(caller)).containsExactly("8260", "8260");
    assertThat(watch().variable(caller, "RW_DIAL")).matches("PJSIP/8260,1[0-9],");
    assertThat(application().heard().outcomes()).doesNotContainKey(idOf(caller));
  }

  private Duration rungSince(Caller caller) {
    Instant began = watch().of(caller, Kind.PHONE_RINGS).get(0).at();
    return Duration.between(began, Instant.now());
  }

  @Test
  void who_asks_for_a_call_back_while_a_phone_rings_hears_that_there_is_none_and_it_rings_on() {
    start(house());
    Caller caller = ringingAt8260();
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    press(caller, '#', RINGING, "#");
    watch().awaitThat("hears why", () -> played(caller).contains("privacy-incorrect"));
    watch().awaitAnswer(caller, "8260");
  }

  @Test
  void who_presses_a_key_after_a_call_back_was_promised_talks_and_ends_once_as_answered() {
    startToCallBack(house());
    engage("8260");
    Caller caller = waitingCaller("0301555", "700");
    CallId call = idOf(caller);
    application()
        .router()
        .callBack(call, ExternalNumber.of("0301555"))
        .toCompletableFuture()
        .join();
    pbx().phone("8261", PhoneBehaviour.answers(AT_ONCE, SHORT_TALK));
    press(caller, '1', "1");
    watch().awaitAnswer(caller, "8261");
    watch().awaitEnd(caller);
    application().awaitEnds(Map.of(call, 1L));
    assertThat(application().heard().outcomes().get(call)).containsExactly(CallOutcome.ANSWERED);
    assertThat(watch().rungFor(caller)).containsExactly("8261");
    application().awaitInCall("8260", 1);
    assertThat(queue()).isEmpty();
    watch().awaitAnswer(call("0702", "8261"), "8261");
  }
}
