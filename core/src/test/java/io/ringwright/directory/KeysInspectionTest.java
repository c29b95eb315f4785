package io.ringwright.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ringwright.call.Destination;
import io.ringwright.call.DialplanExtension;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.LongKeys;
import io.ringwright.directory.CallBackSounds.Phrase;
import io.ringwright.directory.WaitingPolicy.Leaving;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Which keys of callers who wait a phone list can have, and what is said about the others. */
class KeysInspectionTest {

  private static PhoneListBuilder sales(Consumer<HuntGroupBuilder> settings) {
    return PhoneList.builder()
        .extension("100", anna -> anna.device("PJSIP/100"))
        .huntGroup("700", group -> settings.accept(group.member("100")));
  }

  private static List<String> mistakes(Consumer<KeysBuilder> keys) {
    return mistakesOf(sales(group -> group.callersPress(keys)));
  }

  private static List<String> mistakesOf(PhoneListBuilder list) {
    return catchThrowableOfType(DirectoryException.class, list::build).mistakes().stream()
        .map(each -> each.item() + ": " + each.problem() + "; expected " + each.expected())
        .toList();
  }

  private static Leaving leaving(Consumer<KeysBuilder> keys) {
    return sales(group -> group.callersPress(keys))
        .build()
        .huntGroup(DirectoryNumber.of("700"))
        .orElseThrow()
        .waiting()
        .leaving();
  }

  @Test
  void the_beginnings_of_keys_of_several_digits_are_known_and_a_single_digit_has_none() {
    assertThat(leaving(keys -> keys.leave("1", "100").callBack("#")).longKeys())
        .isEqualTo(LongKeys.NONE);
    LongKeys some =
        leaving(keys -> keys.leave("12", "100").leave("1", "100").leave("1#99", "100")).longKeys();
    assertThat(some.text()).isEqualTo("1-1#-1#9");
    assertThat(some.within()).isEqualTo(Duration.ofSeconds(3));
    assertThat(leaving(keys -> keys.callBack("99")).longKeys().text()).isEqualTo("9");
  }

  @Test
  void a_key_may_lead_into_the_dialplan_of_the_host() {
    DialplanExtension menu = DialplanExtension.of("menu", "s");
    assertThat(leaving(keys -> keys.leave("0", menu)).keys())
        .containsValue(new Destination.ToDialplan(menu));
    PhoneList list = sales(group -> group.overflow(DialplanExtension.of("night", "1"))).build();
    assertThat(list.huntGroup(DirectoryNumber.of("700")).orElseThrow().waiting().overflow())
        .hasToString("Optional[dialplan night,1]");
  }

  @Test
  void a_number_never_leads_into_the_dialplan() {
    assertThat(mistakesOf(sales(group -> group.leaveByKey("0", "dialplan:menu,s"))))
        .first()
        .asString()
        .startsWith("hunt group 700: key '0' to 'dialplan:menu,s' leads nowhere;");
  }

  @Test
  void a_key_that_is_named_twice_is_a_mistake() {
    assertThat(
            mistakes(keys -> keys.leave("1", "100").leave("1", DialplanExtension.of("menu", "s"))))
        .containsExactly(
            "hunt group 700: key '1' is named twice;"
                + " expected each key once: only one of its two destinations could be reached");
    assertThat(mistakesOf(sales(group -> group.leaveByKey("1", "100").leaveByKey("1", "100"))))
        .hasSize(1);
  }

  @Test
  void digits_are_waited_for_a_second_at_least_and_ten_at_most_in_whole_seconds() {
    assertThat(mistakes(keys -> keys.digitsWithin(Duration.ZERO)))
        .containsExactly(
            "hunt group 700: digits of a key within 0 s is not valid;"
                + " expected whole seconds, 1 s to 10 s");
    assertThat(mistakes(keys -> keys.digitsWithin(Duration.ofMillis(1500)))).hasSize(1);
    assertThat(leaving(keys -> keys.digitsWithin(Duration.ofSeconds(10))).digitsWithin())
        .hasSeconds(10);
  }

  @Test
  void there_are_fifty_keys_at_most() {
    assertThat(
            mistakes(
                keys -> {
                  for (int key = 100; key <= 150; key++) {
                    keys.leave(String.valueOf(key), "100");
                  }
                }))
        .containsExactly("hunt group 700: 51 keys are too many; expected at most 50");
  }

  @Test
  void sounds_of_the_confirmation_are_names_of_sounds_and_for_a_confirmation() {
    assertThat(mistakes(keys -> keys.callBackConfirmed("5").sound(Phrase.PRESS, "../press")))
        .first()
        .asString()
        .startsWith("hunt group 700: sound for vm-press '../press' is not valid;");
    assertThat(mistakes(keys -> keys.callBack("5").sound(Phrase.PRESS, "custom/press")))
        .containsExactly(
            "hunt group 700: sounds for the confirmation of a call back, but no such confirmation;"
                + " expected callBackConfirmed, or no sounds");
    assertThat(
            leaving(keys -> keys.callBackConfirmed("5").sound(Phrase.PRESS, "custom/press"))
                .confirmation()
                .orElseThrow()
                .of(Phrase.PRESS))
        .hasToString("custom/press");
  }

  @Test
  void nothing_is_confirmed_where_the_call_rings_unanswered() {
    assertThat(
            mistakesOf(
                sales(
                    group ->
                        group
                            .callersHear(HearingBuilder::ringingUnanswered)
                            .callersPress(keys -> keys.callBackConfirmed("5")))))
        .containsExactly(
            "hunt group 700: the confirmation of a call back is heard by nobody where the call rings"
                + " unanswered; expected callBack without confirmation, or inEarlyMedia");
  }
}
