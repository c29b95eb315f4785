package io.ringwright.it;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A SIP message as it is on the wire.
 *
 * <p>Thread safety: immutable.
 *
 * @param text the whole message, a character for each byte
 */
public record SipMessage(String text) {

  static SipMessage of(byte[] packet, int length) {
    return new SipMessage(new String(packet, 0, length, StandardCharsets.ISO_8859_1));
  }

  byte[] bytes() {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /**
   * What the message is in one word.
   *
   * @return the method of a request, the status code of a response
   */
  public String kind() {
    String[] words = startLine().split(" ", 3);
    return isResponse() && words.length > 1 ? words[1] : words[0];
  }

  /**
   * Whether it answers a request.
   *
   * @return false for a request
   */
  public boolean isResponse() {
    return text.startsWith("SIP/2.0 ");
  }

  /**
   * The first line.
   *
   * @return without the line end
   */
  public String startLine() {
    return text.lines().findFirst().orElse("");
  }

  /**
   * The first header of a name.
   *
   * @param name in the long form, in any case
   * @return its value
   */
  public Optional<String> header(String name) {
    return headerLine(name).map(line -> line.substring(line.indexOf(':') + 1).strip());
  }

  /** The user part of the request's address; empty for a response. */
  String user() {
    String[] words = startLine().split(" ", 3);
    if (isResponse() || words.length < 2) {
      return "";
    }
    int at = words[1].indexOf('@');
    return at < 0 ? "" : words[1].substring(words[1].indexOf(':') + 1, at);
  }

  String callId() {
    return header("Call-ID").orElse("");
  }

  /** The method of the request that a response answers, or of the request itself. */
  String method() {
    String sequence = header("CSeq").orElse("");
    return sequence.substring(sequence.indexOf(' ') + 1).strip();
  }

  /** Whether it begins a dialogue rather than being part of one. */
  boolean isNewInvite() {
    return kind().equals("INVITE") && !header("To").orElse("").contains(";tag=");
  }

  /** A command to SIPp within the call of this message, with this message's headers. */
  SipMessage command(String name) {
    return command(name, Map.of());
  }

  /** The same with more headers. */
  SipMessage command(String name, Map<String, String> more) {
    StringBuilder command = new StringBuilder(name).append(" sip:lab SIP/2.0\r\n");
    for (String header : List.of("Via", "From", "To", "Call-ID", "CSeq")) {
      headerLine(header).ifPresent(line -> command.append(line).append("\r\n"));
    }
    more.forEach((header, value) -> command.append(header + ": " + value + "\r\n"));
    return new SipMessage(command.append("Content-Length: 0\r\n\r\n").toString());
  }

  private Optional<String> headerLine(String name) {
    String prefix = name + ":";
    return text.lines()
        .takeWhile(line -> !line.isEmpty())
        .filter(line -> line.regionMatches(true, 0, prefix, 0, prefix.length()))
        .findFirst();
  }

  @Override
  public String toString() {
    return isResponse() ? kind() + " for " + method() : startLine();
  }
}
