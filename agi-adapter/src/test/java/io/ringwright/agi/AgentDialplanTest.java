package io.ringwright.agi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ringwright.agi.AgentSounds.Part;
import io.ringwright.call.ContextName;
import io.ringwright.call.SoundName;
import io.ringwright.dialplan.AgentCodes;
import io.ringwright.dialplan.Contexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AgentDialplanTest {

  private static final Path EXAMPLE =
      Path.of("..", "examples", "asterisk", "ringwright-agents.conf");

  @Test
  void the_example_is_the_file_with_nothing_changed() throws IOException {
    assertThat(Files.readString(EXAMPLE)).isEqualTo(Dialplan.standard().renderAgents());
  }

  @Test
  void codes_names_and_sounds_stand_where_they_belong() {
    String text =
        Dialplan.builder()
            .agentCodes(new AgentCodes("*801", "*802", "#9", "#8"))
            .agentSounds(
                AgentSounds.standard()
                    .with(Part.FAILED, SoundName.of("custom/oh"))
                    .without(Part.REFUSED))
            .context(Contexts.Part.AGENTS, ContextName.of("codes"))
            .build()
            .renderAgents();

    assertThat(text)
        .contains("[codes]\n", "[codes-do]\n", "exten => #9,1,")
        .contains("exten => _*801X.,hint,Custom:rw-login-")
        .contains("REPLACE(EXTEN:4,*,-)", "Set(RW_CHOICE=${EXTEN:4})")
        .contains("n(failed),Playback(custom/oh)\n", "n(refused),NoOp()\n")
        .doesNotContain("ringwright-agents]")
        .doesNotContainPattern("@[A-Z]");
  }

  @Test
  void no_step_holds_a_pin() {
    assertThat(Dialplan.standard().renderAgents()).doesNotContain("Read(").doesNotContain("PIN}");
  }

  @Test
  void the_program_prints_it() {
    assertThat(Printed.by("file=agents")).isEqualTo(Dialplan.standard().renderAgents());
    assertThat(Printed.by("log=*46", "file=agents", "pause=*45"))
        .contains("exten => *46,1,MSet(RW_ORDER=log,");
    assertThatIllegalArgumentException().isThrownBy(() -> Printed.by("file=x"));
    assertThatIllegalArgumentException().isThrownBy(() -> Printed.by("log=*46", "file=agents"));
  }
}
