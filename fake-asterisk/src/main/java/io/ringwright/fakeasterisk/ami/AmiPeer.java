package io.ringwright.fakeasterisk.ami;

/**
 * The way back to one client of the manager interface: a socket, or whatever a test puts there.
 *
 * <p>Thread safety: may be used by many threads, unless the implementation says otherwise.
 */
public interface AmiPeer {

  /**
   * Sends what the client is to read.
   *
   * @param text whole lines, each with CR and LF
   */
  void send(String text);

  /** Nothing more is sent. */
  void mute();

  /** Closes after what was sent before has gone. */
  void closeWhenWritten();

  /** Closes at once. */
  void closeNow();
}
