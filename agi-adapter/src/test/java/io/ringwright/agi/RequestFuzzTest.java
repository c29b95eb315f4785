package io.ringwright.agi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.ringwright.agi.AsteriskSide.Question;
import io.ringwright.agi.RequestHead.Fitness;
import io.ringwright.testkit.MutatedInputs;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Heads of AGI sessions, changed in a few places, through all that reads them, with a real engine
 * at the end: nothing is thrown, and whatever is answered is plain commands. {@code -Dfuzz=N} tries
 * N inputs.
 */
class RequestFuzzTest {

  private static final int FEW = 20_000;

  /** A house is made anew now and then, so that made-up calls do not fill it. */
  private static final int INPUTS_OF_A_HOUSE = 5_000;

  private static final Pattern COMMAND =
      Pattern.compile("(SET VARIABLE [A-Z_0-9]+|VERBOSE) \"[^\"\\p{Cntrl}]*\"( 1)?");

  private static final String CALL = "lab-1700000000.12@lab";

  private static String head(String script, String... arguments) {
    return new Question(script, arguments).head();
  }

  private static final List<String> GOOD =
      List.of(
          head("route", "8260", "e", "", "3", "french:3+sales:1;60=french:1;120=", "", "8261:300"),
          head("route", "701", "", "", "", "", "lab-1700000000.11@lab"),
          head("ring-ended", CALL, "17", "NOANSWER", "701", "5", "1700000000123", ""),
          head("landed", CALL, "17", "701", "5", "1700000000123", "french:1"),
          head("alive", CALL, "701", "5", "1700000000123", ""),
          head("key", CALL, "1", "*", "701", "5", "1700000000123", ""),
          head("fell-back", CALL),
          head("ended", CALL, "17", "ANSWER", "701", "5", "1700000000123", ""));

  @Test
  void whatever_a_peer_asks_is_answered_by_plain_commands() {
    MutatedInputs inputs = new MutatedInputs(GOOD, 4);
    int sound = 0;
    int all = Integer.getInteger("fuzz", FEW);
    RoutingScripts scripts = scripts();
    for (int round = 0; round < all; round++) {
      if (round % INPUTS_OF_A_HOUSE == 0) {
        scripts = scripts();
      }
      byte[] input = inputs.next();
      try {
        sound += answered(scripts, input) ? 1 : 0;
      } catch (RuntimeException unforeseen) {
        fail("round " + round + ": " + new String(input, StandardCharsets.UTF_8), unforeseen);
      }
    }
    assertThat(sound).isBetween(1, all - 1);
  }

  private static RoutingScripts scripts() {
    return new RoutingScripts(
        CallSettings.standard(new House().router, House.PBX),
        java.util.Optional.empty(),
        new ThinnedLog());
  }

  /** Whether there was something to answer. */
  private static boolean answered(RoutingScripts scripts, byte[] input) {
    RequestHead head = RequestHead.read(new AgiReader(new ByteArrayInputStream(input)));
    if (head.fitness() != Fitness.SOUND) {
      assertThat(head.fault()).isNotEmpty();
      return false;
    }
    Map<String, String> environment = new HashMap<>();
    for (String line : head.lines().subList(0, head.lines().size() - 1)) {
      int colon = line.indexOf(": ");
      environment.put(line.substring("agi_".length(), colon), line.substring(colon + 2));
    }
    List<String> arguments = new ArrayList<>();
    for (int at = 1; environment.containsKey("arg_" + at); at++) {
      arguments.add(environment.get("arg_" + at));
    }
    ScriptRequest asked =
        new ScriptRequest(environment.getOrDefault("network_script", ""), environment, arguments);
    Optional<io.ringwright.dialplan.Question> question =
        io.ringwright.dialplan.Question.of(asked.script());
    question.ifPresent(
        known ->
            assertThat(Arrays.asList(scripts.reply(known, asked).split("\n")))
                .filteredOn(command -> !command.isEmpty())
                .allMatch(COMMAND.asMatchPredicate()));
    return question.isPresent();
  }
}
