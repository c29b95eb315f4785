package io.ringwright.fakeasterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Faults that a test asks of the manager interface. */
class FakeAsteriskAmiFaultsTest extends AmiOnTheWire {

  @Test
  void a_redirect_can_be_acknowledged_and_ignored_or_late_or_fatal() throws IOException {
    String channel = waitingChannel();
    pbx.faults().ignoreNextRedirect();
    pbx.faults().delayNextRedirect(Duration.ofMillis(100));
    pbx.faults().hangUpOnNextRedirect();
    ami.ask("Action: Events", "EventMask: call,dialplan");
    redirect(channel, "1");
    assertThat(ami.message()).endsWith("Redirect successful");
    assertThat(ami.isSilentFor(50)).as("ignored").isTrue();
    redirect(channel, "2");
    assertThat(ami.message()).endsWith("Redirect successful");
    assertThat(ami.isSilentFor(50)).as("late").isTrue();
    assertThat(ami.message("Variable: LANDED")).endsWith("Value: 2");
    redirect(channel, "3");
    assertThat(ami.message("Event: Hangup\r\n")).contains("Exten: 2\r\n");
  }

  @Test
  void a_link_can_break_before_or_after_an_action() throws IOException {
    String channel = waitingChannel();
    pbx.faults().breakLinkBefore("Redirect");
    redirect(channel, "1");
    assertThat(ami.rest()).isEmpty();
    pbx.faults().breakLinkAfter("redirect");
    ami = AmiClient.loggedIn(pbx.ami(), "off");
    redirect(channel, "2");
    assertThat(ami.rest()).isEmpty();
    Awaiting.that(
        "the landing",
        pbx,
        () -> pbx.sightings().stream().anyMatch(seen -> seen.subject().equals("LANDED")));
    assertThat(pbx.sightings())
        .filteredOn(seen -> seen.subject().equals("LANDED"))
        .extracting(Sighting::detail)
        .containsExactly("2");
  }

  @Test
  void a_list_can_break_off_before_its_end() throws IOException {
    pbx.faults().breakOffNextList(1);
    ami.send("Action: DeviceStateList");
    assertThat(ami.rest()).contains("PJSIP/trunk").doesNotContain("8260", "Complete");
  }

  @Test
  void links_can_fall_silent_and_speak_again() throws IOException {
    pbx.faults().fallSilent();
    ami.send("Action: Ping", "ActionID: lost");
    assertThat(ami.isSilentFor(50)).isTrue();
    pbx.faults().speakAgain();
    assertThat(ami.ask("Action: Ping", "ActionID: 2")).contains("ActionID: 2");
  }

  @Test
  void messages_can_come_in_small_pieces() throws IOException {
    pbx.faults().writeInPieces(1);
    assertThat(ami.ask("Action: Ping", "ActionID: 2")).contains("ActionID: 2\r\nPing: Pong");
    pbx.faults().clear();
    assertThat(ami.ask("Action: Ping", "ActionID: 3")).contains("ActionID: 3");
  }

  @Test
  void all_links_can_be_cut_and_new_ones_refused_until_they_are_let_in_again() throws IOException {
    pbx.amiOpen(false);
    assertThat(ami.rest()).isEmpty();
    assertThatThrownBy(() -> new AmiClient(pbx.ami().port())).isInstanceOf(ConnectException.class);
    pbx.amiOpen(true);
    pbx.amiOpen(true);
    try (AmiClient client = connect()) {
      assertThat(Set.of(client.ask("Action: Ping"))).isNotEmpty();
    }
  }
}
