package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.CallOutcome;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import io.ringwright.fakeasterisk.Sighting;
import io.ringwright.fakeasterisk.Sighting.Kind;
import io.ringwright.it.TroubledAddress.Trouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * The engine cannot be heard for a moment: the dialplan keeps the caller and asks the same question
 * again, and nothing happens twice. Written once, run on the real Asterisk and on the fake one.
 */
abstract class LateAnswerScenarios extends Scenarios {

  private Optional<TroubledAddress> address = Optional.empty();

  private TroubledAddress between() {
    return address.orElseThrow();
  }

  private void startBehind(PhoneListBuilder phones) {
    startElsewhere(phones);
    try {
      address = Optional.of(TroubledAddress.between(pbx().agiPort(), application().agiPort()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterEach
  void freeTheAddress() throws IOException {
    if (address.isPresent()) {
      address.get().close();
      address = Optional.empty();
    }
  }

  /** Waits until a question has been asked in vain, at least once more than the first time. */
  private void askAgain(String script, Trouble trouble, Runnable cause) {
    long before = between().asked(script);
    between().has(script, trouble);
    cause.run();
    watch().awaitThat(script + " asked again", () -> between().asked(script) >= before + 2);
    between().has(script, Trouble.NONE);
  }

  private void nobodyFellBack() {
    assertThat(watch().sightings())
        .filteredOn(seen -> seen.kind() == Kind.CONTEXT_ENTERED)
        .extracting(Sighting::subject)
        .doesNotContain(FALLBACK);
  }

  private void endedOnce(Caller caller, CallOutcome outcome) {
    var call = idOf(caller);
    caller.hangUp();
    watch().awaitEnd(caller);
    application().awaitThat("an end", () -> application().heard().outcomes().containsKey(call));
    assertThat(application().heard().outcomes().get(call)).containsExactly(outcome);
    nobodyFellBack();
  }

  @ParameterizedTest
  @EnumSource(value = Trouble.class, mode = Mode.EXCLUDE, names = "NONE")
  void a_call_that_comes_is_asked_about_until_there_is_an_answer_and_arrives_once(Trouble trouble) {
    startBehind(phones());
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    Caller[] caller = new Caller[1];
    askAgain("route", trouble, () -> caller[0] = call("0701", "8260"));
    watch().awaitAnswer(caller[0], "8260");
    application().awaitAnswers(1);
    assertThat(watch().rungFor(caller[0])).containsExactly("8260");
    endedOnce(caller[0], CallOutcome.ANSWERED);
  }

  @ParameterizedTest
  @EnumSource(value = Trouble.class, mode = Mode.EXCLUDE, names = "NONE")
  void the_end_of_a_ring_is_told_until_there_is_an_answer_and_counts_once(Trouble trouble) {
    startBehind(phones().extension("8270", e -> e.device("PJSIP/8260").forwardOnBusy("8261")));
    pbx().phone("8260", PhoneBehaviour.busy());
    pbx().phone("8261", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    Caller[] caller = new Caller[1];
    askAgain("ring-ended", trouble, () -> caller[0] = call("0701", "8270"));
    watch().awaitAnswer(caller[0], "8261");
    application().awaitAnswers(1);
    assertThat(watch().rungFor(caller[0])).containsExactly("8261");
    endedOnce(caller[0], CallOutcome.ANSWERED);
  }

  @ParameterizedTest
  @EnumSource(value = Trouble.class, mode = Mode.EXCLUDE, names = "NONE")
  void a_caller_who_waits_is_kept_while_no_sign_of_life_is_answered(Trouble trouble) {
    startBehind(phones());
    engage("8260");
    Caller first = waitingCaller("0701", "8260");
    Caller second = waitingCaller("0702", "8260");
    askAgain("alive", trouble, () -> {});
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    pbx().hangUpPhone("8260");
    watch().awaitAnswer(first, "8260");
    assertThat(watch().rungFor(second)).isEmpty();
    application().awaitAnswers(2);
    endedOnce(first, CallOutcome.ANSWERED);
  }

  @ParameterizedTest
  @EnumSource(value = Trouble.class, mode = Mode.EXCLUDE, names = "NONE")
  void a_landing_is_told_until_there_is_an_answer_and_the_phone_rings_once(Trouble trouble) {
    startBehind(phones());
    engage("8260");
    Caller caller = waitingCaller("0701", "8260");
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    askAgain("landed", trouble, () -> pbx().hangUpPhone("8260"));
    watch().awaitAnswer(caller, "8260");
    application().awaitAnswers(2);
    assertThat(watch().rungFor(caller)).containsExactly("8260");
    endedOnce(caller, CallOutcome.ANSWERED);
  }

  @ParameterizedTest
  @EnumSource(value = Trouble.class, mode = Mode.EXCLUDE, names = "NONE")
  void a_key_is_told_until_there_is_an_answer_and_is_pressed_once(Trouble trouble) {
    startBehind(
        phones()
            .huntGroup("700", group -> group.member("8260").leaveByKey("1", "701"))
            .huntGroup("701", group -> group.member("8261").leaveByKey("1", "700")));
    engage("8260");
    engage("8261");
    Caller caller = waitingCaller("0701", "700");
    askAgain("key", trouble, () -> press(caller, '1', "1"));
    watch().awaitThat("in the other queue", () -> inQueueOf("701"));
    assertThat(queue()).containsExactly(idOf(caller));
    nobodyFellBack();
  }

  private boolean inQueueOf(String number) {
    return application().router().waitingCalls().stream()
        .allMatch(call -> call.waitingFor().digits().equals(number));
  }

  @Test
  void a_caller_who_is_moved_before_the_first_answer_is_rung_all_the_same() {
    startBehind(phones());
    engage("8260");
    between().has("route", Trouble.UNHEARD);
    Caller caller = call("0701", "8260");
    watch().awaitThat("waiting", () -> application().router().waitingCalls().size() == 1);
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    pbx().hangUpPhone("8260");
    watch().awaitAnswer(caller, "8260");
    application().awaitAnswers(2);
    endedOnce(caller, CallOutcome.ANSWERED);
  }

  @Test
  void a_caller_who_hangs_up_before_the_first_answer_has_gone() {
    startBehind(phones());
    engage("8260");
    between().has("route", Trouble.UNHEARD);
    Caller caller = call("0701", "8260");
    watch().awaitThat("waiting", () -> application().router().waitingCalls().size() == 1);
    caller.hangUp();
    watch().awaitEnd(caller);
    watch().awaitThat("nobody waits", () -> queue().isEmpty());
    assertThat(application().heard().outcomes().values()).contains(List.of(CallOutcome.ABANDONED));
  }
}
