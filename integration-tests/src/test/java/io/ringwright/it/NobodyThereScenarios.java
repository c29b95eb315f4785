package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.Attendance;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.HuntGroup.Absence;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Nobody is there any more for whom callers wait. Written once, run on the real Asterisk and on the
 * fake one.
 */
abstract class NobodyThereScenarios extends Scenarios {

  private static final Attendance LOGGED_OUT = new Attendance(false, Optional.empty());
  private static final Attendance AT_LUNCH = new Attendance(true, Optional.of("lunch"));

  @Test
  void all_who_wait_go_to_the_overflow_when_the_last_member_logs_out() {
    start(
        phones()
            .huntGroup("700", group -> group.member("8260").member("8261").overflow("701"))
            .huntGroup("701", group -> group.member("8262").member("8263")));
    engage("8260");
    engage("8261");
    pbx().phone("8262", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    pbx().phone("8263", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    Caller first = waitingCaller("0701", "700");
    Caller second = waitingCaller("0702", "700");
    attends("8260", LOGGED_OUT);
    assertThat(application().router().waitingCalls()).hasSize(2);
    attends("8261", LOGGED_OUT);
    watch().awaitAnswer(first, "8262");
    watch().awaitAnswer(second, "8263");
    assertThat(watch().rungFor(first)).containsExactly("8262");
  }

  @Test
  void who_waits_is_rejected_as_newcomers_are_when_the_last_member_pauses() {
    start(
        phones()
            .huntGroup(
                "700",
                group ->
                    group
                        .member("8260")
                        .nobodyThereOnArrival(Absence.PAUSED)
                        .nobodyThereWhileWaiting(Absence.PAUSED)));
    engage("8260");
    Caller waits = waitingCaller("0701", "700");
    attends("8260", AT_LUNCH);
    watch().awaitContext(waits, REJECT);
    assertThat(watch().variable(waits, "RW_REASON")).isEqualTo("nobody-in-service");
    watch().awaitEnd(waits);
    Caller newcomer = call("0702", "700");
    watch().awaitContext(newcomer, REJECT);
    watch().awaitEnd(newcomer);
    assertThat(application().router().waitingCalls()).isEmpty();
  }

  @Test
  void who_waits_overflows_when_the_only_phone_cannot_be_reached_any_more() {
    start(
        phones()
            .huntGroup(
                "700",
                group ->
                    group
                        .member("8260")
                        .nobodyThereWhileWaiting(Absence.NOT_REACHABLE)
                        .overflow("8261")));
    pbx().phone("8261", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    attends("8260", AT_LUNCH);
    Caller waits = waitingCaller("0701", "700");
    pbx().reachable("8260", false);
    watch().awaitAnswer(waits, "8261");
  }

  @Test
  void who_is_refused_by_everybody_overflows_where_the_group_says_so() {
    start(
        phones()
            .huntGroup(
                "700",
                group ->
                    group
                        .member("8260")
                        .member("8261")
                        .nobodyThereOnArrival(Absence.REFUSED)
                        .nobodyThereWhileWaiting(Absence.REFUSED)
                        .overflow("8262")));
    pbx().phone("8260", PhoneBehaviour.declines());
    pbx().phone("8261", PhoneBehaviour.declines());
    pbx().phone("8262", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    Caller caller = call("0701", "700");
    watch().awaitAnswer(caller, "8262");
    assertThat(watch().rungFor(caller)).containsExactly("8260", "8261", "8262");
  }

  private void attends(String extension, Attendance attendance) {
    application().router().setAttendance(DirectoryNumber.of(extension), attendance);
  }
}
