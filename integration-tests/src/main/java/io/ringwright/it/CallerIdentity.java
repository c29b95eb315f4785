package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxUnderTest.CallPlan;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What a caller says in SIP about who calls and what was dialled; any text, as hostile as it may
 * be.
 *
 * <p>Numbers are escaped as an address must be, and Asterisk takes the escapes away again. A name
 * goes out as it is: SIPp, which could not carry every name, gets a stand-in for it.
 *
 * @param id the Call-ID
 * @param command the command with which SIPp begins the call
 * @param name the display name as it goes over the wire
 */
record CallerIdentity(String id, SipMessage command, String name) {

  private static final String STAND_IN = "\"stand-in\"";

  /** Everything but these is escaped in the user part of an address (RFC 3261 section 25.1). */
  private static final String PLAIN =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.*";

  static CallerIdentity of(String id, CallPlan plan, int asteriskPort) {
    String uri = address(plan.dialled()) + ":" + asteriskPort;
    String text =
        String.join(
            "\r\n",
            "CALL sip:lab SIP/2.0",
            "Via: SIP/2.0/UDP 127.0.0.1:9;branch=z9hG4bK-" + id,
            "From: " + STAND_IN + " <" + address(plan.number()) + ">;tag=" + id,
            "To: <" + uri + ">",
            "Call-ID: " + id,
            "CSeq: 1 CALL",
            "X-Uri: " + uri,
            "X-Priority: " + plan.priority(),
            "X-Skills: " + plan.skills(),
            "X-Returning: " + plan.returning(),
            "X-Prefer: " + plan.preferring(),
            "Content-Length: 0",
            "",
            "");
    return new CallerIdentity(id, new SipMessage(text), quoted(plan.name()));
  }

  /** The address of a number; without a user part where there is no number. */
  private static String address(String number) {
    return number.isEmpty() ? "sip:127.0.0.1" : "sip:" + escaped(number) + "@127.0.0.1";
  }

  /** A message of SIPp with the real name in it. */
  SipMessage unveil(SipMessage message) {
    return new SipMessage(message.text().replace(STAND_IN, name));
  }

  /** A message of Asterisk with the stand-in for the name. */
  SipMessage veil(SipMessage message) {
    return name.isEmpty() ? message : new SipMessage(message.text().replace(name, STAND_IN));
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      if (octet > 0 && PLAIN.indexOf(octet) >= 0) {
        escaped.append((char) octet);
      } else {
        escaped.append(String.format(Locale.ROOT, "%%%02X", octet & 0xff));
      }
    }
    return escaped.toString();
  }

  /** A quoted string in UTF-8, with a character for each byte; nothing for no name. */
  private static String quoted(String name) {
    if (name.isEmpty()) {
      return "";
    }
    String octets = new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    return '"' + octets.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
