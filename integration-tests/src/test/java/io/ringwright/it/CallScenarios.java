package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.agi.Prompts;
import io.ringwright.call.CallId;
import io.ringwright.call.InboundCall;
import io.ringwright.call.Priority;
import io.ringwright.call.RoutingDecision;
import io.ringwright.directory.CallForwarding;
import io.ringwright.directory.Condition;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.fakeasterisk.PbxUnderTest.CallPlan;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import io.ringwright.fakeasterisk.Sighting;
import io.ringwright.fakeasterisk.Sighting.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What a whole application does with real calls. Written once, run on the real Asterisk and on the
 * fake one: a fake that behaves otherwise fails here.
 */
abstract class CallScenarios extends Scenarios {

  @Test
  void a_direct_call_to_an_idle_phone_rings_it_and_is_answered() {
    start(
        phones(),
        Prompts.none()
            .answered()
            .language("en")
            .welcome("welcome")
            .sayingTheExtension()
            .operator("operator"));
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    Caller caller = call("0301", "8260");
    watch().awaitAnswer(caller, "8260");

    assertThat(watch().rung()).containsExactly("8260");
    String token = watch().variable(caller, "RW_TOKEN");
    assertThat(watch().variable(caller, "RW_DECISION")).isEqualTo("ring");
    assertThat(watch().variable(caller, "RW_RING_" + token)).startsWith("PJSIP/8260,20");
    assertThat(watch().of(caller, Kind.PROMPT_PLAYED).stream().map(CallScenarios::prompt))
        .containsExactly("Playback welcome", "SayDigits 8260", "Playback operator");
    assertThat(watch().of(caller).stream().map(Sighting::kind).toList())
        .containsSubsequence(Kind.PROMPT_PLAYED, Kind.PHONE_RINGS, Kind.PHONE_ANSWERS);
  }

  @Test
  void a_forwarding_unconditional_is_followed_through_three_phones() {
    start(
        PhoneList.builder()
            .extension("8260", phone -> phone.device("PJSIP/8260").forwardUnconditional("8261"))
            .extension("8261", phone -> phone.device("PJSIP/8261").forwardUnconditional("8262"))
            .extension("8262", phone -> phone.device("PJSIP/8262")));
    pbx().phone("8262", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    Caller caller = call("0302", "8260");
    watch().awaitAnswer(caller, "8262");
    assertThat(watch().rung()).containsExactly("8262");
  }

  @Test
  void a_loop_rings_nobody_and_is_rejected_and_the_explanation_names_the_path() {
    start(
        PhoneList.builder()
            .extension("8260", phone -> phone.device("PJSIP/8260").forwardUnconditional("8261"))
            .extension("8261", phone -> phone.device("PJSIP/8261").forwardUnconditional("8262"))
            .extension(
                "8262",
                phone ->
                    phone
                        .device("PJSIP/8262")
                        .forward(
                            CallForwarding.Kind.UNCONDITIONAL,
                            "8260",
                            new Condition.Host("today", any -> true))));
    Caller caller = call("0303", "8260");
    watch().awaitContext(caller, REJECT);
    watch().awaitEnd(caller);
    assertThat(watch().rung()).isEmpty();
    assertThat(watch().variable(caller, "RW_REASON")).isEqualTo("loop");
    assertThat(application().heard().answersFor("0303").get(0).explanation().toString())
        .contains("loop: 8260 → 8261 → 8262 → 8260");
  }

  @Test
  void with_hold_capacity_1_a_second_call_rings_the_engaged_phone_and_a_third_waits() {
    start(
        PhoneList.builder().extension("8260", phone -> phone.device("PJSIP/8260").holdCapacity(1)));
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    Caller first = call("0401", "8260");
    watch().awaitAnswer(first, "8260");
    application().awaitInCall("8260", 1);
    pbx().phone("8260", PhoneBehaviour.nobodyThere());
    Caller second = call("0402", "8260");
    watch().awaitRinging(second, "8260");
    Caller third = call("0403", "8260");
    watch().awaitContext(third, WAIT);
    assertThat(watch().rungFor(third)).isEmpty();
    assertThat(watch().rung()).containsExactly("8260", "8260");
  }

  @Test
  void three_seconds_of_talk_count_as_three_seconds() {
    start(
        phones()
            .huntGroup(
                "700",
                group ->
                    group
                        .strategy(StandardStrategy.LEAST_TALK_TIME)
                        .member("8260")
                        .member("8261")));
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, Duration.ofMillis(3_300)));
    Caller caller = call("0510", "8260");
    watch().awaitAnswer(caller, "8260");
    watch().awaitEnd(caller);
    application().awaitExplained("700", "talked for 3 s");
  }

  @Test
  void a_group_rings_simultaneously_and_when_the_first_answers_the_others_stop() {
    start(
        phones()
            .huntGroup(
                "700",
                group ->
                    group
                        .strategy(StandardStrategy.SIMULTANEOUS)
                        .member("8260")
                        .member("8261")
                        .member("8262")));
    pbx().phone("8261", PhoneBehaviour.answers(Duration.ofMillis(500), LONG_TALK));
    Caller caller = call("0501", "700");
    watch().awaitAnswer(caller, "8261");
    watch().await(caller, Kind.PHONE_STOPS, "8260");
    watch().await(caller, Kind.PHONE_STOPS, "8262");
    assertThat(watch().rung()).containsExactlyInAnyOrder("8260", "8261", "8262");
    assertThat(watch().of(caller, Kind.PHONE_ANSWERS)).hasSize(1);
  }

  @Test
  void twenty_callers_of_two_priorities_are_all_served_by_priority_and_then_arrival() {
    start(phones());
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    Caller blocker = call("0600", "8260");
    watch().awaitAnswer(blocker, "8260");
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, SHORT_TALK));
    List<Caller> waiting = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      waiting.add(call(CallPlan.of("06" + (10 + i), "8260").withPriority(i % 3 == 0 ? 1 : 2)));
    }
    waiting.forEach(caller -> watch().awaitContext(caller, WAIT));
    watch().awaitThat("20 waiting", () -> application().router().waitingCalls().size() == 20);
    pbx().hangUpPhone("8260");
    waiting.forEach(caller -> watch().awaitAnswer(caller, "8260"));
    waiting.forEach(watch()::awaitEnd);

    List<InboundCall> inOrder = new ArrayList<>(application().heard().arrivals());
    inOrder.remove(0);
    inOrder.sort(Comparator.comparing(InboundCall::priority));
    application().awaitAnswers(21);
    List<CallId> served = new ArrayList<>(application().heard().answered());
    served.remove(0);
    assertThat(served).isEqualTo(inOrder.stream().map(InboundCall::id).toList());
    assertThat(inOrder.stream().map(InboundCall::priority).distinct())
        .containsExactly(Priority.of(1), Priority.of(2));
    assertThatNoPhoneRingsTwiceAtOnce();
  }

  @Test
  void when_a_waiting_caller_hangs_up_the_entry_is_gone_and_the_next_is_served() {
    start(phones());
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    Caller blocker = call("0700", "8260");
    watch().awaitAnswer(blocker, "8260");
    Caller leaves = call("0701", "8260");
    watch().awaitContext(leaves, WAIT);
    Caller stays = call("0702", "8260");
    watch().awaitContext(stays, WAIT);
    leaves.hangUp();
    watch().awaitThat("one waiting", () -> application().router().waitingCalls().size() == 1);
    pbx().hangUpPhone("8260");
    watch().awaitAnswer(stays, "8260");
    assertThat(watch().rungFor(leaves)).isEmpty();
  }

  @Test
  void a_call_that_nobody_answers_is_forwarded_and_then_waits_at_its_old_place_and_is_served() {
    start(
        PhoneList.builder()
            .extension(
                "8260",
                phone ->
                    phone
                        .device("PJSIP/8260")
                        .ringTime(Duration.ofSeconds(1))
                        .backOff(Duration.ofSeconds(3))
                        .forwardOnNoReply("8261"))
            .extension(
                "8261", phone -> phone.device("PJSIP/8261").ringTime(Duration.ofSeconds(1))));
    Caller caller = call("0801", "8260");
    watch().awaitContext(caller, WAIT);
    assertThat(watch().rungFor(caller)).containsExactly("8260", "8261");
    String since = watch().variable(caller, "RW_SINCE");
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    watch().awaitAnswer(caller, "8260");

    InboundCall arrived = application().heard().arrivals().get(0);
    RoutingDecision.Wait wait = waitDecision("0801");
    assertThat(wait.position()).isEqualTo(1);
    assertThat(since).isEqualTo(Long.toString(wait.since().toEpochMilli()));
    application().awaitAnswers(1);
    assertThat(application().heard().answered()).containsExactly(arrived.id());
    assertThat(watch().rungFor(caller)).startsWith("8260", "8261").endsWith("8260");
  }

  @Test
  void a_phone_that_turns_busy_between_decision_and_ring_sends_the_caller_back_in_the_queue() {
    start(
        PhoneList.builder()
            .extension("8260", phone -> phone.device("PJSIP/8260").backOff(Duration.ofSeconds(1))));
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    Caller blocker = call("0900", "8260");
    watch().awaitAnswer(blocker, "8260");
    Caller waits = call("0901", "8260");
    watch().awaitContext(waits, WAIT);
    String since = watch().variable(waits, "RW_SINCE");
    pbx().phone("8260", PhoneBehaviour.busy());
    pbx().hangUpPhone("8260");
    watch()
        .awaitThat(
            "back in the wait context",
            () ->
                watch().of(waits, Kind.CONTEXT_ENTERED).stream()
                        .filter(seen -> seen.subject().equals(WAIT))
                        .count()
                    >= 2);
    assertThat(watch().of(waits, Kind.PHONE_ANSWERS)).isEmpty();
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    watch().awaitAnswer(waits, "8260");
    assertThat(watch().variable(waits, "RW_SINCE")).isEqualTo(since);
    assertThat(application().heard().failures()).isEmpty();
  }

  @Test
  void a_person_who_rejects_the_call_sends_it_where_calls_on_busy_go() {
    start(
        PhoneList.builder()
            .extension(
                "8260",
                phone ->
                    phone.device("PJSIP/8260").forwardOnBusy("8261").forwardOnNotReachable("8262"))
            .extension("8261", phone -> phone.device("PJSIP/8261"))
            .extension("8262", phone -> phone.device("PJSIP/8262")));
    pbx().phone("8260", PhoneBehaviour.declines());
    pbx().phone("8261", PhoneBehaviour.answers(AT_ONCE, SHORT_TALK));
    Caller caller = call("1001", "8260");
    watch().awaitAnswer(caller, "8261");
    assertThat(watch().rungFor(caller)).containsExactly("8260", "8261");
  }

  @Test
  void a_group_with_nobody_in_service_sends_the_caller_to_the_reject_context() {
    start(
        PhoneList.builder()
            .extension("8260", phone -> phone.device("PJSIP/8260").outOfService())
            .extension("8261", phone -> phone.device("PJSIP/8261"))
            .huntGroup("700", group -> group.member("8260").member("8261")));
    pbx().reachable("8261", false);
    application().awaitNotReachable("8261");
    Caller caller = call("1001", "700");
    watch().awaitContext(caller, REJECT);
    assertThat(watch().variable(caller, "RW_REASON")).isEqualTo("nobody-in-service");
    assertThat(watch().rung()).isEmpty();
  }

  private RoutingDecision.Wait waitDecision(String callerNumber) {
    return application().heard().answersFor(callerNumber).stream()
        .map(answer -> answer.decision())
        .filter(RoutingDecision.Wait.class::isInstance)
        .map(RoutingDecision.Wait.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private void assertThatNoPhoneRingsTwiceAtOnce() {
    int ringing = 0;
    for (Sighting seen : watch().sightings()) {
      if (seen.kind() == Kind.PHONE_RINGS) {
        ringing++;
      } else if (seen.kind() == Kind.PHONE_STOPS || seen.kind() == Kind.PHONE_ANSWERS) {
        ringing--;
      }
      assertThat(ringing).as("phones ringing at %s", seen).isLessThanOrEqualTo(1);
    }
  }

  private static String prompt(Sighting seen) {
    return seen.subject() + " " + seen.detail();
  }
}
