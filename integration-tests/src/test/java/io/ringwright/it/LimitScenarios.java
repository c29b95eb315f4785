package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.directory.ExtensionBuilder;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.directory.Schedule;
import io.ringwright.directory.Schedule.Hours;
import io.ringwright.directory.Schedule.WeeklyHours;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import io.ringwright.fakeasterisk.Sighting.Kind;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Limits count from the arrival to the answer, and those of the destination hold where a call
 * stands. Written once, run on the real Asterisk and on the fake one.
 */
abstract class LimitScenarios extends Scenarios {

  private static final Duration LONGEST = Duration.ofSeconds(5);

  /** Four phones that ring for two seconds. */
  private static PhoneListBuilder shortRings(Map<String, Consumer<ExtensionBuilder>> settings) {
    PhoneListBuilder phones = PhoneList.builder();
    for (String number : List.of("8260", "8261", "8262", "8263")) {
      phones.extension(
          number,
          phone -> {
            phone.device("PJSIP/" + number);
            phone.ringTime(Duration.ofSeconds(2)).backOff(Duration.ofSeconds(1));
            settings.getOrDefault(number, none -> {}).accept(phone);
          });
    }
    return phones;
  }

  private void answersAtOnce(String phone) {
    pbx().phone(phone, PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
  }

  private void endsAnsweredOnce(Caller caller) {
    CallId call = idOf(caller);
    caller.hangUp();
    watch().awaitEnd(caller);
    application().awaitEnds(Map.of(call, 1L));
    assertThat(application().heard().outcomes().get(call)).containsExactly(CallOutcome.ANSWERED);
  }

  @Test
  void a_call_for_a_group_where_nobody_answers_overflows_when_the_longest_wait_is_over() {
    start(
        shortRings(Map.of())
            .huntGroup(
                "700",
                group ->
                    group.member("8260").member("8261").longestWait(LONGEST).overflow("8262")));
    answersAtOnce("8262");
    Caller caller = call("0701", "700");
    watch().awaitAnswer(caller, "8262");
    assertThat(watch().rungFor(caller))
        .startsWith("8260", "8261")
        .endsWith("8262")
        .hasSizeBetween(3, 4);
    endsAnsweredOnce(caller);
  }

  @Test
  void two_phones_that_forward_to_each_other_on_no_reply_ring_until_the_longest_wait_is_over() {
    start(
        shortRings(
            Map.of(
                "8260",
                anna -> anna.forwardOnNoReply("8261").longestWait(LONGEST).overflow("8262"),
                "8261",
                ben -> ben.forwardOnNoReply("8260"))));
    answersAtOnce("8262");
    Caller caller = call("0701", "8260");
    watch().awaitAnswer(caller, "8262");
    assertThat(watch().rungFor(caller))
        .startsWith("8260", "8261")
        .endsWith("8262")
        .hasSizeBetween(3, 4);
    endsAnsweredOnce(caller);
  }

  @Test
  void a_call_that_is_forwarded_to_a_group_meets_the_limits_of_the_group() {
    start(
        shortRings(Map.of("8260", anna -> anna.forwardUnconditional("700")))
            .huntGroup("700", group -> group.member("8261").queueLimit(0).overflow("8262")));
    engage("8261");
    answersAtOnce("8262");
    Caller caller = call("0701", "8260");
    watch().awaitAnswer(caller, "8262");
    assertThat(watch().rungFor(caller)).containsExactly("8262");
    endsAnsweredOnce(caller);
  }

  @Test
  void a_call_for_a_group_that_is_closed_goes_where_the_group_says() {
    Schedule another =
        Schedule.weekly(
            ZoneOffset.UTC,
            new WeeklyHours(
                EnumSet.of(LocalDate.now(ZoneOffset.UTC).plusDays(3).getDayOfWeek()),
                new Hours(LocalTime.of(9, 0), LocalTime.of(17, 0))));
    start(
        shortRings(Map.of())
            .huntGroup(
                "700", group -> group.member("8260").openDuring(another).whenClosed("8261")));
    answersAtOnce("8261");
    Caller caller = call("0701", "700");
    watch().awaitAnswer(caller, "8261");
    assertThat(watch().rungFor(caller)).containsExactly("8261");
    endsAnsweredOnce(caller);
  }

  @Test
  void a_group_that_is_reached_on_two_ways_is_asked_on_both() {
    start(
        shortRings(Map.of())
            .huntGroup("703", group -> group.member("8260"))
            .huntGroup(
                "701", group -> group.member("703", 2).openPriority(2, Duration.ofSeconds(30)))
            .huntGroup("700", group -> group.member("701").member("703")));
    answersAtOnce("8260");
    Caller caller = call("0701", "700");
    watch().awaitAnswer(caller, "8260");
    endsAnsweredOnce(caller);
  }

  @Test
  void an_engaged_phone_to_which_a_call_is_forwarded_on_no_reply_is_waited_for() {
    start(shortRings(Map.of("8260", anna -> anna.forwardOnNoReply("8261"))));
    engage("8261");
    Caller caller = call("0701", "8260");
    watch().await(caller, Kind.PHONE_STOPS, "8260");
    watch().awaitThat("waits", () -> queue().contains(idOf(caller)));
    answersAtOnce("8261");
    pbx().hangUpPhone("8261");
    watch().awaitAnswer(caller, "8261");
    assertThat(watch().rungFor(caller)).containsExactly("8260", "8261");
    endsAnsweredOnce(caller);
  }
}
