package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The lines of the queue log for calls over the wires of a switch, whole: seconds vary with the
 * machine, everything else does not.
 */
abstract class QueueLogScenarios extends Scenarios {

  private static final String AGENT = "PJSIP/8260-[0-9a-f]+";

  private PhoneListBuilder house() {
    return phones()
        .extension("9001", quick -> quick.device("PJSIP/8261").ringTime(Duration.ofSeconds(1)))
        .huntGroup("700", one -> one.member("8260"))
        .huntGroup(
            "701", two -> two.strategy(StandardStrategy.LINEAR).member("9001").member("8260"))
        .huntGroup(
            "702", soon -> soon.member("8262").longestWait(Duration.ofSeconds(2)).overflow("700"));
  }

  /** Waits for as many lines; then each is as expected, where # is any number. */
  private void assertLines(Caller caller, String... expected) {
    watch().awaitThat(expected.length + " lines", () -> linesOf(caller).size() >= expected.length);
    List<String> lines = linesOf(caller);
    assertThat(lines).hasSameSizeAs(expected);
    IntStream.range(0, expected.length)
        .forEach(
            at ->
                assertThat(lines.get(at))
                    .matches(expected[at].replace("|", "\\|").replace("#", "\\d+")));
  }

  /** The lines of a call, from the queue on. */
  private List<String> linesOf(Caller caller) {
    String id = idOf(caller).uniqueId();
    return application().queueLog().stream()
        .map(line -> line.split("\\|", 3))
        .filter(parts -> parts[1].equals(id))
        .map(parts -> parts[2])
        .toList();
  }

  @Test
  void an_agent_who_answers_and_hangs_up() {
    start(house());
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, Duration.ofMillis(1_200)));
    Caller caller = call("0901", "700");
    watch().awaitEnd(caller);
    assertLines(
        caller,
        "700|NONE|ENTERQUEUE||0901|1",
        "700|8260|CONNECT|#|" + AGENT + "|#",
        "700|8260|COMPLETEAGENT|#|#|1");
  }

  @Test
  void a_caller_who_hangs_up_in_the_talk() {
    start(house());
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    Caller caller = call("0902", "700");
    watch().awaitAnswer(caller, "8260");
    application().awaitInCall("8260", 1);
    caller.hangUp();
    assertLines(
        caller,
        "700|NONE|ENTERQUEUE||0902|1",
        "700|8260|CONNECT|#|" + AGENT + "|#",
        "700|8260|COMPLETECALLER|#|#|1");
  }

  @Test
  void a_caller_who_hangs_up_while_a_phone_rings() {
    start(house());
    Caller caller = call("0903", "700");
    watch().awaitRinging(caller, "8260");
    caller.hangUp();
    assertLines(
        caller, "700|NONE|ENTERQUEUE||0903|1", "700|8260|RINGCANCELED|#", "700|NONE|ABANDON|1|1|#");
  }

  @Test
  void nobody_answers_and_the_next_phone_is_answered() {
    start(house());
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, Duration.ofMillis(1_200)));
    Caller caller = call("0904", "701");
    watch().awaitEnd(caller);
    assertLines(
        caller,
        "701|NONE|ENTERQUEUE||0904|1",
        "701|9001|RINGNOANSWER|#",
        "701|8260|CONNECT|#|" + AGENT + "|#",
        "701|8260|COMPLETEAGENT|#|#|1");
  }

  @Test
  void a_busy_phone_is_no_answer_and_a_wait_that_is_too_long_overflows() {
    start(house());
    pbx().phone("8262", PhoneBehaviour.busy());
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, Duration.ofMillis(1_200)));
    Caller caller = call("0905", "702");
    watch().awaitEnd(caller);
    assertLines(
        caller,
        "702|NONE|ENTERQUEUE||0905|1",
        "702|8262|RINGNOANSWER|#",
        "702|NONE|EXITWITHTIMEOUT|1|1|#",
        "700|NONE|ENTERQUEUE||0905|1",
        "700|8260|CONNECT|#|" + AGENT + "|#",
        "700|8260|COMPLETEAGENT|#|#|1");
  }

  @Test
  void callers_who_wait_stand_at_the_positions_that_were_told() {
    start(house());
    engage("8260");
    Caller caller = waitingCaller("0906", "700");
    Caller behind = waitingCaller("0907", "700");
    caller.hangUp();
    assertLines(caller, "700|NONE|ENTERQUEUE||0906|1", "700|NONE|ABANDON|1|1|#");
    behind.hangUp();
    assertLines(behind, "700|NONE|ENTERQUEUE||0907|2", "700|NONE|ABANDON|[12]|2|#");
  }
}
