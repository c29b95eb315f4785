package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.DialplanExtension;
import io.ringwright.call.ExternalNumber;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.fakeasterisk.DeskPhone;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import io.ringwright.fakeasterisk.PbxWithDesks;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import io.ringwright.fakeasterisk.Sighting;
import io.ringwright.fakeasterisk.Sighting.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Keys of several digits, ways into the host's dialplan, and a call back whose number the caller
 * confirms. Written once, run on the real Asterisk and on the fake one, where signs of life are
 * seldom: a key in the moment of one is lost.
 */
abstract class KeyScenarios extends Scenarios {

  private static final String REFUSED = "privacy-incorrect";

  private static PhoneListBuilder house() {
    return phones()
        .allowCallBack("030")
        .huntGroup(
            "700",
            group ->
                group
                    .member("8260")
                    .leaveByKey("1", "8261")
                    .leaveByKey("12", "8262")
                    .callersPress(
                        keys ->
                            keys.leave("0", DialplanExtension.of("host", "s"))
                                .callBackConfirmed("5")
                                .digitsWithin(Duration.ofSeconds(2))));
  }

  private DeskPhone phone;

  @Override
  abstract PbxWithDesks boot();

  @BeforeEach
  void register() {
    phone = ((PbxWithDesks) pbx()).phoneOutside();
  }

  @AfterEach
  void close() {
    phone.close();
  }

  private TypingCaller waiting(String number) {
    startToCallBack(house());
    engage("8260");
    return another(number);
  }

  private TypingCaller another(String number) {
    TypingCaller caller = TypingCaller.calls(phone, watch(), number, "700");
    watch().awaitContext(caller, WAIT);
    watch().awaitThat("hears music", () -> !watch().of(caller, Kind.MUSIC_STARTED).isEmpty());
    return caller;
  }

  private List<String> played(Caller caller) {
    return watch().of(caller, Kind.PROMPT_PLAYED).stream().map(Sighting::detail).toList();
  }

  private void awaitPlayed(Caller caller, String word) {
    watch().awaitThat("hears " + word, () -> played(caller).contains(word));
  }

  private void awaitAt(Caller caller, String extension) {
    watch()
        .await(
            "at " + extension,
            seen ->
                seen.caller().equals(caller.id())
                    && seen.kind() == Kind.CONTEXT_ENTERED
                    && seen.detail().equals(extension));
  }

  private void served(Caller caller) {
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    pbx().hangUpPhone("8260");
    watch().awaitAnswer(caller, "8260");
    assertThat(watch().rungFor(caller)).containsExactly("8260");
  }

  private Optional<ExternalNumber> callBack() {
    return application().router().waitingCalls().get(0).callBack();
  }

  @Test
  void two_digits_lead_where_the_long_key_leads_and_one_where_the_short_one_does() {
    TypingCaller both = waiting("0401");
    pbx().phone("8262", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    both.types("12");
    watch().awaitAnswer(both, "8262");
    TypingCaller one = another("0402");
    pbx().phone("8261", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    one.press('1');
    watch().awaitAnswer(one, "8261");
  }

  @Test
  void a_phone_that_becomes_free_between_two_digits_has_the_caller() {
    TypingCaller caller = waiting("0401");
    caller.press('1');
    awaitAt(caller, "typing");
    served(caller);
  }

  @Test
  void whoever_was_moved_between_two_digits_and_waits_again_begins_a_key_anew() {
    TypingCaller caller = waiting("0401");
    caller.press('1');
    awaitAt(caller, "typing");
    pbx().phone("8260", PhoneBehaviour.declines());
    pbx().hangUpPhone("8260");
    watch().awaitRinging(caller, "8260");
    watch().awaitThat("waits again", () -> queue().contains(idOf(caller)));
    watch().awaitThat("hears music again", () -> watch().of(caller, Kind.MUSIC_STARTED).size() > 1);
    pbx().phone("8262", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    caller.types("12");
    watch().awaitAnswer(caller, "8262");
  }

  @Test
  void a_key_into_the_dialplan_of_the_host_ends_the_call_as_handed_back() {
    TypingCaller caller = waiting("0401");
    CallId call = idOf(caller);
    caller.press('0');
    watch().awaitContext(caller, "host");
    watch()
        .awaitThat(
            "has ended for the engine", () -> application().heard().outcomes().containsKey(call));
    caller.hangUp();
    watch().awaitEnd(caller);
    assertThat(application().heard().outcomes().get(call)).containsExactly(CallOutcome.HANDED_BACK);
    assertThat(queue()).isEmpty();
  }

  @Test
  void the_number_that_is_heard_and_confirmed_is_called_back() {
    TypingCaller caller = waiting("0301555");
    caller.press('5');
    awaitPlayed(caller, "0301555");
    caller.press('1');
    watch().awaitEnd(caller);
    assertThat(callBack()).contains(ExternalNumber.of("0301555"));
  }

  @Test
  void another_number_is_entered_heard_and_called_back() {
    TypingCaller caller = waiting("0301555");
    caller.press('5');
    awaitPlayed(caller, "0301555");
    caller.press('2');
    awaitPlayed(caller, "vm-enter-num-to-call");
    caller.types("0309876#");
    awaitPlayed(caller, "0309876");
    caller.press('1');
    watch().awaitEnd(caller);
    assertThat(callBack()).contains(ExternalNumber.of("0309876"));
  }

  @Test
  void whoever_shows_no_number_that_may_be_called_is_asked_for_one_and_a_wrong_one_is_refused() {
    TypingCaller caller = waiting("0401234");
    CallId call = idOf(caller);
    caller.press('5');
    awaitPlayed(caller, "vm-enter-num-to-call");
    caller.types("0900555#");
    awaitPlayed(caller, REFUSED);
    assertThat(queue()).containsExactly(call);
    assertThat(callBack()).isEmpty();
    served(caller);
  }

  @Test
  void another_key_has_the_caller_wait_on() {
    TypingCaller caller = waiting("0301555");
    caller.press('5');
    awaitPlayed(caller, "0301555");
    caller.press('7');
    watch().awaitThat("hears music again", () -> watch().of(caller, Kind.MUSIC_STARTED).size() > 1);
    assertThat(callBack()).isEmpty();
    served(caller);
  }

  @Test
  void a_phone_that_becomes_free_while_the_number_is_said_has_the_caller() {
    TypingCaller caller = waiting("0301555");
    caller.press('5');
    awaitPlayed(caller, "0301555");
    served(caller);
    assertThat(played(caller)).doesNotContain("vm-press");
  }

  @Test
  void a_phone_that_becomes_free_while_a_number_is_entered_has_the_caller() {
    TypingCaller caller = waiting("0401234");
    caller.press('5');
    awaitPlayed(caller, "vm-enter-num-to-call");
    caller.types("0309");
    awaitAt(caller, "typing");
    served(caller);
  }
}
