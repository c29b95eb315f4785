package io.ringwright.agi;

import io.ringwright.agi.RequestHead.Fitness;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.asteriskjava.util.SocketConnectionFacade;

/**
 * One connection from Asterisk: one AGI session.
 *
 * <p>There are two ways to use it. A script that only decides gives one answer with {@link
 * #finish}: all commands in one piece, and behind them the end of our side of the stream. Asterisk
 * works through them and goes on with the dialplan as soon as it sees that end, so an answer costs
 * no round trip at all. (The commands must not wait for replies in the middle: Asterisk reads
 * through a buffer and looks at the socket, not into the buffer, for the next command. The end of
 * the stream is what keeps it reading; res_agi.c, run_agi.) A script that does more, such as to
 * dial, sends one command at a time through asterisk-java and reads each reply.
 *
 * <p>Thread safety: {@link #finish} and {@link #close} by any thread; the rest by the session's.
 */
final class AgiConnection implements SocketConnectionFacade {

  /** Longest command in bytes: Asterisk before 20.16 and 22.6 reads 2048 at a time. */
  static final int LONGEST_COMMAND = 2000;

  private final Socket socket;
  private final AgiReader in;
  private final OutputStream out;
  private final long since;
  private final Limits limits;
  private final Consumer<AgiConnection> whenClosed;
  private final AtomicBoolean finished = new AtomicBoolean();
  private Iterator<String> head = List.<String>of().iterator();
  private boolean headRead;
  private RequestHead request = new RequestHead(Fitness.BROKEN, List.of(), "not read");

  /**
   * What a connection grants its peer.
   *
   * @param end for the end of a session that has had its answer
   * @param reply for the reply to a command
   */
  record Limits(Watchdog end, Duration reply) {}

  /**
   * A connection to a peer who may talk, and has said what it wants.
   *
   * @param arrived the session
   * @param limits what the peer is granted
   * @param whenClosed told once, by the thread that closed it
   */
  AgiConnection(ArrivingSessions.Arrived arrived, Limits limits, Consumer<AgiConnection> whenClosed)
      throws IOException {
    this.socket = arrived.socket();
    this.since = arrived.since();
    this.limits = limits;
    this.whenClosed = whenClosed;
    in = new AgiReader(arrived.in());
    out = socket.getOutputStream();
  }

  /** When the head of the request was there, on the clock that counts nanoseconds. */
  long since() {
    return since;
  }

  /** The head of the request. */
  RequestHead request() {
    if (!headRead) {
      headRead = true;
      request = RequestHead.read(in);
      head = request.lines().iterator();
    }
    return request;
  }

  @Override
  public String readLine() throws IOException {
    request();
    if (head.hasNext()) {
      return head.next();
    }
    String line = in.next();
    if (line == null) {
      throw new EOFException("Asterisk ended the session");
    }
    return line;
  }

  @Override
  public void write(String command) throws IOException {
    if (finished.get()) {
      throw new IOException("the session has had its answer");
    }
    send(command);
  }

  /**
   * Gives the answer, and ends our side of the session.
   *
   * @param commands complete lines
   * @return false if the session has had an answer before, or the peer is gone
   */
  boolean finish(String commands) {
    if (!finished.compareAndSet(false, true)) {
      return false;
    }
    try {
      send(commands);
      socket.shutdownOutput();
      return true;
    } catch (IOException gone) {
      return false;
    }
  }

  /**
   * Reads until Asterisk has ended its side too: closing earlier could cost it our last words. All
   * of that takes no longer than the time for a head: who sends nothing, or a byte now and then,
   * holds no thread. The alarm alone sees to that: a time limit of the socket's own would cost five
   * system calls for each read instead of one.
   */
  void drain() {
    Watchdog.Alarm alarm = limits.end().alarm(this::close);
    try {
      socket.setSoTimeout(0);
      while (in.next() != null) {
        // Nothing that comes now matters.
      }
    } catch (IOException over) {
      // However it ended, it has ended.
    } finally {
      alarm.callOff();
      close();
    }
  }

  /** Waits for the next replies as long as the limits say. */
  void patienceAsUsual() throws IOException {
    socket.setSoTimeout((int) limits.reply().toMillis());
  }

  /** Waits for the next reply as long as it takes: somebody is talking. */
  void patienceWithoutEnd() throws IOException {
    socket.setKeepAlive(true);
    socket.setSoTimeout(0);
  }

  private void send(String lines) throws IOException {
    out.write(lines.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void flush() {
    // Nothing is held back.
  }

  @Override
  public void close() {
    finished.set(true);
    if (!socket.isClosed()) {
      try {
        socket.close();
      } catch (IOException ignored) {
        // It is as closed as it will be.
      }
      whenClosed.accept(this);
    }
  }

  @Override
  public boolean isConnected() {
    return socket.isConnected();
  }

  @Override
  public InetAddress getLocalAddress() {
    return socket.getLocalAddress();
  }

  @Override
  public int getLocalPort() {
    return socket.getLocalPort();
  }

  @Override
  public InetAddress getRemoteAddress() {
    return socket.getInetAddress();
  }

  @Override
  public int getRemotePort() {
    return socket.getPort();
  }
}
