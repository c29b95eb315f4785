package io.ringwright.benchmarks.agi;

import io.ringwright.dialplan.ChannelVariables;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The other end of an AGI session, as Asterisk behaves: connects, says what it wants, replies to
 * each command, and closes when the server has ended.
 *
 * <p>Thread safety: for one thread.
 */
final class AsteriskClient {

  private static final int PATIENCE_MILLIS = 10_000;
  private static final byte[] REPLY = "200 result=1\n".getBytes(StandardCharsets.US_ASCII);

  private final AskedServer server;
  private final int client;
  private int asked;

  AsteriskClient(AskedServer server, int client, int asked) {
    this.server = server;
    this.client = client;
    this.asked = asked;
  }

  static String uniqueId(int client) {
    return "lab-1772442000." + client;
  }

  static String channel(int client) {
    return String.format("PJSIP/trunk-%08x", client);
  }

  /** How many questions this client has asked, with those before it. */
  int asked() {
    return asked;
  }

  /**
   * Asks once.
   *
   * @return whether the answer was that the caller waits; a late one is none
   * @throws IOException if the session breaks
   */
  boolean ask() throws IOException {
    asked++;
    byte[] head = head().getBytes(StandardCharsets.UTF_8);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(head);
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      boolean decided = false;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        decided |= line.contains(ChannelVariables.DECISION) && line.contains("wait");
        socket.getOutputStream().write(REPLY);
      }
      return decided;
    }
  }

  /** The lines with which Asterisk opens a session, up to the empty one. */
  String head() {
    String script = server.script();
    StringBuilder head =
        new StringBuilder(
            """
            agi_network: yes
            agi_network_script: %1$s
            agi_request: agi://127.0.0.1:4573/%1$s
            agi_channel: %2$s
            agi_language: en
            agi_type: PJSIP
            agi_uniqueid: %3$s
            agi_version: 22.10.0
            agi_callerid: 0301234567
            agi_calleridname: unknown
            agi_callingpres: 0
            agi_callingani2: 0
            agi_callington: 0
            agi_callingtns: 0
            agi_dnid: 700
            agi_rdnis: unknown
            agi_context: ringwright-wait
            agi_extension: s
            agi_priority: 9
            agi_enhanced: 0.0
            agi_accountcode:\s
            agi_threadid: 139872349\s
            """
                .formatted(script, channel(client), uniqueId(client)));
    int number = 1;
    head.append("agi_arg_1: ").append(asked).append('\n');
    for (String argument : server.arguments(client)) {
      number++;
      head.append("agi_arg_").append(number).append(": ").append(argument).append('\n');
    }
    return head.append('\n').toString();
  }

  /** The clients of one measurement, each of which goes on with its numbers. */
  static List<AsteriskClient> of(AskedServer server, int clients, int asked) {
    return IntStream.range(0, clients)
        .mapToObj(client -> new AsteriskClient(server, client, asked))
        .toList();
  }
}
