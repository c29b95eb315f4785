package io.ringwright.agi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ringwright.call.ContextName;
import io.ringwright.dialplan.Contexts.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DialplanTest {

  private static final Path EXAMPLE = Path.of("..", "examples", "asterisk", "ringwright.conf");

  @Test
  void the_example_is_the_dialplan_with_nothing_changed() throws IOException {
    assertThat(Files.readString(EXAMPLE)).isEqualTo(Dialplan.standard().render());
  }

  @Test
  void no_placeholder_is_left() {
    assertThat(Dialplan.standard().render())
        .doesNotContain("@ROUTE")
        .doesNotContainPattern("@[A-Z]");
  }

  @Test
  void every_question_but_the_last_is_asked_at_one_place() {
    String text = Dialplan.builder().keysWhileRinging("1").build().render();

    assertThat(text.lines().toList())
        .filteredOn(line -> line.contains("AGI(") && !line.contains("/ended"))
        .containsExactly(" same => n,AGI(${RW_ENGINE}/${RW_QUESTION},${RW_ASKED},${RW_ARGUMENTS})");
    assertThat(text.lines().toList()).filteredOn(line -> line.contains("RW_QUESTION=")).hasSize(7);
    assertThat(text)
        .containsPattern("RW_QUESTION=route\\)\n.*RW_ARGUMENTS=.*\n.*Gosub\\(ask,2\\)")
        .containsPattern("RW_QUESTION=ring-ended\\)\n.*RW_ARGUMENTS=.*\n.*Gosub\\(ask,2\\)")
        .containsPattern("RW_QUESTION=landed\\)\n.*RW_ARGUMENTS=.*\n.*Gosub\\(ask,2\\)");
  }

  @Test
  void a_caller_who_is_moved_between_two_steps_lands_whatever_step_it_was() {
    String text = Dialplan.builder().keysWhileRinging("1").build().render();
    List<Integer> steps = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.startsWith("exten => ")) {
        steps.add(1);
      } else if (line.startsWith(" same => ")) {
        steps.set(steps.size() - 1, steps.get(steps.size() - 1) + 1);
      }
    }
    String landing = "Goto(ringwright-deliver,to-${CUT(EXTEN,-,2)},2)";
    int landings = (int) text.lines().filter(line -> line.endsWith("," + landing)).count();

    assertThat(steps).filteredOn(each -> each != landings).allMatch(each -> each < landings);
    assertThat(text)
        .contains(
            "exten => _m!,1," + landing + "\n same => n," + landing + "\n",
            "exten => _to-!,1,NoOp()\n");
  }

  @Test
  void the_limit_of_a_question_is_known_as_such_until_it_is_taken_back() {
    assertThat(Dialplan.standard().render())
        .containsSubsequence(
            ",RW_BEGAN=${EPOCH},",
            "Set(TIMEOUT(absolute)=3)",
            "AGI(",
            "?answered)",
            "Set(TIMEOUT(absolute)=$[${RW_LIMIT} - ${RW_TOOK}])",
            "Set(RW_BEGAN=)",
            "n(answered),MSet(TIMEOUT(absolute)=0,RW_BEGAN=)");
  }

  @Test
  void a_second_engine_is_asked_where_the_first_gives_no_answer() {
    String first = "Set(RW_ENGINE=agi://127.0.0.1:4573)";

    assertThat(Dialplan.standard().render()).containsSubsequence(first, "Goto(next)");
    assertThat(Dialplan.builder().secondAgi("10.0.0.6", 4574).build().render())
        .containsSubsequence(
            first,
            "\"${RW_ENGINE}\" = \"agi://10.0.0.6:4574\"]?back)",
            "Set(RW_ENGINE=agi://10.0.0.6:4574)",
            "Goto(next)");
  }

  @Test
  void an_agent_outside_who_hangs_up_before_the_first_question_has_refused_the_call() {
    assertThat(Dialplan.standard().render())
        .containsPattern("Set\\(_GOSUB_RESULT=CONTINUE\\)\n same => n,Dial\\(Local/");
  }

  @Test
  void whoever_dials_key_by_key_into_the_way_in_may_go_on_after_the_first_key() {
    assertThat(Dialplan.standard().render())
        .contains("exten => _[0-9*#],1,Set(RW_NUMBER=${EXTEN})")
        .contains("exten => _[0-9*#].,1,Set(RW_NUMBER=${EXTEN})");
  }

  @Test
  void values_stand_where_they_belong() {
    String text =
        Dialplan.builder()
            .agi("10.0.0.5", 4999)
            .music("jazz")
            .keepAliveEvery(Duration.ofSeconds(7))
            .patience(Duration.ofSeconds(9))
            .context(Part.WAIT, ContextName.of("my-wait"))
            .build()
            .render();

    assertThat(text)
        .contains("Set(RW_ENGINE=agi://10.0.0.5:4999)")
        .contains("StartMusicOnHold(jazz)")
        .contains("Set(RW_ALIVE=7)")
        .contains("${RW_SPENT} >= 9]")
        .contains("[my-wait]\n")
        .doesNotContain("ringwright-wait");
  }

  @Test
  void keys_count_while_phones_ring_only_where_they_are_named() {
    assertThat(Dialplan.standard().render())
        .contains("Dial(${RW_DIAL})\n")
        .doesNotContain("[ringwright-ringing]");
    assertThat(Dialplan.builder().keysWhileRinging("1#").build().render())
        .contains("Dial(${RW_DIAL}d)\n")
        .contains("[ringwright-ringing]\n")
        .contains("exten => _[1#],1,");
  }

  @Test
  void a_context_of_yours_is_called_and_not_defined() {
    Dialplan own =
        Dialplan.builder()
            .context(Part.REJECT, ContextName.of("menu"))
            .context(Part.OUTBOUND, ContextName.of("to-trunk"))
            .build();

    assertThat(own.render())
        .contains("Goto(menu,s,1)")
        .contains("Goto(to-trunk,${RW_DIVERT_TO},1)")
        .doesNotContain("[menu]")
        .doesNotContain("[to-trunk]")
        .contains("[ringwright-fallback]");
    assertThat(own.context(Part.REJECT)).isEqualTo(ContextName.of("menu"));
    assertThat(own.context(Part.WAIT)).isEqualTo(ContextName.of("ringwright-wait"));
  }

  @Test
  void the_program_prints_it() {
    assertThat(Printed.by()).isEqualTo(Dialplan.standard().render());
    assertThat(
            Printed.by(
                "agi=[::1]:4573",
                "second=[::1]:4574",
                "alive=20",
                "patience=2",
                "music=jazz",
                "deliver=hand-over"))
        .contains("Set(RW_ENGINE=agi://[::1]:4573)", "Set(RW_ENGINE=agi://[::1]:4574)")
        .contains("Set(RW_ALIVE=20)")
        .contains("[hand-over]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wait",
        "=x",
        "agi=host",
        "agi=a b:1",
        "agi=h:0",
        "alive=0",
        "keys=11",
        "keys=A",
        "patience=x",
        "patience=0",
        "patience=601",
        "second=host",
        "nobody=x",
        "music=a,b",
        "wait=a b",
        "wait=a]\n[b"
      })
  void the_program_refuses_what_is_not_valid(String change) {
    assertThatIllegalArgumentException().isThrownBy(() -> Dialplan.main(change));
  }
}
