package io.ringwright.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ringwright.ami.InstallationFinding.Kind;
import io.ringwright.call.ContextName;
import io.ringwright.call.PbxId;
import io.ringwright.dialplan.AgentCodes;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgentFindingsTest {

  private static final ContextName NAME = ContextName.of("ringwright-agents");

  private final Findings findings = new Findings(PbxId.of("lab"));

  private AgentFindings with(boolean lamps) {
    return new AgentFindings(new LinkSettings.Agents(AgentCodes.STANDARD, lamps), findings);
  }

  private static SeenContext seen(SeenContext.Presence presence) {
    return new SeenContext(presence, List.of(), "");
  }

  private static PhoneListBuilder house() {
    return PhoneList.builder().extension("100", anna -> anna.device("PJSIP/100"));
  }

  @Test
  void numbers_that_begin_with_a_code_are_named() {
    with(false)
        .codes(
            house()
                .extension("*451", ben -> ben.device("PJSIP/451"))
                .huntGroup("*46", group -> group.member("100"))
                .huntGroup("700", group -> group.member("100").menuKey("*"))
                .build());
    assertThat(findings.all())
        .extracting(InstallationFinding::kind, InstallationFinding::subject)
        .containsExactlyInAnyOrder(
            tuple(Kind.AGENT_CODE_COLLIDES, "agent code *45"),
            tuple(Kind.AGENT_CODE_COLLIDES, "agent code *46"));
    assertThat(findings.all().get(0).what()).contains("*451");
  }

  @Test
  void a_house_without_such_numbers_has_no_finding() {
    with(false).codes(house().build());
    assertThat(findings.all()).isEmpty();
  }

  @Test
  void lamps_without_their_context_are_named() {
    with(true).context(NAME, seen(SeenContext.Presence.ABSENT));
    assertThat(findings.all())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.kind()).isEqualTo(Kind.AGENTS_CONTEXT_MISSING);
              assertThat(found.toString()).contains("ringwright-agents");
            });
  }

  @Test
  void who_has_no_lamps_or_the_context_has_no_finding() {
    with(false).context(NAME, seen(SeenContext.Presence.ABSENT));
    with(true).context(NAME, seen(SeenContext.Presence.UNKNOWN));
    assertThat(findings.all()).isEmpty();
  }
}
