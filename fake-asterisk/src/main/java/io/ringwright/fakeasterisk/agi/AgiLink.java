package io.ringwright.fakeasterisk.agi;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The socket to the application's server. Reading belongs to one thread, writing to another.
 *
 * <p>Thread safety: as said; closing may be done by any thread.
 */
final class AgiLink implements AutoCloseable {

  /** Source: {@code MAX_AGI_CONNECT} in {@code res/res_agi.c}. */
  private static final int CONNECT_LIMIT_MS = 2_000;

  /** Source: {@code AGI_BUF_LEN} in {@code res/res_agi.c}, releases since the middle of 2025. */
  private static final int LONGEST_LINE = 8_191;

  private final Socket socket = new Socket();

  /** Connects; a server that does not answer in time is none. */
  InputStream connect(String host, int port) throws IOException {
    socket.setTcpNoDelay(true);
    socket.connect(new InetSocketAddress(host, port), CONNECT_LIMIT_MS);
    return new BufferedInputStream(socket.getInputStream());
  }

  /** A line without its end, or a part of one that is too long; empty at the end of the stream. */
  static Optional<String> readLine(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = in.read();
    while (next >= 0 && next != '\n' && line.size() < LONGEST_LINE) {
      line.write(next);
      next = in.read();
    }
    boolean nothing = next < 0 && line.size() == 0;
    return nothing ? Optional.empty() : Optional.of(line.toString(StandardCharsets.UTF_8));
  }

  void write(String text) {
    try {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException closed) {
      // The reader sees the end of the connection and ends the session.
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException alreadyClosed) {
      // It is closed, which is what was wanted.
    }
  }
}
