package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.Attendance;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.RingOutcome;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Who is offered calls: attendance in single hunt groups, and missed rings. Written once, run on
 * the real Asterisk and on the fake one.
 */
abstract class StaffScenarios extends Scenarios {

  private static final Attendance AT_LUNCH = new Attendance(true, Optional.of("lunch"));

  private static PhoneListBuilder firstThenSecond() {
    return phones().huntGroup("700", group -> group.member("8260").member("8261", 2));
  }

  /** A caller who talks to the second phone until it is free again. */
  private void isAnsweredBySecond(Caller caller) {
    watch().awaitAnswer(caller, "8261");
    caller.hangUp();
    watch().awaitEnd(caller);
    watch().awaitThat("the second phone is free", () -> isFree("8261"));
  }

  private boolean isFree(String extension) {
    return application().router().view().extensions().stream()
        .filter(each -> each.number().equals(DirectoryNumber.of(extension)))
        .allMatch(each -> each.availability().mayRing());
  }

  @Test
  void who_declines_two_callers_in_a_row_is_left_alone_by_the_next_but_can_be_dialled() {
    start(firstThenSecond());
    pbx().phone("8260", PhoneBehaviour.declines());
    pbx().phone("8261", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    Caller first = call("0701", "700");
    isAnsweredBySecond(first);
    Caller second = call("0702", "700");
    isAnsweredBySecond(second);
    Caller third = call("0703", "700");
    watch().awaitAnswer(third, "8261");
    assertThat(watch().rungFor(first)).containsExactly("8260", "8261");
    assertThat(watch().rungFor(second)).containsExactly("8260", "8261");
    assertThat(watch().rungFor(third)).containsExactly("8261");
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    watch().awaitAnswer(call("0704", "8260"), "8260");
  }

  @Test
  void who_declines_is_paused_where_the_extension_says_so() {
    start(
        PhoneList.builder()
            .extension(
                "8260", anna -> anna.device("PJSIP/8260").pauseAfter(RingOutcome.REJECTED, 1))
            .extension("8261", ben -> ben.device("PJSIP/8261"))
            .huntGroup("700", group -> group.member("8260").member("8261", 2)));
    pbx().phone("8260", PhoneBehaviour.declines());
    pbx().phone("8261", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    Caller first = call("0701", "700");
    isAnsweredBySecond(first);
    assertThat(watch().rungFor(first)).containsExactly("8260", "8261");
    Caller second = call("0702", "700");
    watch().awaitAnswer(second, "8261");
    assertThat(watch().rungFor(second)).containsExactly("8261");
  }

  @Test
  void who_pauses_in_one_group_is_rung_through_the_other() {
    start(firstThenSecond().huntGroup("701", group -> group.member("8260").member("8262", 2)));
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    pbx().phone("8261", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    application()
        .router()
        .setAttendance(DirectoryNumber.of("8260"), DirectoryNumber.of("700"), AT_LUNCH);
    Caller sales = call("0701", "700");
    watch().awaitAnswer(sales, "8261");
    assertThat(watch().rungFor(sales)).containsExactly("8261");
    Caller support = call("0702", "701");
    watch().awaitAnswer(support, "8260");
  }
}
