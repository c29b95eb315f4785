package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.fakeasterisk.PbxUnderTest;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import io.ringwright.fakeasterisk.Sighting.Kind;
import org.junit.jupiter.api.Test;

/**
 * Asterisk copies the number that was dialled into AMI events with its line ends, so a stranger can
 * write events of their own. An event is a hint: a forged one may cost a moment, and nothing else.
 */
@OnRealAsterisk
class ForgedEventIT extends Scenarios {

  @Override
  PbxUnderTest boot() {
    return RealAsterisk.boot();
  }

  @Test
  void a_forged_hang_up_does_not_cost_a_caller_their_place() {
    start(phones());
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    Caller blocker = call("1401", "8260");
    watch().awaitAnswer(blocker, "8260");
    Caller first = call("1402", "8260");
    watch().awaitContext(first, WAIT);
    Caller second = call("1403", "8260");
    watch().awaitContext(second, WAIT);

    String victim = watch().of(first, Kind.CALLER_ARRIVED).get(0).detail();
    Caller stranger = call("1404", "1\r\n\r\nEvent: Hangup\r\nUniqueid: " + victim + "\r\n\r\n");
    watch().awaitEnd(stranger);

    watch().awaitThat("both waiting", () -> application().router().waitingCalls().size() == 2);
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, SHORT_TALK));
    pbx().hangUpPhone("8260");
    watch().awaitAnswer(first, "8260");
    watch().awaitAnswer(second, "8260");
    assertThat(watch().sightings())
        .filteredOn(seen -> seen.kind() == Kind.PHONE_ANSWERS)
        .extracting(seen -> seen.caller())
        .containsExactly(blocker.id(), first.id(), second.id());
  }
}
