package io.ringwright.ami;

import static io.ringwright.ami.Checks.absent;
import static io.ringwright.ami.Checks.context;
import static io.ringwright.ami.Checks.forbidden;
import static io.ringwright.ami.Checks.kinds;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.ami.InstallationFinding.Kind;
import io.ringwright.ami.InstallationFinding.Severity;
import io.ringwright.call.ContextName;
import io.ringwright.dialplan.Contexts;
import io.ringwright.dialplan.Contexts.Part;
import io.ringwright.dialplan.ContractVersion;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DialplanFindingsTest {

  private final Map<ContextName, SeenContext> seen = new HashMap<>();
  private final Findings findings = new Findings(Settings.LAB);

  @BeforeEach
  void a_dialplan_that_fits() {
    see("ringwright-route", route("RW_CONTRACT=" + ContractVersion.CURRENT, "ringwright-wait"));
    see("ringwright-wait", context("s,Answer,"));
    see("ringwright-deliver", context("_[0-9*#]!,AGI,agi://127.0.0.1:4573/landed,x"));
    see("ringwright-reject", context("s,Hangup,"));
    see("ringwright-fallback", context("s,Hangup,38"));
    see("ringwright-outbound", context("_X!,Hangup,"));
  }

  private static SeenContext route(String contract, String wait) {
    return context(
        "s,Set," + contract,
        "s,AGI,agi://127.0.0.1:4573/route,${RW_NUMBER},,,",
        "wait,Goto," + wait + ",s,1",
        "divert,Goto,ringwright-outbound,${RW_DIVERT_TO},1",
        "reject,Goto,ringwright-reject,s,1",
        "fallback,Set,RW_FELL_BACK=yes",
        "fallback,Goto,ringwright-fallback,s,1");
  }

  private void see(String name, SeenContext context) {
    seen.put(ContextName.of(name), context);
  }

  private Findings inspected() {
    new DialplanFindings(Contexts.standard(), seen, findings).inspect();
    return findings;
  }

  @Test
  void a_dialplan_that_fits_has_no_finding() {
    assertThat(inspected().all()).isEmpty();
  }

  @Test
  void a_dialplan_without_any_context_is_absent() {
    seen.replaceAll((name, context) -> absent());
    assertThat(inspected().all())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.kind()).isEqualTo(Kind.DIALPLAN_ABSENT);
              assertThat(found.kind().severity()).isEqualTo(Severity.CALLERS_ARE_LOST);
              assertThat(found.toString())
                  .startsWith("lab: callers are lost: dialplan: none of the contexts ")
                  .contains("ringwright-route", "Make ringwright.conf anew", "dialplan reload")
                  .doesNotContain("\n");
            });
  }

  @Test
  void a_dialplan_of_another_contract_is_found() {
    see("ringwright-route", route("RW_CONTRACT=1", "ringwright-wait"));
    assertThat(inspected().all())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.kind()).isEqualTo(Kind.DIALPLAN_VERSION);
              assertThat(found.what())
                  .startsWith("its contract is 1, and the engine's is " + ContractVersion.CURRENT);
            });
  }

  @Test
  void a_dialplan_that_tells_no_contract_is_found() {
    see("ringwright-route", route("NOTHING=1", "ringwright-wait"));
    assertThat(kinds(inspected())).containsExactly(Kind.DIALPLAN_VERSION);
  }

  @Test
  void a_landing_place_with_another_name_is_found() {
    see("ringwright-deliver", absent());
    assertThat(inspected().all())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.kind()).isEqualTo(Kind.LANDING_PLACE_MISSING);
              assertThat(found.subject()).isEqualTo("context ringwright-deliver");
              assertThat(found.remedy()).contains("Dialplan value", "both");
            });
  }

  @Test
  void a_wait_context_with_another_name_is_found_with_both_names() {
    see("ringwright-route", route("RW_CONTRACT=" + ContractVersion.CURRENT, "my-wait"));
    see("ringwright-wait", absent());
    see("my-wait", context("s,Answer,"));
    assertThat(kinds(inspected())).containsExactly(Kind.CONTEXT_MISSING, Kind.CONTEXTS_DIFFER);
    assertThat(findings.all())
        .last()
        .asString()
        .contains("sends callers to my-wait, and the engine knows ringwright-wait");
  }

  @Test
  void a_context_of_the_host_that_is_not_there_is_found() {
    see("ringwright-fallback", absent());
    assertThat(inspected().all())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.kind()).isEqualTo(Kind.LEADS_NOWHERE);
              assertThat(found.subject()).isEqualTo("context ringwright-fallback");
            });
  }

  @Test
  void what_could_not_be_looked_at_is_said_once_with_the_reason() {
    seen.replaceAll((name, context) -> forbidden());
    assertThat(inspected().all())
        .singleElement()
        .asString()
        .contains("could not be looked at: Permission denied", "'reporting' in 'write'");
  }

  @Test
  void the_names_of_the_engine_are_those_that_count() {
    Contexts own = Contexts.standard().with(Part.DELIVER, ContextName.of("my-deliver"));
    new DialplanFindings(own, seen, findings).inspect();
    assertThat(kinds(findings)).containsExactly(Kind.NOT_LOOKED_AT);
    see("my-deliver", context("_X!,AGI,x"));
    Findings again = new Findings(Settings.LAB);
    new DialplanFindings(own, seen, again).inspect();
    assertThat(again.all()).isEmpty();
  }

  @Test
  void the_addresses_of_agi_are_found_in_the_steps() {
    SeenContext context =
        context(
            "s,AGI,agi://127.0.0.1:4573/route,${RW_NUMBER}",
            "s,AGI,agi://10.0.0.5/secret/route,${RW_NUMBER}",
            "s,AGI,agi://127.0.0.1:4573/other",
            "attempt,Set,RW_ADDRESS=agi://10.0.0.6:4573",
            "s,NoOp,agi://127.0.0.1:1/route");
    assertThat(context.agiAddresses())
        .containsExactly("agi://127.0.0.1:4573", "agi://10.0.0.5/secret", "agi://10.0.0.6:4573");
  }
}
