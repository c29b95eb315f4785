package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.fakeasterisk.PbxUnderTest.CallPlan;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import io.ringwright.fakeasterisk.Sighting;
import io.ringwright.fakeasterisk.Sighting.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Text from outside that means something to somebody on the way: to the dialplan, to a dial string,
 * to AMI, to AGI.
 */
abstract class HostileTextScenarios extends Scenarios {

  private static final Set<String> OUR_ACTIONS =
      Set.of(
          "challenge",
          "login",
          "logoff",
          "ping",
          "coresettings",
          "showdialplan",
          "getvar",
          "corestatus",
          "coreshowchannels",
          "devicestatelist",
          "status",
          "setvar",
          "redirect",
          "events",
          "listcommands");

  static List<String> hostileTexts() {
    return List.of(
        "8260&8261",
        "8260,30,g",
        "8260|30|g",
        "${EXTEN}8260",
        "${SHELL(id)}",
        "\"8260\"",
        "'8260'",
        "8260\r\nAction: Originate",
        "8260\nagi_arg_1: 8261",
        "8260\r\n\r\nAction: Command\r\nCommand: core stop now\r\n\r\n",
        "9".repeat(500),
        "8260;x=y",
        "8260-1",
        "1):0:1",
        "PJSIP/8260",
        "٨٢٦٠");
  }

  @ParameterizedTest
  @MethodSource("hostileTexts")
  void a_dialled_number_that_is_none_rings_nobody_and_is_rejected(String text) {
    start(phones());
    Caller caller = call("1301", text);
    watch().awaitEnd(caller);
    assertThat(watch().rung()).isEmpty();
    assertThat(contexts(caller)).doesNotContain(WAIT, DELIVER, FALLBACK);
    assertThat(contexts(caller).isEmpty() || contexts(caller).contains(REJECT))
        .as("refused before the dialplan, or in the reject context: %s", watch().transcript())
        .isTrue();
    assertThatOnlyOurActionsWereSent();
  }

  @ParameterizedTest
  @MethodSource("hostileTexts")
  void a_caller_with_such_a_number_reaches_the_phone_they_dialled_and_no_other(String text) {
    waitsAndReachesWhatWasDialled(CallPlan.of(text, "8260"));
  }

  @ParameterizedTest
  @MethodSource("hostileTexts")
  void a_caller_with_such_a_name_reaches_the_phone_they_dialled_and_no_other(String text) {
    waitsAndReachesWhatWasDialled(CallPlan.of("1311", "8260").withName(text));
  }

  /** Through the queue, so that AMI moves the caller too; a switch may refuse the call instead. */
  private void waitsAndReachesWhatWasDialled(CallPlan plan) {
    start(phones());
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    Caller blocker = call("1310", "8260");
    watch().awaitAnswer(blocker, "8260");
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, SHORT_TALK));
    Caller caller = call(plan);
    watch()
        .awaitThat(
            "waiting, or refused by the switch",
            () ->
                application().router().waitingCalls().size() == 1
                    || !watch().of(caller, Kind.CALLER_ENDED).isEmpty());
    pbx().hangUpPhone("8260");
    watch().awaitEnd(caller);
    assertThat(watch().rung()).containsOnly("8260");
    assertThat(application().heard().failures()).isEmpty();
    assertThat(application().router().waitingCalls()).isEmpty();
    assertThatOnlyOurActionsWereSent();
  }

  private List<String> contexts(Caller caller) {
    return watch().of(caller, Kind.CONTEXT_ENTERED).stream().map(Sighting::subject).toList();
  }

  private void assertThatOnlyOurActionsWereSent() {
    Set<String> sent =
        pbx().amiActions().stream().map(HostileTextScenarios::action).collect(Collectors.toSet());
    assertThat(OUR_ACTIONS).containsAll(sent);
  }

  private static String action(Map<String, String> headers) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase("Action"))
        .map(header -> header.getValue().toLowerCase(java.util.Locale.ROOT))
        .findFirst()
        .orElse("none");
  }
}
