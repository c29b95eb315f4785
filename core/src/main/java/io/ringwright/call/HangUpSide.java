package io.ringwright.call;

/** Who hung up. */
public enum HangUpSide {
  /** The caller did. */
  CALLER,
  /** Who talked to the caller did: an agent, or an outsider. */
  AGENT,
  /**
   * Nobody said. So it is where the switch ended the channel by itself or by order of an operator,
   * where there was no link to it, and for a caller who was found to be gone.
   */
  UNKNOWN
}
