package io.ringwright.agi;

import static io.ringwright.agi.ServerLog.LOG;

import io.ringwright.agi.AgiConnection.Limits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.asteriskjava.fastagi.DefaultAgiServer;
import org.asteriskjava.fastagi.MappingStrategy;
import org.asteriskjava.util.ServerSocketFacade;
import org.asteriskjava.util.SocketConnectionFacade;
import org.jspecify.annotations.Nullable;

/**
 * asterisk-java's FastAGI server, without the parts of it that trust the peer or the host: the
 * socket, the choice of a script (by default a class that the peer names), the threads, the end.
 *
 * <p>Directly after each connection, on the thread that accepted it, asterisk-java asks for the
 * mapping to scripts and for a thread. That is how a script here knows its {@link AgiConnection}.
 *
 * <p>Thread safety: {@link #shutdown} and {@link #hangUpAll} by any thread; the rest by the one in
 * {@link #startup}.
 */
final class AgiListener extends DefaultAgiServer {

  /** asterisk-java would read a port from a file of this name on the host's class path. */
  private static final String NO_FILE = "io.ringwright.agi.none";

  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final int MOST_STRANGERS_NAMED = 100;

  private final ServerSocket server;
  private final Predicate<InetAddress> peers;
  private final SessionDesk desk;
  private final Workers workers;
  private final Limits limits;
  private final Set<AgiConnection> open = ConcurrentHashMap.newKeySet();
  private final Set<InetAddress> strangers = ConcurrentHashMap.newKeySet();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private @Nullable AgiConnection accepted;

  /**
   * Who does the work.
   *
   * @param sessions serves sessions; refuses at once what is too much
   * @param refusals tells those who were refused; refuses too what is too much
   */
  record Workers(ThreadPoolExecutor sessions, ThreadPoolExecutor refusals) {}

  AgiListener(
      ServerSocket server,
      Predicate<InetAddress> peers,
      SessionDesk desk,
      Workers workers,
      Limits limits) {
    super(NO_FILE, (request, channel) -> null);
    this.server = server;
    this.peers = peers;
    this.desk = desk;
    this.workers = workers;
    this.limits = limits;
    setAddress(server.getInetAddress());
    setPort(server.getLocalPort());
  }

  @Override
  protected ServerSocketFacade createServerSocket() {
    return new Door();
  }

  @Override
  protected MappingStrategy getMappingStrategy() {
    AgiConnection connection = accepted;
    if (connection == null) {
      return super.getMappingStrategy();
    }
    return (request, channel) -> (same, unused) -> desk.serve(connection, request, channel);
  }

  @Override
  protected void execute(Runnable session) {
    AgiConnection connection = accepted;
    try {
      workers.sessions().execute(session);
    } catch (RejectedExecutionException full) {
      if (connection != null) {
        refuse(connection);
      }
    }
  }

  /** Too much at once: this session is told, in its turn, or closed if even that is too much. */
  private void refuse(AgiConnection connection) {
    try {
      workers.refusals().execute(() -> desk.refuse(connection));
    } catch (RejectedExecutionException full) {
      connection.close();
    }
  }

  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized") // what it adds needs no lock
  public void shutdown() {
    stopped.countDown();
    super.shutdown();
    try {
      server.close();
    } catch (IOException ignored) {
      // It is as closed as it will be.
    }
  }

  /** Ends the sessions that are left. */
  void hangUpAll() {
    open.forEach(AgiConnection::close);
  }

  /** Waits for the next peer who may come in. */
  private AgiConnection admit() throws IOException {
    while (true) {
      Socket socket = next();
      if (peers.test(socket.getInetAddress())) {
        AgiConnection connection = new AgiConnection(socket, limits, open::remove);
        open.add(connection);
        return connection;
      }
      turnAway(socket);
    }
  }

  private Socket next() throws IOException {
    boolean told = false;
    while (true) {
      try {
        return server.accept();
      } catch (IOException failed) {
        if (paused()) {
          throw failed;
        }
        if (!told) {
          LOG.warn("Cannot accept AGI sessions, trying on: {}", failed.getMessage());
          told = true;
        }
      }
    }
  }

  /** Waits a moment, so that a lack of files does not become a lack of processor time too. */
  private boolean paused() {
    try {
      return stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private void turnAway(Socket socket) throws IOException {
    InetAddress stranger = socket.getInetAddress();
    socket.close();
    if (strangers.size() < MOST_STRANGERS_NAMED && strangers.add(stranger)) {
      LOG.warn("AGI peer {} turned away: name it with peers(..) if it is an Asterisk", stranger);
    }
  }

  private final class Door implements ServerSocketFacade {

    @Override
    public SocketConnectionFacade accept() throws IOException {
      AgiConnection connection = admit();
      accepted = connection;
      return connection;
    }

    @Override
    public void close() throws IOException {
      server.close();
    }

    @Override
    public void setSocketReadTimeout(int millis) {
      // A connection has its own limits.
    }
  }
}
