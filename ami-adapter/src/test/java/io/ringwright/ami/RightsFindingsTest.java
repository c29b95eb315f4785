package io.ringwright.ami;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.ami.InstallationFinding.Kind;
import org.junit.jupiter.api.Test;

class RightsFindingsTest {

  private static final String[] ENOUGH = {
    "Response: Success",
    "Redirect: Redirect (transfer) a call.  (Priv: call,all)",
    "ShowDialPlan: Show dialplan contexts and extensions  (Priv: config,reporting,all)"
  };

  private final Findings findings = new Findings(Settings.LAB);

  private void inspect(boolean callsBack, String... more) {
    String[] lines = new String[ENOUGH.length + more.length];
    System.arraycopy(ENOUGH, 0, lines, 0, ENOUGH.length);
    System.arraycopy(more, 0, lines, ENOUGH.length, more.length);
    RightsFindings.inspect(Messages.message(lines), callsBack, findings);
  }

  @Test
  void the_rights_that_are_needed_are_no_finding() {
    inspect(false);
    assertThat(findings.all()).isEmpty();
  }

  @Test
  void rights_that_nobody_needs_are_found() {
    inspect(
        false,
        "Originate: Originate a call.  (Priv: originate,all)",
        "Command: Execute Asterisk CLI Command.  (Priv: command,all)",
        "UpdateConfig: Update basic configuration.  (Priv: config,all)",
        "DBPut: Put DB entry.  (Priv: system,all)");
    assertThat(findings.all())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.kind()).isEqualTo(Kind.RIGHT_TOO_MUCH);
              assertThat(found.what()).contains("[command, config, originate, system]");
            });
  }

  @Test
  void who_calls_people_back_needs_originate_and_nothing_more() {
    inspect(true, "Originate: Originate a call.  (Priv: originate,all)");
    assertThat(findings.all()).isEmpty();
    inspect(true);
    assertThat(findings.all())
        .singleElement()
        .asString()
        .contains("nobody is called back", "Add 'originate' to 'write'");
  }

  @Test
  void rights_that_are_missing_are_found_with_what_lacks() {
    RightsFindings.inspect(Messages.message("Response: Success"), false, findings);
    assertThat(findings.all())
        .extracting(InstallationFinding::subject)
        .containsExactlyInAnyOrder(
            "AMI user, right to write call", "AMI user, right to write reporting");
    assertThat(findings.all())
        .extracting(InstallationFinding::kind)
        .containsOnly(Kind.RIGHT_MISSING);
  }
}
