package io.ringwright.fakeasterisk.agi;

/**
 * The way to FastAGI servers: sockets, or whatever a test puts there.
 *
 * <p>Thread safety: as the implementation says.
 */
public interface AgiNetwork extends AutoCloseable {

  /**
   * Connects on behalf of a script, and returns at once.
   *
   * @param host name or address of the server
   * @param port its TCP port
   * @param script is told what comes of it
   * @return where the script writes
   */
  Line connect(String host, int port, Script script);

  /** Cuts all connections, for a switch that closes. Does nothing unless it is said otherwise. */
  @Override
  default void close() {}

  /** What Asterisk writes to a server. */
  interface Line {

    /**
     * Writes to the server, or nowhere if there is none.
     *
     * @param text whole lines
     */
    void write(String text);

    /** Closes the connection; the script is told that it is over. */
    void close();
  }

  /** What Asterisk hears from a server. Each method may be called by any thread. */
  interface Script {

    /** The server is there. */
    void connected();

    /**
     * The server wrote a line. The next one is not said before this one is done.
     *
     * @param line without its end
     * @param done is run when the command was carried out
     */
    void said(String line, Runnable done);

    /** There is no connection, or not any more. Told once. */
    void over();
  }
}
