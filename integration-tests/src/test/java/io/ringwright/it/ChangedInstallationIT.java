package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.ami.InstallationCheck;
import io.ringwright.ami.InstallationFinding;
import io.ringwright.ami.InstallationFinding.Kind;
import io.ringwright.call.PbxId;
import io.ringwright.fakeasterisk.PbxUnderTest.AmiLogin;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the check finds on a real Asterisk without a name, whose dialplan somebody changes. */
@OnRealAsterisk
class ChangedInstallationIT {

  private static List<InstallationFinding> check(RealAsterisk pbx) throws InterruptedException {
    AmiLogin login = pbx.ami();
    return InstallationCheck.once(
        link ->
            link.pbx(PbxId.of("lab"))
                .address("127.0.0.1", login.port())
                .login(login.user(), login.secret()),
        Duration.ofSeconds(20));
  }

  private static List<Kind> kinds(RealAsterisk pbx) throws InterruptedException {
    return check(pbx).stream().map(InstallationFinding::kind).toList();
  }

  @Test
  void what_is_changed_in_a_dialplan_is_found_at_the_next_check() throws InterruptedException {
    try (RealAsterisk pbx = RealAsterisk.bootWithoutSystemName()) {
      assertThat(kinds(pbx)).containsExactly(Kind.AGI_SILENT, Kind.NO_SYSTEM_NAME);
      pbx.console("dialplan remove context ringwright-fallback");
      assertThat(check(pbx))
          .anySatisfy(
              found -> {
                assertThat(found.kind()).isEqualTo(Kind.LEADS_NOWHERE);
                assertThat(found.subject()).isEqualTo("context ringwright-fallback");
              });
      pbx.console("dialplan remove extension s@ringwright-route 1");
      pbx.console("dialplan add extension s,1,Set,RW_CONTRACT=2 into ringwright-route");
      assertThat(check(pbx))
          .anySatisfy(
              found -> {
                assertThat(found.kind()).isEqualTo(Kind.DIALPLAN_VERSION);
                assertThat(found.what()).startsWith("its contract is 2");
              });
      pbx.console("dialplan remove context ringwright-deliver");
      assertThat(kinds(pbx)).contains(Kind.LANDING_PLACE_MISSING);
    }
  }
}
