package io.ringwright.it;

import java.time.Instant;

/**
 * A SIP message that a phone or a caller got or gave.
 *
 * @param at when it was on the wire
 * @param received whether it came from Asterisk; false if Asterisk was told
 * @param message what it was
 */
public record SipSeen(Instant at, boolean received, SipMessage message) {

  @Override
  public String toString() {
    return at + (received ? " <- " : " -> ") + message;
  }
}
