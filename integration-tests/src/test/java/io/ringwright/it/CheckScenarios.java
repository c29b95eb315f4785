package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.CallRouter;
import io.ringwright.RouterTicker;
import io.ringwright.agi.FastAgiServer;
import io.ringwright.ami.AmiConnection;
import io.ringwright.ami.AmiConnectionBuilder;
import io.ringwright.ami.AmiTelephony;
import io.ringwright.ami.InstallationCheck;
import io.ringwright.ami.InstallationFinding;
import io.ringwright.ami.InstallationFinding.Kind;
import io.ringwright.call.ContextName;
import io.ringwright.call.DialplanExtension;
import io.ringwright.call.PbxId;
import io.ringwright.dialplan.Contexts;
import io.ringwright.dialplan.Contexts.Part;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.fakeasterisk.PbxUnderTest.AmiLogin;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.Test;

/**
 * What the check of an installation finds where something is set up wrongly. Written once, run on
 * the real Asterisk and on the fake one.
 */
abstract class CheckScenarios extends Scenarios {

  private static final PbxId LAB = PbxId.of("lab");
  private static final Duration SOON = Duration.ofSeconds(20);

  /** Checks follow one another quickly, so that a scenario need not wait for the second one. */
  private static AmiConnectionBuilder quick(AmiConnectionBuilder link) {
    return link.reconcileEvery(Duration.ofMillis(300));
  }

  private void startHouse(PhoneListBuilder phones) {
    start(phones, agi -> agi, CheckScenarios::quick);
  }

  private void awaitFinding(Kind kind, String... words) {
    watch()
        .awaitThat(
            kind + " in " + application().ami().findings(),
            () ->
                application().ami().findings().stream().anyMatch(each -> fits(each, kind, words)));
  }

  private static boolean fits(InstallationFinding finding, Kind kind, String... words) {
    return finding.kind() == kind && List.of(words).stream().allMatch(finding.toString()::contains);
  }

  private AmiConnectionBuilder connected(AmiConnectionBuilder link) {
    AmiLogin login = pbx().ami();
    return link.pbx(LAB).address("127.0.0.1", login.port()).login(login.user(), login.secret());
  }

  private List<InstallationFinding> checkOnce(Contexts contexts) throws InterruptedException {
    return InstallationCheck.once(link -> connected(link).dialplan(contexts), SOON);
  }

  @Test
  void an_installation_that_fits_has_no_finding() throws InterruptedException {
    startHouse(phones());
    watch().awaitThat("the first check", this::isChecked);
    Thread.sleep(1_500);
    assertThat(application().ami().findings()).isEmpty();
    assertThat(checkOnce(Contexts.standard())).isEmpty();
  }

  private boolean isChecked() {
    return pbx().amiActions().stream()
        .anyMatch(action -> action.getOrDefault("Action", "").equals("CoreSettings"));
  }

  @Test
  void devices_that_asterisk_does_not_have_or_spells_otherwise_are_found() {
    startHouse(
        phones()
            .extension("8298", phone -> phone.device("PJSIP/nobody"))
            .extension("8299", phone -> phone.device("pjsip/8261")));
    awaitFinding(Kind.DEVICE_UNKNOWN, "PJSIP/nobody of extension 8298");
    awaitFinding(Kind.DEVICE_SPELT_OTHERWISE, "pjsip/8261 (Asterisk writes PJSIP/8261)");
    assertThat(application().ami().findings()).hasSize(2);
  }

  @Test
  void a_music_class_that_asterisk_does_not_have_is_found() {
    startHouse(
        phones()
            .huntGroup(
                "790", one -> one.member("8260").callersHear(hearing -> hearing.music("jazz")))
            .huntGroup(
                "791", one -> one.member("8260").callersHear(hearing -> hearing.music("absent"))));
    awaitFinding(Kind.MUSIC_CLASS_UNKNOWN, "music class absent of hunt group 791");
    assertThat(application().ami().findings()).hasSize(1);
  }

  @Test
  void another_name_of_the_pbx_in_agi_is_found() throws IOException {
    startHouse(phones());
    application().agi().close();
    try (FastAgiServer other =
        FastAgiServer.builder(application().router(), PbxId.of("pbx1"))
            .port(pbx().agiPort())
            .start()) {
      assertThat(other.port()).isEqualTo(pbx().agiPort());
      awaitFinding(Kind.TWO_NAMES, "names this PBX pbx1", "names it lab");
    }
  }

  @Test
  void an_agi_address_where_nothing_or_something_else_answers_is_found() throws IOException {
    startHouse(phones());
    application().agi().close();
    awaitFinding(Kind.AGI_SILENT, ":" + pbx().agiPort(), "nothing answers there");
    try (ServerSocket stranger = new ServerSocket(pbx().agiPort())) {
      assertThat(stranger.isBound()).isTrue();
      awaitFinding(Kind.AGI_STRANGER, "no answer came from there within 2 s");
    }
  }

  @Test
  void a_second_process_that_is_connected_as_an_engine_is_found_by_both()
      throws InterruptedException {
    startHouse(phones());
    AmiTelephony telephony = new AmiTelephony();
    PhoneList list = phones().build();
    CallRouter router = CallRouter.builder(() -> list, telephony).build();
    try (AmiConnection second =
        quick(connected(AmiConnection.builder(router, telephony))).build()) {
      second.start();
      assertThat(second.awaitConnected(SOON).isConnected()).isTrue();
      awaitFinding(Kind.SECOND_CONNECTION, "is connected to this PBX as an engine too");
      watch()
          .awaitThat(
              "found by the other too",
              () ->
                  second.findings().stream()
                      .anyMatch(each -> each.kind() == Kind.SECOND_CONNECTION));
    }
    watch()
        .awaitThat(
            "no longer found",
            () ->
                application().ami().findings().stream()
                    .noneMatch(each -> each.kind() == Kind.SECOND_CONNECTION));
  }

  @Test
  void a_clock_that_differs_is_found() {
    start(
        phones(),
        agi -> agi,
        link -> quick(link).clock(() -> Instant.now().plus(Duration.ofHours(1))));
    awaitFinding(Kind.CLOCKS_DIFFER, "more than half an hour behind");
  }

  @Test
  void a_router_without_the_hub_and_a_ticker_that_does_not_tick_are_found()
      throws InterruptedException {
    PhoneList list = phones().build();
    CallRouter router = CallRouter.builder(() -> list).build();
    try (AmiConnection link =
        quick(connected(AmiConnection.builder(router, new AmiTelephony()))).build()) {
      link.start();
      assertThat(link.awaitConnected(SOON).isConnected()).isTrue();
      watch().awaitThat("router without hub", () -> finds(link, Kind.ROUTER_WITHOUT_HUB));
      watch().awaitThat("no ticks", () -> finds(link, Kind.NO_TICKS));
      ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor();
      try (RouterTicker ticker = RouterTicker.start(router, clockwork)) {
        watch().awaitThat("ticks", () -> !finds(link, Kind.NO_TICKS));
        assertThat(finds(link, Kind.ROUTER_WITHOUT_HUB)).isTrue();
      } finally {
        clockwork.shutdownNow();
      }
    }
  }

  private static boolean finds(AmiConnection link, Kind kind) {
    return link.findings().stream().anyMatch(each -> each.kind() == kind);
  }

  @Test
  void a_call_back_that_nobody_can_make_is_found() {
    startHouse(phones().huntGroup("700", group -> group.member("8260").callBackByKey("1")));
    awaitFinding(Kind.CALL_BACK_IMPOSSIBLE, "AmiConnectionBuilder.callBackBy");
    awaitFinding(Kind.CALL_BACK_IMPOSSIBLE, "PhoneListBuilder.allowCallBack");
  }

  @Test
  void a_key_that_leads_to_a_context_that_is_not_there_is_found() {
    startHouse(
        phones()
            .huntGroup(
                "700",
                group ->
                    group
                        .member("8260")
                        .callersPress(
                            keys -> keys.leave("0", DialplanExtension.of("nowhere", "s")))));
    awaitFinding(Kind.HOST_CONTEXT_MISSING, "context nowhere");
  }

  @Test
  void rights_that_are_too_many_are_found() {
    AmiLogin mayCall = pbx().amiThatCalls();
    start(phones(), agi -> agi, link -> quick(link).login(mayCall.user(), mayCall.secret()));
    awaitFinding(Kind.RIGHT_TOO_MUCH, "[originate]");
  }

  @Test
  void rights_that_are_missing_are_found() {
    String secret = pbx().ami().secret();
    start(phones(), agi -> agi, link -> quick(link).login("ringwright-mute", secret));
    awaitFinding(Kind.RIGHT_MISSING, "right to write call", "are not moved");
  }

  @Test
  void a_user_who_may_not_read_events_is_found_when_something_changes() {
    String secret = pbx().ami().secret();
    start(phones(), agi -> agi, link -> quick(link).login("ringwright-deaf", secret));
    watch().awaitThat("the first check", this::isChecked);
    pbx().reachable("8263", false);
    awaitFinding(Kind.RIGHT_MISSING, "right to read call", "no event comes");
  }

  @Test
  void a_user_who_may_not_read_what_the_system_says_is_found() {
    String secret = pbx().ami().secret();
    start(phones(), agi -> agi, link -> quick(link).login("ringwright-unbooted", secret));
    awaitFinding(Kind.RIGHT_MISSING, "right to read system", "FullyBooted did not come");
  }

  @Test
  void a_dialplan_that_is_absent_or_has_other_names_is_found() throws InterruptedException {
    startHouse(phones());
    Contexts nothing = Contexts.standard();
    for (Part part : Part.values()) {
      nothing =
          nothing.with(
              part, ContextName.of("my-" + part.name().toLowerCase(java.util.Locale.ROOT)));
    }
    assertThat(checkOnce(nothing))
        .singleElement()
        .satisfies(found -> assertThat(found.kind()).isEqualTo(Kind.DIALPLAN_ABSENT));
    assertThat(checkOnce(Contexts.standard().with(Part.WAIT, ContextName.of("my-wait"))))
        .extracting(InstallationFinding::kind)
        .containsExactlyInAnyOrder(
            Kind.CONTEXT_MISSING, Kind.CONTEXTS_DIFFER, Kind.CONTEXTS_DIFFER);
  }
}
