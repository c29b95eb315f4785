package io.ringwright.agi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ringwright.agi.Prompts.Part;
import io.ringwright.call.Destination;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.Greeting;
import io.ringwright.call.Priority;
import io.ringwright.call.RejectReason;
import io.ringwright.call.RingTarget;
import io.ringwright.call.RoutingDecision;
import io.ringwright.call.SoundName;
import io.ringwright.call.Token;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromptsTest {

  private static final Prompts ALL =
      Prompts.none()
          .operator("operator")
          .sayingTheExtension()
          .welcome("welcome")
          .language("fr")
          .answered();

  @Test
  void where_one_phone_rings_all_parts_are_met_in_order() {
    assertThat(ALL.before(ring("8260")))
        .containsExactly(
            java.util.Map.entry(Part.ANSWER, "yes"),
            java.util.Map.entry(Part.LANGUAGE, "fr"),
            java.util.Map.entry(Part.WELCOME, "welcome"),
            java.util.Map.entry(Part.SAY, "8260"),
            java.util.Map.entry(Part.OPERATOR, "operator"));
  }

  @Test
  void where_several_phones_ring_none_is_announced() {
    assertThat(ALL.before(ring("8260", "8261")))
        .containsOnlyKeys(Part.ANSWER, Part.LANGUAGE, Part.WELCOME);
  }

  @Test
  void what_a_hunt_group_says_itself_takes_the_place_of_the_prompt() {
    Greeting own =
        new Greeting(
            Optional.empty(), Optional.of(SoundName.of("bonjour")), false, Optional.empty());
    assertThat(ALL.first(own).before(ring("8260")))
        .containsEntry(Part.WELCOME, "bonjour")
        .containsEntry(Part.LANGUAGE, "fr")
        .containsEntry(Part.OPERATOR, "operator");
    assertThat(ALL.first(Greeting.NONE)).isSameAs(ALL);
    Greeting saying = new Greeting(Optional.empty(), Optional.empty(), true, Optional.empty());
    assertThat(Prompts.none().first(saying).before(ring("8260"))).containsEntry(Part.SAY, "8260");
  }

  @Test
  void callers_who_wait_are_greeted() {
    RoutingDecision wait =
        new RoutingDecision.Wait(
            new Destination.ToHuntGroup(DirectoryNumber.of("700")),
            1,
            Priority.NORMAL,
            Instant.EPOCH);

    assertThat(ALL.before(wait)).containsOnlyKeys(Part.ANSWER, Part.LANGUAGE, Part.WELCOME);
  }

  @Test
  void callers_who_are_rejected_are_not_even_answered() {
    assertThat(ALL.before(new RoutingDecision.Reject(RejectReason.LOOP))).isEmpty();
  }

  @Test
  void nothing_is_said_unless_it_is_asked_for() {
    assertThat(Prompts.none().before(ring("8260"))).isEmpty();
    assertThat(Prompts.none().welcome("hello").before(ring("8260"))).containsOnlyKeys(Part.WELCOME);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a,b", "a\nb", "a\"b", "${X}", "a)", "é"})
  void a_sound_cannot_carry_anything_else(String sound) {
    assertThatIllegalArgumentException().isThrownBy(() -> Prompts.none().welcome(sound));
    assertThatIllegalArgumentException().isThrownBy(() -> Prompts.none().operator(sound));
    assertThatIllegalArgumentException().isThrownBy(() -> Prompts.none().language(sound));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b", "a&b", "t|T", "${X}", "a b", "a\nb", "\"", "'", "\\"})
  void dial_options_cannot_carry_anything_else(String options) {
    assertThatIllegalArgumentException().isThrownBy(() -> new DialSettings(options));
  }

  @Test
  void the_arguments_of_dial_are_devices_whole_seconds_and_options() {
    DialSettings settings = new DialSettings("tTm(jazz)U(sub^1)");
    RoutingDecision.Ring ring = ring("8260", "8261");

    assertThat(settings.arguments(ring)).isEqualTo("PJSIP/8260&PJSIP/8261,2,tTm(jazz)U(sub^1)");
  }

  @Test
  void a_hundred_phones_of_long_names_still_fit_into_one_command() {
    List<RingTarget> many =
        java.util.stream.IntStream.range(0, 100)
            .mapToObj(i -> target("1" + i, "PJSIP/" + "x".repeat(60) + i))
            .toList();
    RoutingDecision.Ring ring =
        new RoutingDecision.Ring(new Token(1), many, Duration.ofSeconds(20));

    String commands = new AgiAnswer(new DialSettings("t".repeat(200))).ring(ring).commands();

    assertThat(commands.lines()).allMatch(line -> line.length() <= AgiConnection.LONGEST_COMMAND);
    assertThat(commands).contains("x0&PJSIP/").endsWith("SET VARIABLE RW_DECISION \"ring\"\n");
  }

  private static RoutingDecision.Ring ring(String... numbers) {
    return new RoutingDecision.Ring(
        new Token(17),
        java.util.Arrays.stream(numbers).map(n -> target(n, "PJSIP/" + n)).toList(),
        Duration.ofMillis(1500));
  }

  private static RingTarget target(String number, String device) {
    return new RingTarget(DirectoryNumber.of(number), Device.of(device));
  }
}
