package io.ringwright.engine;

import static io.ringwright.engine.House.rings;
import static io.ringwright.engine.House.waits;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.DialplanExtension;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.LongKeys;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision;
import io.ringwright.directory.PhoneListBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Keys of several digits, and settings that lead into the dialplan of the host. */
class LongKeysTest {

  private static final DialplanExtension MENU = DialplanExtension.of("menu", "s");

  private final House house = House.of(LongKeysTest::office);

  private static void office(PhoneListBuilder list) {
    list.extension("100", anna -> anna.device("PJSIP/100"))
        .extension("101", ben -> ben.device("PJSIP/101"))
        .huntGroup(
            "700",
            sales ->
                sales
                    .member("100")
                    .leaveByKey("1", "702")
                    .leaveByKey("12", "101")
                    .callersPress(keys -> keys.leave("0", MENU)))
        .huntGroup(
            "702", plain -> plain.member("100").longestWait(Duration.ofSeconds(20)).overflow(MENU));
  }

  private RoutingAnswer arrives(String call, String number) {
    house.reports("100", DeviceState.IN_USE);
    return house.arrives(call, number);
  }

  private RoutingAnswer presses(String call, String key) {
    return house.router.keyPressed(house.channel(call), DirectoryNumber.of(key));
  }

  @Test
  void the_answer_says_after_which_digits_more_may_follow() {
    RoutingAnswer answer = arrives("c1", "700");
    assertThat(answer.treatment().longKeys().text()).isEqualTo("1");
    assertThat(arrives("c2", "702").treatment().longKeys()).isEqualTo(LongKeys.NONE);
    assertThat(presses("c1", "1").treatment().longKeys()).isEqualTo(LongKeys.NONE);
  }

  @Test
  void a_key_of_two_digits_leads_where_it_says_and_what_is_none_changes_nothing() {
    arrives("c1", "700");
    assertThat(waits(presses("c1", "13"))).isTrue();
    assertThat(house.router.waitingCalls().get(0).waitingFor()).hasToString("hunt group 700");
    assertThat(rings(presses("c1", "12"))).isEqualTo("101");
  }

  @Test
  void a_key_into_the_dialplan_ends_the_call_for_the_engine() {
    arrives("c1", "700");
    RoutingAnswer answer = presses("c1", "0");
    assertThat(answer.decision()).isEqualTo(new RoutingDecision.HandBack(MENU));
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.HANDED_BACK);
    assertThat(house.queue()).isEmpty();
    assertThat(answer.explanation().summary()).startsWith("goes on in the dialplan at menu,s");
  }

  @Test
  void an_overflow_into_the_dialplan_fetches_the_caller_and_ends_the_call() {
    arrives("c1", "702");
    house.passes(Duration.ofSeconds(21));
    assertThat(house.pbx.delivered()).containsExactly("c1");
    RoutingAnswer answer = house.lands(house.pbx.last());
    assertThat(answer.decision()).isEqualTo(new RoutingDecision.HandBack(MENU));
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.HANDED_BACK);
  }

  @Test
  void the_call_of_a_key_while_its_phone_rings_gives_the_phone_back() {
    house.arrives("c1", "700");
    assertThat(presses("c1", "0").decision()).isEqualTo(new RoutingDecision.HandBack(MENU));
    assertThat(rings(house.arrives("c2", "700"))).isEqualTo("100");
  }
}
