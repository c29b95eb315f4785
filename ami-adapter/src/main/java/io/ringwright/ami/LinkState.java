package io.ringwright.ami;

import java.time.Instant;

/**
 * How the link to one Asterisk stands.
 *
 * <pre>
 *   Closed ──start──▶ Connecting ──▶ Connected ──lost──┐
 *                       ▲    │ └─▶ Refused             │
 *                       │    ▼        │                │
 *                       └─ WaitingToRetry ◀────────────┘      close() leads to Closed from anywhere
 * </pre>
 *
 * <p>Thread safety: immutable.
 */
public sealed interface LinkState {

  /** Not started yet, or closed for good. */
  record Closed() implements LinkState {}

  /** A connection is being made: socket, login, start of Asterisk, first snapshot. */
  record Connecting() implements LinkState {}

  /**
   * Asterisk answers, and the engine has had a snapshot of it.
   *
   * @param since since when
   */
  record Connected(Instant since) implements LinkState {}

  /**
   * There is no link; another attempt follows by itself.
   *
   * @param why what went wrong, in words for the operator
   * @param until when the next attempt starts
   */
  record WaitingToRetry(String why, Instant until) implements LinkState {}

  /**
   * Asterisk refused the login. Somebody has to correct the password, or manager.conf; until then
   * attempts are rare, so that no intrusion detection takes them for a break-in.
   *
   * @param why what Asterisk said, and what to do
   * @param until when the next attempt starts
   */
  record Refused(String why, Instant until) implements LinkState {}

  /**
   * Whether events come in and callers can be delivered.
   *
   * @return true in {@link Connected} only
   */
  default boolean isConnected() {
    return this instanceof Connected;
  }
}
