package io.ringwright.lint;

import static io.ringwright.lint.DirectoryLintTest.lines;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.directory.Confirmation;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Agents at numbers outside: is there time to answer and to confirm, and by which key? */
class OutsideLintTest {

  private static PhoneListBuilder mobile(int ringTime, Confirmation confirmation) {
    return PhoneList.builder()
        .allowExternal("0171")
        .extension(
            "110",
            dora -> dora.outside("0171555", confirmation).ringTime(Duration.ofSeconds(ringTime)));
  }

  private static Confirmation within(int seconds) {
    return Confirmation.STANDARD.within(Duration.ofSeconds(seconds));
  }

  @Test
  void a_ring_that_is_over_with_the_prompt_and_the_time_to_confirm_is_told() {
    assertThat(lines(mobile(15, Confirmation.STANDARD)))
        .containsExactly(
            "extension 110 · ring too short: ring time 15 s leaves no time to answer at 0171555:"
                + " the prompt followme/options and the time to confirm take 15 s; let it ring for"
                + " so much longer as somebody needs to answer there, or give less time to"
                + " confirm");
    assertThat(lines(mobile(25, within(20)))).hasSize(1);
  }

  @Test
  void a_ring_that_leaves_time_to_answer_is_left_alone() {
    assertThat(lines(mobile(16, Confirmation.STANDARD))).isEmpty();
    assertThat(lines(mobile(20, Confirmation.STANDARD))).isEmpty();
    assertThat(lines(mobile(26, within(20)))).isEmpty();
  }

  @Test
  void of_a_prompt_of_ones_own_only_the_time_after_it_is_known() {
    assertThat(lines(mobile(11, Confirmation.STANDARD.prompt("custom/take-it"))))
        .singleElement()
        .asString()
        .contains("the prompt custom/take-it and the time to confirm take 11 s and the length of");
    assertThat(lines(mobile(12, Confirmation.STANDARD.prompt("custom/take-it")))).isEmpty();
  }

  @Test
  void the_standard_prompt_with_another_key_is_told_because_it_asks_for_1() {
    assertThat(lines(mobile(40, Confirmation.STANDARD.key("5"))))
        .containsExactly(
            "extension 110 · prompt that asks for another key: key 5 takes the call at 0171555, but"
                + " the sound followme/options of Asterisk asks for 1; name a prompt that asks for"
                + " 5, or let key 1 take the call");
    assertThat(lines(mobile(40, Confirmation.STANDARD.key("5").prompt("custom/take-it"))))
        .isEmpty();
  }

  @Test
  void a_local_channel_that_asks_for_no_key_is_left_alone() {
    PhoneListBuilder list =
        PhoneList.builder()
            .extension(
                "101",
                ben ->
                    ben.device("Local/101@agents/n", "PJSIP/101").ringTime(Duration.ofSeconds(5)));
    assertThat(lines(list)).isEmpty();
  }

  @Test
  void a_key_of_a_group_that_asks_nobody_is_told() {
    Duration time = Duration.ofSeconds(5);
    PhoneListBuilder mobiles =
        mobile(40, Confirmation.STANDARD)
            .huntGroup(
                "700",
                all -> all.member("110").onAnswer(each -> each.acceptByKey("1", "beep", time)));
    assertThat(lines(mobiles))
        .containsExactly(
            "hunt group 700 · setting without effect: acceptByKey 1 asks nobody: each member"
                + " confirms outside; leave it out, or add members with phones of the house");
    PhoneListBuilder mixed =
        mobile(40, Confirmation.STANDARD)
            .extension("101", anna -> anna.device("PJSIP/101"))
            .huntGroup(
                "700",
                all ->
                    all.member("110")
                        .member("101")
                        .onAnswer(each -> each.acceptByKey("1", "beep", time)));
    assertThat(lines(mixed)).isEmpty();
  }
}
