package io.ringwright.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ringwright.call.Acceptance;
import io.ringwright.call.BeforeTalk.RecordedFrom;
import io.ringwright.call.DialOptions;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.SoundName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class OnAnswerInspectionTest {

  private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);

  private static PhoneListBuilder list(Consumer<OnAnswerBuilder> onAnswer) {
    return PhoneList.builder()
        .extension("100", anna -> anna.device("PJSIP/100"))
        .huntGroup("700", group -> group.member("100").onAnswer(onAnswer));
  }

  private static OnAnswer built(Consumer<OnAnswerBuilder> onAnswer) {
    return list(onAnswer)
        .build()
        .huntGroup(DirectoryNumber.of("700"))
        .map(HuntGroup::onAnswer)
        .orElseThrow();
  }

  private static List<DirectoryException.Mistake> mistakes(Consumer<OnAnswerBuilder> onAnswer) {
    return catchThrowableOfType(DirectoryException.class, () -> list(onAnswer).build()).mistakes();
  }

  @Test
  void by_default_the_talk_begins_with_the_answer() {
    assertThat(built(onAnswer -> {})).isSameAs(OnAnswer.NOTHING);
  }

  @Test
  void what_is_described_is_kept_in_order() {
    assertThat(
            built(
                onAnswer ->
                    onAnswer
                        .tellAgent("custom/sales")
                        .tellAgent("beep")
                        .tellWait()
                        .acceptByKey("1", "press-1", FIVE_SECONDS)
                        .recordFromAnswer()
                        .setVariables()
                        .dialOptions("tT")))
        .isEqualTo(
            new OnAnswer(
                List.of(SoundName.of("custom/sales"), SoundName.of("beep")),
                true,
                Optional.of(new Acceptance('1', SoundName.of("press-1"), FIVE_SECONDS)),
                Optional.of(RecordedFrom.ANSWER),
                true,
                Optional.of(DialOptions.of("tT"))));
  }

  @Test
  void options_that_dial_would_misunderstand_are_named() {
    assertThat(mistakes(each -> each.dialOptions("tS")))
        .singleElement()
        .asString()
        .contains("dial options 'tS' are not valid, S has no argument", "S(…)");
  }

  @Test
  void what_could_carry_anything_else_is_refused_all_at_once() {
    assertThat(
            mistakes(
                onAnswer ->
                    onAnswer
                        .tellAgent("../etc/passwd")
                        .tellAgent("a&b")
                        .tellAgent("a,b")
                        .acceptByKey("*", "${SHELL(x)}", Duration.ofMillis(2_500))))
        .hasSize(6)
        .allMatch(each -> each.item().equals("hunt group 700"))
        .allMatch(each -> each.problem().endsWith("is not valid"));
  }

  @Test
  void the_key_is_awaited_for_2_to_60_s() {
    assertThat(mistakes(each -> each.acceptByKey("1", "beep", Duration.ofSeconds(1))))
        .singleElement()
        .asString()
        .contains("time to accept 1 s is not valid", "2 s to 60 s");
    assertThat(mistakes(each -> each.acceptByKey("1", "beep", Duration.ofSeconds(61)))).hasSize(1);
    assertThat(built(each -> each.acceptByKey("1", "beep", Duration.ofSeconds(60))).acceptance())
        .isPresent();
  }

  @Test
  void an_agent_hears_five_sounds_at_most() {
    assertThat(
            mistakes(
                each -> {
                  for (int sound = 0; sound < 6; sound++) {
                    each.tellAgent("beep");
                  }
                }))
        .singleElement()
        .asString()
        .contains("6 sounds for the agent are too many", "at most 5");
  }
}
