package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.ami.InstallationFinding;
import io.ringwright.ami.InstallationFinding.Kind;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * What callers find where the context into which they would be moved has another name than the
 * engine was told. Written once, run on the real Asterisk and on the fake one.
 */
abstract class RenamedContextScenarios extends Scenarios {

  static final String LANDING_PLACE = "my-deliver";

  @Test
  void nobody_is_moved_into_a_context_that_is_not_there_and_the_check_says_so() {
    start(phones(), agi -> agi, link -> link.reconcileEvery(Duration.ofMillis(300)));
    engage("8260");
    Caller caller = waitingCaller("1301", "8260");
    pbx().phone("8260", PhoneBehaviour.answers(AT_ONCE, SHORT_TALK));
    pbx().hangUpPhone("8260");
    watch().awaitAnswer(caller, "8260");
    assertThat(pbx().amiActions())
        .noneMatch(action -> action.getOrDefault("Action", "").equals("Redirect"));
    watch()
        .awaitThat(
            "the finding",
            () ->
                application().ami().findings().stream()
                    .map(InstallationFinding::kind)
                    .anyMatch(Kind.LANDING_PLACE_MISSING::equals));
    assertThat(application().ami().findings())
        .anySatisfy(
            found ->
                assertThat(found.toString())
                    .contains("context ringwright-deliver", "no waiting caller is moved"));
  }
}
