package io.ringwright.ami;

import static io.ringwright.ami.Checks.kinds;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.RouterSetup;
import io.ringwright.ami.InstallationFinding.Kind;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.port.Telephony;
import io.ringwright.testkit.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RouterFindingsTest {

  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(100);

  private final Findings findings = new Findings(Settings.LAB);
  private final LinkSettings settings =
      Settings.with(new RecordedEvents(), ManualClock.onMondayMorning());
  private final Telephony hub = settings.world().telephony();

  private static PhoneListBuilder house() {
    return PhoneList.builder().extension("100", person -> person.device("PJSIP/100"));
  }

  private static PhoneListBuilder promising() {
    return house().huntGroup("700", group -> group.member("100").callBackByKey("1"));
  }

  private void inspect(RouterSetup setup) {
    new RouterFindings(setup, settings, findings).inspect(Stage.UP);
  }

  private RouterSetup setup(PhoneListBuilder phones) {
    return new RouterSetup(phones.build(), hub, SHORT, List.of());
  }

  @Test
  void a_router_that_fits_has_no_finding() {
    inspect(setup(promising().allowCallBack("030")));
    assertThat(findings.all()).isEmpty();
  }

  @Test
  void a_router_without_the_hub_is_found() {
    inspect(new RouterSetup(house().build(), Telephony.NONE, SHORT, List.of()));
    assertThat(kinds(findings)).containsExactly(Kind.ROUTER_WITHOUT_HUB);
    assertThat(findings.all().get(0).what()).startsWith("it was built without AmiTelephony");
  }

  @Test
  void a_router_with_another_hub_is_found() {
    inspect(new RouterSetup(house().build(), new AmiTelephony(), SHORT, List.of()));
    assertThat(kinds(findings)).containsExactly(Kind.ROUTER_WITHOUT_HUB);
  }

  @Test
  void a_ticker_that_does_not_tick_is_found_once_the_application_should_be_up() {
    RouterSetup silent = new RouterSetup(house().build(), hub, LONG, List.of());
    new RouterFindings(silent, settings, findings).inspect(Stage.STARTING);
    assertThat(findings.all()).isEmpty();
    inspect(silent);
    assertThat(kinds(findings)).containsExactly(Kind.NO_TICKS);
  }

  @Test
  void a_call_back_without_a_way_is_found() {
    LinkSettings mute =
        new LinkSettings(
            settings.pbx(),
            settings.endpoint(),
            new LinkSettings.Plan(
                Settings.CONTEXTS, "", Optional.empty(), LinkSettings.Agents.NONE),
            settings.rhythm(),
            settings.world());
    new RouterFindings(setup(promising().allowCallBack("030")), mute, findings).inspect(Stage.UP);
    assertThat(findings.all())
        .singleElement()
        .asString()
        .contains("call back by key, hunt group 700", "AmiConnectionBuilder.callBackBy");
  }

  @Test
  void a_call_back_key_without_an_allowed_number_is_found() {
    inspect(setup(promising()));
    assertThat(findings.all())
        .singleElement()
        .asString()
        .contains("no number may be called back", "allowCallBack");
  }

  @Test
  void code_of_the_application_that_fails_is_found() {
    inspect(
        new RouterSetup(
            house().build(), hub, SHORT, List.of("java.lang.Error at com.acme.Bell.ring(Bell:3)")));
    assertThat(findings.all())
        .singleElement()
        .asString()
        .contains("code of the application: java.lang.Error at com.acme.Bell.ring");
  }
}
