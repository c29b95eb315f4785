package io.ringwright.agi;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.agi.AsteriskSide.Question;
import io.ringwright.testkit.ErrorOutput;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What happens on every telephone is not worth a line, let alone a stack. Our own warnings, which
 * are counted and thinned out, are switched off in tests; this is about the library below.
 */
class QuietLogTest {

  private final ErrorOutput log = ErrorOutput.kept();
  private final House house = new House();

  @AfterEach
  void letItGo() {
    log.close();
  }

  @Test
  void callers_who_hang_up_and_peers_who_misbehave_leave_no_trace() throws IOException {
    AgiCall.Script endless = call -> call.session().execute("Wait", "100");
    AgiCall.Script deaf = call -> call.session().setVariable("A", "1");
    FastAgiServer server = house.server().script("endless", endless).script("deaf", deaf).start();
    try (server) {
      AsteriskSide.ask(server.port(), new Question("deaf"), command -> "511 dead");
      AsteriskSide.ask(server.port(), new Question("rute"));
      AsteriskSide.ask(server.port(), new Question("route", "8260").with("calleridname", "\r"));
      sendAndGo(server, new Question("endless").head());
      sendAndGo(server, new Question("route", "8260").head());
      sendAndGo(server, "GET / HTTP/1.1\r\n\r\n\n");
      sendAndGo(server, "agi_network: yes\n".repeat(300));
      sendAndGo(server, "");
    }

    assertThat(log.text()).isEmpty();
  }

  private static void sendAndGo(FastAgiServer server, String text) throws IOException {
    try (AsteriskSide peer = new AsteriskSide(server.port())) {
      peer.send(text);
    }
  }
}
