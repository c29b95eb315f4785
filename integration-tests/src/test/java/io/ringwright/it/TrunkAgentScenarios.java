package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.directory.PhoneList;
import io.ringwright.fakeasterisk.DeskCall;
import io.ringwright.fakeasterisk.DeskPhone;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An agent whose device is a number behind a trunk: the channel and the state are those of the
 * trunk. Written once, run on the real Asterisk and on the fake one.
 */
abstract class TrunkAgentScenarios extends DeskScenarios {

  private DeskPhone anna;
  private DeskPhone berta;
  private DeskPhone cleo;

  @BeforeEach
  void begin() {
    anna = desk("8301");
    berta = desk("8302");
    cleo = desk("8303");
    start();
  }

  @Test
  void while_the_agent_talks_callers_wait_and_are_served_after_the_wrap_up() {
    DeskCall first = berta.call("704");
    DeskCall here = answered(outside());
    application().awaitInCall("8270", 1);
    DeskCall second = cleo.call("704");
    second.awaitTalking();
    assertThat(application().router().waitingCalls()).hasSize(1);
    here.hangUp();
    first.awaitOver();
    application().awaitExplained("704", "in wrap-up");
    DeskCall next = answered(outside());
    assertThat(next.number()).isEqualTo("8303");
    next.hangUp();
    second.awaitOver();
    everyCallEndedAnswered();
  }

  @Test
  void an_agent_who_has_sent_the_caller_on_is_free_while_the_other_phone_still_rings() {
    DeskCall first = berta.call("704");
    DeskCall here = answered(outside());
    DeskCall second = cleo.call("704");
    second.awaitTalking();
    here.transfer("8301");
    DeskCall rings = anna.awaitCall();
    DeskCall next = answered(outside());
    assertThat(next.number()).isEqualTo("8303");
    next.hangUp();
    second.awaitOver();
    rings.answer();
    first.hangUp();
    rings.awaitOver();
    everyCallEndedAnswered();
  }

  @Test
  void an_agent_who_is_called_by_that_number_from_elsewhere_is_engaged() {
    DeskCall call = berta.call("mobile-8270");
    answered(outside());
    application().awaitInCall("8270", 1);
    call.hangUp();
    application().awaitExplained("8270", "free");
    assertThat(application().heard().arrivals()).isEmpty();
  }

  @Test
  void an_agent_in_a_talk_is_engaged_after_a_start_of_the_application() {
    DeskCall first = berta.call("704");
    DeskCall here = answered(outside());
    restart();
    application().awaitInCall("8270", 1);
    DeskCall second = cleo.call("704");
    second.awaitTalking();
    here.hangUp();
    first.awaitOver();
    DeskCall next = answered(outside());
    assertThat(next.number()).isEqualTo("8303");
    next.hangUp();
    second.awaitOver();
  }

  @Override
  PhoneList phones() {
    return PhoneList.builder()
        .extension(
            "8270", mobile -> mobile.device("PJSIP/8270@outside").wrapUp(Duration.ofSeconds(2)))
        .extension("8301", anna -> anna.device("PJSIP/8301"))
        .huntGroup("704", group -> group.member("8270"))
        .build();
  }
}
