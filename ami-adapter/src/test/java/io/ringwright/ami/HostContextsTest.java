package io.ringwright.ami;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.ami.InstallationFinding.Kind;
import io.ringwright.call.ContextName;
import io.ringwright.call.DialplanExtension;
import io.ringwright.call.PbxId;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.Schedule;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Contexts of the host to which callers are led are looked for. */
class HostContextsTest {

  private final Findings findings = new Findings(PbxId.of("lab"));

  private void inspect(SeenContext.Presence presence) {
    HostContexts.inspect(
        ContextName.of("menu"),
        "hunt group 700",
        new SeenContext(presence, List.of(), ""),
        findings);
  }

  @Test
  void each_setting_that_leads_to_one_is_found() {
    PhoneList phones =
        PhoneList.builder()
            .extension(
                "100",
                anna -> anna.device("PJSIP/100").overflow(DialplanExtension.of("voicemail", "100")))
            .huntGroup(
                "700",
                group ->
                    group
                        .member("100")
                        .openDuring(
                            Schedule.weekly(
                                ZoneId.of("UTC"),
                                new Schedule.WeeklyHours(
                                    Set.of(DayOfWeek.MONDAY),
                                    new Schedule.Hours(LocalTime.of(9, 0), LocalTime.of(17, 0)))))
                        .whenClosed(DialplanExtension.of("night", "s"))
                        .callersPress(keys -> keys.leave("0", DialplanExtension.of("menu", "s"))))
            .huntGroup("701", group -> group.member("100").leaveByKey("1", "700"))
            .build();
    assertThat(HostContexts.of(phones))
        .isEqualTo(
            Map.of(
                "voicemail", "extension 100", "night", "hunt group 700", "menu", "hunt group 700"));
  }

  @Test
  void one_that_is_not_there_is_named_with_the_setting_that_leads_to_it() {
    inspect(SeenContext.Presence.ABSENT);
    assertThat(findings.all())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.kind()).isEqualTo(Kind.HOST_CONTEXT_MISSING);
              assertThat(found.toString()).contains("context menu", "hunt group 700");
            });
  }

  @Test
  void one_that_is_there_or_could_not_be_looked_at_is_no_finding() {
    inspect(SeenContext.Presence.THERE);
    inspect(SeenContext.Presence.UNKNOWN);
    assertThat(findings.all()).isEmpty();
  }
}
