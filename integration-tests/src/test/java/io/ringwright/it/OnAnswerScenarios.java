package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.agi.DialSettings;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.RingOutcome;
import io.ringwright.directory.Confirmation;
import io.ringwright.directory.ExtensionBuilder;
import io.ringwright.directory.OnAnswerBuilder;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.fakeasterisk.DeskCall;
import io.ringwright.fakeasterisk.DeskPhone;
import io.ringwright.fakeasterisk.Sighting;
import io.ringwright.fakeasterisk.Sighting.Kind;
import io.ringwright.waiting.WaitingCall;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What happens between the answer of a phone and the talk, as a hunt group says. Agents at 8301,
 * 8302 and, in German, 8304 have to press 1; 8310 is at a mobile and confirms there. Written once,
 * run on the real Asterisk and on the fake one.
 */
abstract class OnAnswerScenarios extends DeskScenarios {

  private static final int TO_HEAR = 10;
  private static final String PROMPT = "hello-world";

  private DeskPhone anna;
  private DeskPhone berta;

  @Override
  PhoneList phones() {
    Confirmation there = Confirmation.STANDARD.prompt(PROMPT).within(Duration.ofSeconds(2));
    return PhoneList.builder()
        .allowExternal("0171")
        .extension("8301", each -> neverLeftAlone(each.device("PJSIP/8301")))
        .extension("8302", each -> neverLeftAlone(each.device("PJSIP/8302")))
        .extension("8303", each -> neverLeftAlone(each.device("PJSIP/8303")))
        .extension("8304", each -> neverLeftAlone(each.device("PJSIP/8304")))
        .extension("8310", each -> neverLeftAlone(each.outside("0171555", there)))
        .huntGroup("701", group -> group.member("8301").member("8302", 2).onAnswer(this::asks))
        .huntGroup(
            "702",
            group ->
                group
                    .member("8301")
                    .member("8302")
                    .strategy(StandardStrategy.SIMULTANEOUS)
                    .onAnswer(this::asks))
        .huntGroup(
            "703",
            group ->
                group
                    .member("8301")
                    .member("8304", 2)
                    .onAnswer(each -> each.tellAgent("queue-minutes").tellAgent("beep")))
        .huntGroup("704", group -> group.member("8310").onAnswer(this::asks))
        .huntGroup("705", group -> group.member("8301").onAnswer(OnAnswerBuilder::recordTalk))
        .huntGroup(
            "706", group -> group.member("8301").onAnswer(each -> asks(each).recordFromAnswer()))
        .huntGroup(
            "708",
            group -> group.member("8303").onAnswer(each -> each.tellAgent("beep").recordTalk()))
        .huntGroup(
            "709",
            group ->
                group
                    .member("8301")
                    .member("8302")
                    .strategy(StandardStrategy.SIMULTANEOUS)
                    .onAnswer(each -> asks(each).setVariables().dialOptions("r")))
        .huntGroup("707", group -> group.member("8301").onAnswer(this::asks))
        .build();
  }

  private static ExtensionBuilder neverLeftAlone(ExtensionBuilder extension) {
    return extension
        .backOff(Duration.ofSeconds(1))
        .neverLeaveAloneAfter(RingOutcome.REJECTED)
        .neverLeaveAloneAfter(RingOutcome.NO_REPLY);
  }

  private OnAnswerBuilder asks(OnAnswerBuilder each) {
    return each.tellAgent("beep").tellWait().acceptByKey("1", PROMPT, Duration.ofSeconds(2));
  }

  /** The caller hears music as long as nobody has the call. */
  @Override
  DialSettings dialling() {
    return new DialSettings("mtTkK");
  }

  @BeforeEach
  void begin() {
    anna = desk("8301");
    berta = desk("8302");
    start();
  }

  /** What phones were told and asked, as the switch saw it. */
  private List<String> told() {
    return seen(Kind.PHONE_IS_TOLD).stream().map(OnAnswerScenarios::text).toList();
  }

  private static String text(Sighting told) {
    return told.subject() + " " + told.detail().replaceAll(",.*", "");
  }

  private static DeskCall pickedUp(DeskPhone phone) {
    DeskCall call = phone.awaitCall();
    call.answer();
    call.awaitTalking();
    return call;
  }

  private void awaitAsked() {
    application().awaitThat("a key is asked for", () -> asked() == 1);
  }

  private long asked() {
    return told().stream().filter(each -> each.startsWith("Read ")).count();
  }

  private void isNotAnswered() {
    assertThat(application().heard().answered()).isEmpty();
  }

  @Test
  void an_agent_is_told_asked_and_then_talks_while_the_caller_hears_music_until_then() {
    DeskCall caller = outside().callAs("0301", "701");
    DeskCall agent = pickedUp(anna);
    awaitAsked();
    isNotAnswered();
    assertThat(lastSeen(Kind.MUSIC_STARTED, Kind.MUSIC_STOPPED)).isEqualTo(Kind.MUSIC_STARTED);
    agent.press("1");
    application().awaitAnswers(1);
    agent.awaitSpeech(TO_HEAR);
    assertThat(lastSeen(Kind.MUSIC_STARTED, Kind.MUSIC_STOPPED)).isEqualTo(Kind.MUSIC_STOPPED);
    assertThat(told()).containsExactly("Playback beep", "Read RW_PRESSED");
    agent.hangUp();
    caller.awaitOver();
    everyCallEndedAnswered();
  }

  @Test
  void how_long_the_caller_waited_is_told_after_the_sounds() {
    DeskCall caller = outside().callAs("0301", "701");
    DeskCall rings = anna.awaitCall();
    long began = System.nanoTime();
    application().awaitThat("6 s of ringing", () -> System.nanoTime() - began > 6_000_000_000L);
    rings.answer();
    rings.awaitTalking();
    awaitAsked();
    rings.press("1");
    application().awaitAnswers(1);
    assertThat(told())
        .containsExactly(
            "Playback beep",
            "Playback queue-reporthold",
            "SayNumber 10",
            "Playback queue-seconds",
            "Read RW_PRESSED");
    caller.hangUp();
    rings.awaitOver();
    everyCallEndedAnswered();
  }

  @Test
  void each_phone_is_told_in_its_own_language_and_a_missing_sound_is_silence() {
    DeskPhone german = desk("8304");
    application().awaitExplained("8304", "8304 · availability: free");
    DeskCall first = outside().callAs("0301", "703");
    DeskCall english = pickedUp(anna);
    application().awaitAnswers(1);
    DeskCall second = outside().callAs("0302", "703");
    DeskCall other = pickedUp(german);
    application().awaitAnswers(2);
    assertThat(told()).containsExactly("Playback queue-minutes", "Playback beep", "Playback beep");
    english.hangUp();
    other.hangUp();
    first.awaitOver();
    second.awaitOver();
    everyCallEndedAnswered();
  }

  @Test
  void another_key_refuses_the_call_and_the_next_phone_rings() {
    DeskCall caller = outside().callAs("0301", "701");
    DeskCall agent = pickedUp(anna);
    awaitAsked();
    agent.press("5");
    agent.awaitOver();
    goesTo(berta, caller);
    assertThat(application().heard().answers().toString()).contains("rejected, left alone");
  }

  @Test
  void whoever_presses_no_key_has_not_taken_the_call() {
    DeskCall caller = outside().callAs("0301", "701");
    pickedUp(anna).awaitOver();
    isNotAnswered();
    goesTo(berta, caller);
  }

  @Test
  void an_agent_who_hangs_up_while_being_asked_costs_the_caller_nothing() {
    DeskCall caller = outside().callAs("0301", "701");
    DeskCall agent = pickedUp(anna);
    awaitAsked();
    agent.hangUp();
    goesTo(berta, caller);
  }

  @Test
  void an_agent_who_hangs_up_at_once_costs_the_caller_nothing() {
    DeskCall caller = outside().callAs("0301", "701");
    DeskCall agent = anna.awaitCall();
    agent.answer();
    agent.hangUp();
    goesTo(berta, caller);
  }

  private void goesTo(DeskPhone next, DeskCall caller) {
    DeskCall rings = next.awaitCall();
    long before = asked();
    rings.answer();
    application().awaitThat("a key is asked for again", () -> asked() > before);
    rings.press("1");
    application().awaitAnswers(1);
    caller.awaitSpeech(TO_HEAR);
    application().awaitExplained("8301", "8301 · availability: free");
    rings.hangUp();
    caller.awaitOver();
    everyCallEndedAnswered();
  }

  @Test
  void a_refused_caller_is_back_at_the_old_place() {
    DeskCall first = outside().callAs("0301", "707");
    DeskCall rings = anna.awaitCall();
    DeskCall second = outside().callAs("0302", "707");
    application().awaitThat("one waits", () -> application().router().waitingCalls().size() == 1);
    rings.answer();
    rings.awaitTalking();
    awaitAsked();
    Instant refused = application().router().engineTime();
    rings.press("5");
    rings.awaitOver();
    DeskCall offered = anna.awaitCall();
    application().awaitThat("one waits", () -> application().router().waitingCalls().size() == 1);
    WaitingCall back = application().router().waitingCalls().get(0);
    assertThat(back.caller().number()).isEqualTo("0301");
    assertThat(back.place().since()).isBefore(refused);
    second.hangUp();
    offered.awaitOver();
    DeskCall again = pickedUp(anna);
    application().awaitThat("a key is asked for again", () -> asked() == 2);
    again.press("1");
    application().awaitAnswers(1);
    again.hangUp();
    first.awaitOver();
  }

  @Test
  void a_caller_who_hangs_up_while_the_agent_is_asked_was_not_answered() {
    DeskCall caller = outside().callAs("0301", "701");
    DeskCall agent = pickedUp(anna);
    awaitAsked();
    caller.hangUp();
    agent.awaitOver();
    application().awaitExplained("8301", "8301 · availability: free");
    application().awaitThat("an end", () -> !application().heard().outcomes().isEmpty());
    assertThat(application().heard().outcomes().values())
        .containsExactly(List.of(CallOutcome.ABANDONED));
    isNotAnswered();
  }

  @Test
  void a_key_for_a_caller_who_has_hung_up_is_no_answer() {
    DeskCall caller = outside().callAs("0301", "701");
    DeskCall agent = pickedUp(anna);
    awaitAsked();
    caller.hangUp();
    agent.press("1");
    agent.awaitOver();
    application().awaitThat("an end", () -> !application().heard().outcomes().isEmpty());
    assertThat(application().heard().outcomes().values())
        .containsExactly(List.of(CallOutcome.ABANDONED));
    isNotAnswered();
  }

  @Test
  void of_several_phones_each_is_asked_and_the_first_to_press_the_key_has_the_call() {
    DeskCall caller = outside().callAs("0301", "702");
    DeskCall slow = pickedUp(anna);
    awaitAsked();
    DeskCall quick = pickedUp(berta);
    application().awaitThat("both are asked", () -> asked() == 2);
    isNotAnswered();
    quick.press("1");
    application().awaitAnswers(1);
    slow.awaitOver();
    caller.awaitSpeech(TO_HEAR);
    quick.awaitSpeech(TO_HEAR);
    assertThat(application().heard().answeredBy()).containsExactly("8302");
    application().awaitInCall("8302", 1);
    application().awaitExplained("8301", "8301 · availability: free");
    quick.hangUp();
    caller.awaitOver();
    everyCallEndedAnswered();
  }

  @Test
  void of_several_phones_that_all_refuse_none_has_the_call_and_they_ring_again() {
    DeskCall caller = outside().callAs("0301", "702");
    DeskCall first = pickedUp(anna);
    DeskCall second = pickedUp(berta);
    application().awaitThat("both are asked", () -> asked() == 2);
    first.press("5");
    second.hangUp();
    first.awaitOver();
    isNotAnswered();
    DeskCall again = pickedUp(anna);
    application().awaitThat("a key is asked for again", () -> asked() == 3);
    again.press("1");
    application().awaitAnswers(1);
    again.hangUp();
    caller.awaitOver();
    everyCallEndedAnswered();
  }

  @Test
  void whoever_confirms_at_a_number_outside_is_not_asked_twice() {
    DeskCall caller = outside().callAs("0301", "704");
    DeskCall agent = outside().awaitCall();
    agent.answer();
    agent.awaitTalking();
    agent.press("1");
    application().awaitAnswers(1);
    assertThat(asked()).isZero();
    agent.hangUp();
    caller.awaitOver();
    everyCallEndedAnswered();
  }

  @Test
  void a_talk_is_recorded_on_the_channel_of_the_agent_and_both_channels_have_the_name() {
    DeskCall caller = outside().callAs("0301", "705");
    DeskCall agent = pickedUp(anna);
    application().awaitAnswers(1);
    agent.awaitSpeech(TO_HEAR);
    String call = application().heard().arrivals().get(0).id().value().replace('@', '-');
    assertThat(recorded()).matches("705/" + call + "-705-[0-9]+-8301");
    assertThat(seen(Kind.PHONE_IS_TOLD).stream().map(Sighting::detail))
        .containsExactly("ringwright/" + recorded() + ".wav,b");
    agent.hangUp();
    caller.awaitOver();
    everyCallEndedAnswered();
  }

  @Test
  void what_the_agent_is_told_is_recorded_where_the_group_says_so() {
    DeskCall caller = outside().callAs("0301", "706");
    DeskCall agent = pickedUp(anna);
    awaitAsked();
    agent.press("1");
    application().awaitAnswers(1);
    assertThat(told())
        .containsExactly(
            "MixMonitor ringwright/" + recorded() + ".wav", "Playback beep", "Read RW_PRESSED");
    agent.hangUp();
    caller.awaitOver();
    everyCallEndedAnswered();
  }

  @Test
  void variables_about_the_talk_stand_on_the_channel_of_the_caller_and_the_group_has_its_options() {
    DeskCall caller = outside().callAs("0301", "709");
    DeskCall agent = pickedUp(berta);
    awaitAsked();
    assertThat(seen(Kind.MUSIC_STARTED)).as("the group's own options have no m").isEmpty();
    agent.press("1");
    application().awaitAnswers(1);
    CallId call = application().heard().arrivals().get(0).id();
    assertThat(variable("RW_TALK_CALL")).isEqualTo(call.value());
    assertThat(variable("RW_TALK_GROUP")).isEqualTo("709");
    assertThat(variable("RW_TALK_EXTENSION")).isEqualTo("8302");
    assertThat(variable("RW_TALK_WAIT")).matches("[0-9]+");
    agent.hangUp();
    caller.awaitOver();
    everyCallEndedAnswered();
  }

  /** The value that was set last, on the channel of the caller. */
  private String variable(String name) {
    return seen(Kind.VARIABLE_SET).stream()
        .filter(each -> each.subject().replaceFirst("^_{1,2}", "").equals(name))
        .reduce((before, last) -> last)
        .map(Sighting::detail)
        .orElse("");
  }

  /** The name of the recording, as it stands on the channel of the caller. */
  String recorded() {
    return seen(Kind.VARIABLE_SET).stream()
        .filter(each -> each.subject().equals("RW_RECORDED"))
        .reduce((before, last) -> last)
        .map(Sighting::detail)
        .orElse("");
  }
}
