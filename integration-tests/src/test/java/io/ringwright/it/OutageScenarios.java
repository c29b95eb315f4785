package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import io.ringwright.fakeasterisk.Sighting;
import io.ringwright.fakeasterisk.Sighting.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a whole application does when the engine or the link to the switch is away for a while. */
abstract class OutageScenarios extends Scenarios {

  @Test
  void an_engine_that_is_away_for_a_moment_finds_who_waits_and_who_has_come_meanwhile() {
    start(phones());
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    Caller blocker = call("1100", "8260");
    watch().awaitAnswer(blocker, "8260");
    Caller first = call("1101", "8260");
    watch().awaitContext(first, WAIT);
    Caller second = call("1102", "8260");
    watch().awaitContext(second, WAIT);
    application().close();
    Caller third = call("1103", "8260");
    watch().awaitThat("asked in vain", () -> watch().variable(third, "RW_SPENT").equals("1"));

    start(phones());
    watch().awaitThat("three waiting", () -> application().router().waitingCalls().size() == 3);
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, SHORT_TALK));
    pbx().hangUpPhone("8260");
    watch().awaitAnswer(first, "8260");
    watch().awaitAnswer(second, "8260");
    watch().awaitAnswer(third, "8260");
    assertThat(answersInOrder()).containsExactly(blocker.id(), first.id(), second.id(), third.id());
  }

  @Test
  void when_the_ami_link_is_cut_and_comes_back_callers_who_wait_are_served() {
    start(phones());
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    Caller blocker = call("1200", "8260");
    watch().awaitAnswer(blocker, "8260");
    Caller first = call("1201", "8260");
    watch().awaitContext(first, WAIT);
    Caller leaves = call("1202", "8260");
    watch().awaitContext(leaves, WAIT);
    pbx().amiOpen(false);
    application().awaitLink(false);
    leaves.hangUp();
    watch().awaitEnd(leaves);
    pbx().hangUpPhone("8260");
    watch().awaitEnd(blocker);
    assertThat(watch().rungFor(first)).isEmpty();
    pbx().amiOpen(true);
    watch().awaitAnswer(first, "8260");
    watch().awaitThat("nobody waiting", () -> application().router().waitingCalls().isEmpty());
    assertThat(watch().rungFor(leaves)).isEmpty();
  }

  private List<String> answersInOrder() {
    return watch().sightings().stream()
        .filter(seen -> seen.kind() == Kind.PHONE_ANSWERS)
        .map(Sighting::caller)
        .toList();
  }
}
