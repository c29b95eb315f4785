package io.ringwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.DeviceState;
import io.ringwright.call.Greeting;
import io.ringwright.call.InboundCall;
import io.ringwright.call.Language;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.SoundName;
import io.ringwright.directory.PhoneListBuilder;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What callers hear who arrive at hunt group 700, which greets in French. */
class GreetingTest {

  private static final Greeting FRENCH =
      new Greeting(
          Optional.of(Language.of("fr")),
          Optional.of(SoundName.of("custom/bonjour")),
          true,
          Optional.of(SoundName.of("custom/operator")));

  private final House house = House.of(GreetingTest::office);

  private static void office(PhoneListBuilder list) {
    list.extension("100", anna -> anna.device("PJSIP/100"))
        .huntGroup(
            "700",
            sales ->
                sales
                    .member("100")
                    .queueLimit(1)
                    .callersHear(
                        hearing ->
                            hearing
                                .language("fr")
                                .welcome("custom/bonjour")
                                .sayTheExtension()
                                .operator("custom/operator")
                                .joinMessage("custom/wait")));
  }

  @Test
  void whoever_arrives_is_greeted_as_the_group_says_whether_a_phone_rings_or_the_call_waits() {
    assertThat(house.arrives("c1", "700").greeting()).isEqualTo(FRENCH);
    RoutingAnswer waits = house.arrives("c2", "700");
    assertThat(waits.greeting()).isEqualTo(FRENCH);
    assertThat(house.ear.announced)
        .containsExactly(
            "c1: custom/bonjour&custom/operator", "c2: custom/bonjour", "c2: custom/wait");
    assertThat(house.ear.decisions).contains(waits);
  }

  @Test
  void nobody_is_greeted_later_on_another_way_or_when_rejected() {
    house.reports("100", DeviceState.IN_USE);
    house.arrives("c1", "700");
    assertThat(house.beats("c1").greeting()).isEqualTo(Greeting.NONE);
    assertThat(house.arrives("c2", "700").greeting()).isEqualTo(Greeting.NONE);
    assertThat(house.arrives("c3", "100").greeting()).isEqualTo(Greeting.NONE);
  }

  @Test
  void a_question_that_comes_again_has_the_greeting_again_and_it_is_told_once() {
    InboundCall call = House.inbound(house.remembers("c1", "700")).asked(3);
    RoutingAnswer first = house.router.callArrived(call);
    RoutingAnswer again = house.router.callArrived(call);
    assertThat(again.greeting()).isEqualTo(first.greeting()).isEqualTo(FRENCH);
    assertThat(house.ear.announced).hasSize(1);
  }
}
