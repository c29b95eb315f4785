package io.ringwright.ami;

import io.ringwright.dialplan.AgiIdentity;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks at an AGI address who answers there, as Asterisk would ask, but from this machine.
 *
 * <p>Thread safety: may be used by many threads; blocks for 2 s, and a connection for as long, at
 * most.
 */
final class AgiProbe {

  private static final Duration LIMIT = Duration.ofSeconds(2);
  private static final int LONGEST_LINE = 2048;
  private static final int STANDARD_PORT = 4573;
  private static final Pattern ADDRESS =
      Pattern.compile("agi://(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+)(?::([0-9]{1,5}))?(/.*)?");
  private static final Pattern SAID = Pattern.compile("VERBOSE \"(ringwright [^\"]*)\" 1");
  private static final Pattern REFUSED = Pattern.compile("VERBOSE \"Ringwright: ([^\"]*)\" 1");

  private AgiProbe() {}

  /**
   * What was found at an address.
   *
   * @param state what it is
   * @param words what was seen, for a finding
   * @param identity who answers, if it is Ringwright
   */
  record Answer(State state, String words, Optional<AgiIdentity> identity) {

    /** What is at an address. */
    enum State {
      RINGWRIGHT,
      NOTHING,
      SOMETHING_ELSE,
      NOT_SEEN_FROM_HERE
    }

    private static Answer of(State state, String words) {
      return new Answer(state, words, Optional.empty());
    }
  }

  /**
   * Asks.
   *
   * @param address as the dialplan has it, without the script
   * @param amiHost where the AMI of that Asterisk is, seen from here
   */
  static Answer ask(String address, String amiHost) {
    Matcher shape = ADDRESS.matcher(address);
    if (!shape.matches()) {
      return Answer.of(Answer.State.NOT_SEEN_FROM_HERE, "it is no plain address");
    }
    String host = shape.group(1).replaceAll("[\\[\\]]", "");
    int port = shape.group(2) == null ? STANDARD_PORT : Integer.parseInt(shape.group(2));
    try {
      InetAddress there = InetAddress.getByName(host);
      if (there.isLoopbackAddress() && !InetAddress.getByName(amiHost).isLoopbackAddress()) {
        return Answer.of(
            Answer.State.NOT_SEEN_FROM_HERE, "for Asterisk this is the machine of Asterisk");
      }
      String secret = shape.group(3) == null ? "" : shape.group(3).substring(1) + "/";
      return ask(new InetSocketAddress(there, port), secret + AgiIdentity.SCRIPT);
    } catch (UnknownHostException unknown) {
      return Answer.of(Answer.State.NOT_SEEN_FROM_HERE, "its name is not known on this machine");
    }
  }

  /** An address without the secret that may stand in it. */
  static String shown(String address) {
    Matcher shape = ADDRESS.matcher(address);
    return shape.matches() && shape.group(3) != null
        ? address.substring(0, shape.start(3))
        : address;
  }

  private static Answer ask(InetSocketAddress there, String script) {
    try (Socket socket = new Socket()) {
      socket.connect(there, (int) LIMIT.toMillis());
      socket.setSoTimeout((int) LIMIT.toMillis());
      socket.getOutputStream().write(question(there, script).getBytes(StandardCharsets.US_ASCII));
      return judge(firstLine(socket.getInputStream()));
    } catch (ConnectException refused) {
      return Answer.of(Answer.State.NOTHING, "nothing answers there");
    } catch (SocketTimeoutException silence) {
      return Answer.of(
          Answer.State.SOMETHING_ELSE,
          "no answer came from there within " + LIMIT.toSeconds() + " s");
    } catch (IOException broken) {
      return Answer.of(
          Answer.State.NOT_SEEN_FROM_HERE,
          "the connection was cut without an answer; maybe this machine is not admitted there");
    }
  }

  private static String question(InetSocketAddress there, String script) {
    return "agi_network: yes\nagi_network_script: "
        + script
        + "\nagi_request: agi://"
        + there.getHostString()
        + "/"
        + script
        + "\nagi_channel: none\nagi_uniqueid: none\n\n";
  }

  private static String firstLine(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n' && line.length() < LONGEST_LINE; c = in.read()) {
      line.append((char) c);
    }
    if (line.isEmpty()) {
      throw new IOException("ended without a word");
    }
    return line.toString().strip();
  }

  private static Answer judge(String line) {
    Matcher said = SAID.matcher(line);
    Optional<AgiIdentity> identity =
        said.matches() ? AgiIdentity.parse(said.group(1)) : Optional.empty();
    if (identity.isPresent()) {
      return new Answer(Answer.State.RINGWRIGHT, "Ringwright", identity);
    }
    Matcher refused = REFUSED.matcher(line);
    if (refused.matches()) {
      return Answer.of(
          Answer.State.SOMETHING_ELSE,
          "Ringwright answers there, and refuses: " + refused.group(1));
    }
    String shown = line.replaceAll("[^ -~]", ".");
    return Answer.of(
        Answer.State.SOMETHING_ELSE,
        "something else answers there: '" + shown.substring(0, Math.min(60, shown.length())) + "'");
  }
}
