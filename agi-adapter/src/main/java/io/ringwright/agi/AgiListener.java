package io.ringwright.agi;

import static io.ringwright.agi.ServerLog.LOG;

import io.ringwright.agi.AgiConnection.Limits;
import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
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

  private final ArrivingSessions arriving;
  private final SessionDesk desk;
  private final ThreadPoolExecutor workers;
  private final WaitingSessions waiting;
  private final Limits limits;
  private final Set<AgiConnection> open = ConcurrentHashMap.newKeySet();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private @Nullable AgiConnection accepted;

  /**
   * Who serves sessions.
   *
   * @param pool the threads
   * @param waiting the sessions that wait for one
   */
  record Workers(ThreadPoolExecutor pool, WaitingSessions waiting) {}

  AgiListener(
      ServerSocketChannel server,
      ArrivingSessions arriving,
      SessionDesk desk,
      Workers workers,
      Limits limits) {
    super(NO_FILE, (request, channel) -> null);
    this.arriving = arriving;
    this.desk = desk;
    this.workers = workers.pool();
    this.waiting = workers.waiting();
    this.limits = limits;
    setAddress(server.socket().getInetAddress());
    setPort(server.socket().getLocalPort());
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
      workers.execute(() -> serve(session));
    } catch (RejectedExecutionException full) {
      if (!isBusy() || !waits(session, connection)) {
        refuse(connection);
      }
      serveWaiting();
    } catch (Throwable failed) { // Such as an OutOfMemoryError: no more threads can be made.
      LOG.warn("No thread for an AGI session: {}", failed.toString());
      refuse(connection);
    }
  }

  private boolean waits(Runnable session, @Nullable AgiConnection connection) {
    return connection != null && waiting.add(session, () -> refuse(connection), connection.since());
  }

  /** Whoever waits for a thread comes after the session that the thread was for. */
  private void serve(Runnable session) {
    try {
      session.run();
    } finally {
      waiting.serve();
    }
  }

  /** Whether all threads are there and at work; else no thread can be made. */
  private boolean isBusy() {
    return !workers.isShutdown() && workers.getPoolSize() >= workers.getMaximumPoolSize();
  }

  /** A thread that has just become free would not look again by itself. */
  private void serveWaiting() {
    try {
      workers.execute(waiting::serve);
    } catch (RejectedExecutionException busy) {
      // Each of the busy threads looks before it is free.
    }
  }

  /** Too much at once: this session is told so, and its call asks again. */
  private void refuse(@Nullable AgiConnection connection) {
    if (connection != null) {
      desk.refuse(connection);
    }
  }

  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized") // what it adds needs no lock
  public void shutdown() {
    stopped.countDown();
    super.shutdown();
    arriving.close();
  }

  /** Ends the sessions that are left. */
  void hangUpAll() {
    open.forEach(AgiConnection::close);
  }

  /** Waits for the next session whose head is there. */
  private AgiConnection next() throws IOException {
    boolean told = false;
    while (true) {
      try {
        AgiConnection connection = new AgiConnection(arriving.next(), limits, open::remove);
        open.add(connection);
        return connection;
      } catch (IOException failed) {
        if (pause()) {
          throw failed;
        }
        if (!told) {
          LOG.warn("Cannot accept AGI sessions, trying on: {}", failed.getMessage());
          told = true;
        }
      }
    }
  }

  boolean isStopped() {
    return stopped.getCount() == 0;
  }

  /**
   * Waits a moment, so that a lack of files does not become a lack of processor time too.
   *
   * @return whether the server is closed by now
   */
  boolean pause() {
    try {
      return stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private final class Door implements ServerSocketFacade {

    @Override
    public SocketConnectionFacade accept() throws IOException {
      AgiConnection connection = next();
      accepted = connection;
      return connection;
    }

    @Override
    public void close() {
      arriving.close();
    }

    @Override
    public void setSocketReadTimeout(int millis) {
      // A connection has its own limits.
    }
  }
}
