package io.ringwright.ami;

import static io.ringwright.ami.Checks.kinds;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.ami.AgiProbe.Answer;
import io.ringwright.ami.AgiProbe.Answer.State;
import io.ringwright.ami.InstallationFinding.Kind;
import io.ringwright.call.ContextName;
import io.ringwright.call.PbxId;
import io.ringwright.dialplan.AgiIdentity;
import io.ringwright.dialplan.Contexts;
import io.ringwright.dialplan.Contexts.Part;
import io.ringwright.testkit.ManualClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AgiProbeTest {

  private static final String HERE = "127.0.0.1";

  private final Findings findings = new Findings(Settings.LAB);

  /** Somebody who says this to whoever comes, and closes. */
  private static ServerSocket saying(String words) throws IOException {
    ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread thread =
        new Thread(
            () -> {
              try (Socket peer = server.accept()) {
                peer.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
                peer.shutdownOutput();
                boolean more = peer.getInputStream().read() >= 0;
                while (more) {
                  more = peer.getInputStream().read() >= 0;
                }
              } catch (IOException over) {
                // The test has what it wants.
              }
            });
    thread.setDaemon(true);
    thread.start();
    return server;
  }

  private static Answer ask(ServerSocket server) {
    return AgiProbe.ask("agi://127.0.0.1:" + server.getLocalPort(), HERE);
  }

  private void inspect(Answer answer) {
    LinkSettings settings = Settings.with(new RecordedEvents(), ManualClock.onMondayMorning());
    AgiFindings.inspect("agi://127.0.0.1:4573", answer, settings, findings);
  }

  private static String identity(String pbx, Contexts contexts) {
    return "VERBOSE \"" + AgiIdentity.of(PbxId.of(pbx), contexts).text() + "\" 1\n";
  }

  @Test
  void a_server_of_ringwright_says_who_it_is() throws IOException {
    try (ServerSocket server = saying(identity("lab", Contexts.standard()))) {
      Answer answer = ask(server);
      assertThat(answer.state()).isEqualTo(State.RINGWRIGHT);
      inspect(answer);
      assertThat(findings.all()).isEmpty();
    }
  }

  @Test
  void another_name_of_the_pbx_is_found() throws IOException {
    try (ServerSocket server = saying(identity("pbx1", Contexts.standard()))) {
      inspect(ask(server));
      assertThat(findings.all())
          .singleElement()
          .satisfies(
              found -> {
                assertThat(found.kind()).isEqualTo(Kind.TWO_NAMES);
                assertThat(found.what()).contains("names this PBX pbx1", "names it lab");
              });
    }
  }

  @Test
  void other_names_of_contexts_are_found() throws IOException {
    Contexts own = Contexts.standard().with(Part.DELIVER, ContextName.of("my-deliver"));
    try (ServerSocket server = saying(identity("lab", own))) {
      inspect(ask(server));
      assertThat(kinds(findings)).containsExactly(Kind.CONTEXTS_DIFFER);
    }
  }

  @Test
  void the_secret_in_an_address_is_sent_and_never_shown() throws IOException {
    try (ServerSocket server = saying("VERBOSE \"Ringwright: the AGI address lacks it\" 1\n")) {
      String address = "agi://127.0.0.1:" + server.getLocalPort() + "/0123456789abcdef";
      LinkSettings settings = Settings.with(new RecordedEvents(), ManualClock.onMondayMorning());
      AgiFindings.inspect(address, AgiProbe.ask(address, HERE), settings, findings);
      assertThat(findings.all())
          .singleElement()
          .asString()
          .contains("Ringwright answers there, and refuses: the AGI address lacks it")
          .contains("agi://127.0.0.1:" + server.getLocalPort() + " of the dialplan")
          .doesNotContain("0123456789abcdef");
    }
  }

  @Test
  void something_else_is_found_with_what_it_says() throws IOException {
    try (ServerSocket server = saying("Asterisk Call Manager/11.0.0\r\n")) {
      inspect(ask(server));
      assertThat(findings.all())
          .singleElement()
          .satisfies(
              found -> {
                assertThat(found.kind()).isEqualTo(Kind.AGI_STRANGER);
                assertThat(found.what()).contains("'Asterisk Call Manager/11.0.0'");
              });
    }
  }

  @Test
  void whoever_accepts_and_says_nothing_is_something_else() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      inspect(ask(silent));
      assertThat(kinds(findings)).containsExactly(Kind.AGI_STRANGER);
    }
  }

  @Test
  void a_port_where_nothing_listens_is_found() throws IOException {
    ServerSocket gone = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    gone.close();
    inspect(ask(gone));
    assertThat(kinds(findings)).containsExactly(Kind.AGI_SILENT);
  }

  @Test
  void whoever_closes_without_a_word_may_admit_others_only() throws IOException {
    try (ServerSocket closing = saying("")) {
      inspect(ask(closing));
      assertThat(kinds(findings)).containsExactly(Kind.NOT_LOOKED_AT);
    }
  }

  @Test
  void loopback_of_an_asterisk_elsewhere_is_not_ours_to_ask() {
    assertThat(AgiProbe.ask("agi://127.0.0.1:4573", "192.0.2.7").state())
        .isEqualTo(State.NOT_SEEN_FROM_HERE);
    assertThat(AgiProbe.ask("agi://${PEER}:4573", HERE).state())
        .isEqualTo(State.NOT_SEEN_FROM_HERE);
  }
}
