package io.ringwright.agi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ringwright.call.DirectoryNumber;
import io.ringwright.dialplan.ChannelVariables;
import io.ringwright.dialplan.Question;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptRequestTest {

  private static final Map<String, String> CHANNEL =
      Map.of("uniqueid", "lab-1700000000.12", "channel", "PJSIP/trunk-0000001f");

  private static final Pattern COMMAND =
      Pattern.compile("SET VARIABLE RW_[A-Z0-9_]+ \"[^\"\\\\]*\"|VERBOSE \"[^\"\\\\]*\" 1");

  private static final Pattern PHONES = Pattern.compile("PJSIP/826[0-4](&PJSIP/826[0-4])*,20,");

  private final House house = new House();
  private final RoutingScripts scripts =
      new RoutingScripts(
          CallSettings.standard(house.router, House.PBX).with(() -> House.NOW),
          java.util.Optional.empty(),
          new ThinnedLog());

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "PJSIP/x,y", "PJSIP/x\n"})
  void a_channel_that_is_none_is_no_inbound_call(String channel) {
    ScriptRequest asked =
        new ScriptRequest("route", Map.of("uniqueid", "1.1", "channel", channel), List.of("700"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> asked.inboundCall(House.PBX, DirectoryNumber.of("700")));
  }

  @Test
  void arguments_that_are_not_there_are_empty() {
    ScriptRequest asked = new ScriptRequest("route", CHANNEL, List.of("700"));

    assertThat(asked.argument(Question.ROUTE, ChannelVariables.PRIORITY)).isEmpty();
    assertThat(asked.token(Question.ENDED)).isEmpty();
    assertThat(asked.environment("nothing")).isEmpty();
  }

  @Test
  void whatever_is_asked_the_answer_is_plain_variables_and_dials_the_directory_only() {
    Random random = new Random(4711);
    for (int round = 0; round < 5_000; round++) {
      Question question = Question.values()[random.nextInt(Question.values().length)];
      ScriptRequest asked = new ScriptRequest(question.script(), CHANNEL, arguments(random));

      List<String> commands = scripts.reply(question, asked).lines().toList();

      assertThat(commands).allMatch(COMMAND.asMatchPredicate());
      assertThat(commands)
          .filteredOn(command -> command.startsWith("SET VARIABLE RW_RING_"))
          .allMatch(command -> PHONES.matcher(command.split("\"")[1]).matches());
      assertThat(commands)
          .filteredOn(command -> command.startsWith("SET VARIABLE RW_DECISION"))
          .isSubsetOf(commands.isEmpty() ? List.of() : List.of(commands.get(commands.size() - 1)));
    }
    assertThat(house.arrivals).isNotEmpty();
  }

  private static List<String> arguments(Random random) {
    List<String> usual =
        List.of(
            "8260",
            "700",
            "701",
            "1",
            "lab-1700000000.12",
            "e",
            "g",
            "5",
            "",
            "1700000000000",
            "8261:300",
            "fr:1");
    List<String> odd =
        List.of("&", ",", "${X}", "\"", "\\", "\r", "\u0000", "|", "9".repeat(500), "-1", "ANSWER");
    return IntStream.range(0, random.nextInt(9))
        .mapToObj(
            i ->
                Stream.generate(() -> random.nextInt(8) > 0 ? usual : odd)
                    .limit(random.nextInt(10) > 0 ? 1 : 2)
                    .map(words -> words.get(random.nextInt(words.size())))
                    .reduce("", String::concat))
        .toList();
  }
}
