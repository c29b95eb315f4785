package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import io.ringwright.fakeasterisk.Sighting;
import io.ringwright.fakeasterisk.Sighting.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What callers find when the application starts anew while phones talk and callers wait, before the
 * engine has seen the switch. Written once, run on the real Asterisk and on the fake one.
 */
abstract class StartScenarios extends Scenarios {

  private static PhoneListBuilder house() {
    return phones().huntGroup("700", group -> group.member("8260"));
  }

  /** The application stops, and the next one finds no link to the switch at first. */
  private void startAgainWithoutLink() {
    application().close();
    pbx().amiOpen(false);
    startBeforeTheLink(house());
  }

  private void linkComesUp() {
    pbx().amiOpen(true);
    application().awaitLink(true);
  }

  @Test
  void whoever_speaks_first_after_a_start_everybody_keeps_the_place_and_no_engaged_phone_is_rung() {
    start(house());
    engage("8260");
    Caller first = waitingCaller("1301", "700");
    Caller second = waitingCaller("1302", "700");
    startAgainWithoutLink();
    Caller newcomer = call("1303", "8260");
    watch().awaitContext(newcomer, WAIT);
    // A key that leads nowhere is a sign of life.
    speak(second);
    assertThat(queue()).containsExactly(idOf(second), idOf(newcomer));
    linkComesUp();
    watch().awaitThat("all three wait", () -> queue().size() == 3);
    assertThat(queue()).containsExactly(idOf(first), idOf(second), idOf(newcomer));
    assertThat(ringsSince(second, newcomer)).isEmpty();
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, SHORT_TALK));
    pbx().hangUpPhone("8260");
    watch().awaitAnswer(first, "8260");
    watch().awaitAnswer(second, "8260");
    watch().awaitAnswer(newcomer, "8260");
  }

  /** Presses a key until the engine has heard of the caller: one may be lost. */
  private void speak(Caller caller) {
    watch()
        .awaitThat(
            "sign of life of " + caller.id(),
            () -> {
              caller.press('5');
              return application().router().waitingCalls().size() == 2;
            });
  }

  private List<Sighting> ringsSince(Caller... callers) {
    return List.of(callers).stream()
        .flatMap(caller -> watch().of(caller, Kind.PHONE_RINGS).stream())
        .toList();
  }

  @Test
  void a_caller_who_arrives_before_the_link_rings_a_free_phone_as_soon_as_it_was_seen() {
    pbx().phone("8261", PhoneBehaviour.answers(AT_ONCE, LONG_TALK));
    pbx().amiOpen(false);
    startBeforeTheLink(house());
    Caller caller = call("1304", "8261");
    watch().awaitContext(caller, WAIT);
    assertThat(watch().rungFor(caller)).isEmpty();
    linkComesUp();
    watch().awaitAnswer(caller, "8261");
  }
}
