package io.ringwright.agi;

import static io.ringwright.agi.ServerLog.LOG;

import io.ringwright.CallEvents;
import io.ringwright.call.PbxId;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A FastAGI server that brings the questions of Asterisk's dialplan to the engine, and its
 * decisions back.
 *
 * <pre>{@code
 * try (FastAgiServer agi = FastAgiServer.builder(router, PbxId.of("pbx1")).start()) {
 *   ...
 * }
 * }</pre>
 *
 * <p>FastAGI knows neither passwords nor encryption. The server therefore listens on loopback and
 * admits loopback only, unless told otherwise; where other programs run on the machine, a
 * {@linkplain FastAgiServerBuilder#secret secret} in the address keeps them out.
 *
 * <p>Every question is answered within a deadline, whatever the engine and its journal do: if they
 * are late, without a decision, and the dialplan asks the same question again.
 *
 * <p>Thread safety: may be used by many threads. A closed server is not started again; make
 * another.
 */
public final class FastAgiServer implements AutoCloseable {

  private static final Duration THREADS_KEPT = Duration.ofSeconds(50);

  /** So many sessions may wait for each thread. */
  static final int WAITING_FOR_A_THREAD = 16;

  private static final Duration TO_FINISH = Duration.ofSeconds(3);
  private static final Duration TO_DIE = Duration.ofSeconds(2);

  private final InetSocketAddress address;
  private final AgiListener listener;
  private final ThreadPoolExecutor workers;
  private final ArrivingSessions arriving;
  private final ScheduledThreadPoolExecutor clockwork;
  private final SessionCounters counters = new SessionCounters();
  private final Thread acceptor;

  private FastAgiServer(ServerSocketChannel socket, ServerPlan plan) throws IOException {
    address = (InetSocketAddress) socket.getLocalAddress();
    ThreadFactory threads = threads("ringwright-agi-" + address.getPort());
    clockwork = new ScheduledThreadPoolExecutor(1, threads);
    workers = pool(plan.fewest(), plan.most(), plan.threads().orElse(threads));
    arriving = new ArrivingSessions(socket, plan.peers(), plan.times().head(), plan.nanoseconds());
    listener =
        new AgiListener(
            socket,
            arriving,
            new SessionDesk(plan, counters, deadline(plan)),
            new AgiListener.Workers(
                workers,
                new WaitingSessions(plan.most() * WAITING_FOR_A_THREAD, plan.nanoseconds())),
            new AgiConnection.Limits(
                new Watchdog(clockwork, plan.times().head()), plan.times().reply()));
    acceptor = threads.newThread(this::accept);
  }

  private Deadline deadline(ServerPlan plan) {
    return new Deadline(plan.times().answer(), clockwork, plan.nanoseconds());
  }

  /** A server that listens on a socket. */
  static FastAgiServer listening(ServerSocketChannel socket, ServerPlan plan) throws IOException {
    FastAgiServer server = new FastAgiServer(socket, plan);
    server.workers.prestartAllCoreThreads();
    server.acceptor.start();
    LOG.info("AGI for {} on {}", plan.settings().pbx(), server.address);
    return server;
  }

  /**
   * Begins a server.
   *
   * @param engine the engine: the {@link io.ringwright.CallRouter}
   * @param pbx the Asterisk that will ask; give each Asterisk a server of its own
   * @return a builder with defaults for everything else
   */
  public static FastAgiServerBuilder builder(CallEvents engine, PbxId pbx) {
    return new FastAgiServerBuilder(CallSettings.standard(engine, pbx));
  }

  /**
   * The port that the server listens on.
   *
   * @return a TCP port, the real one where 0 was asked for
   */
  public int port() {
    return address.getPort();
  }

  /**
   * Stops: takes no more sessions, lets those that are being answered end within 3 s, then cuts off
   * what is left, such as scripts that dial; Asterisk goes on with those calls. Returns when all
   * threads are done. Closing again does nothing.
   */
  @Override
  public void close() {
    listener.shutdown();
    workers.shutdown();
    if (!ended(workers, TO_FINISH)) {
      listener.hangUpAll();
      workers.shutdownNow();
      if (!ended(workers, TO_DIE)) {
        LOG.warn("AGI on {} stops with sessions still at work", address);
      }
    }
    clockwork.shutdownNow();
    listener.hangUpAll();
    joinAcceptor();
  }

  private void joinAcceptor() {
    try {
      acceptor.join(TO_DIE.toMillis());
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * What became of the sessions until now.
   *
   * @return counts that only grow, from the start of this server on
   */
  public AgiCounts counts() {
    return counters.counts();
  }

  /** Accepts until the server is closed, whatever fails: a dead acceptor would answer nobody. */
  private void accept() {
    boolean stopped = listener.isStopped();
    while (!stopped) {
      try {
        listener.startup();
      } catch (Throwable failed) {
        LOG.error("AGI on {} failed to accept sessions, and goes on", address, failed);
      }
      stopped = listener.pause();
    }
    arriving.closeBegun();
  }

  private static boolean ended(ThreadPoolExecutor pool, Duration time) {
    try {
      return pool.awaitTermination(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static ThreadPoolExecutor pool(int fewest, int most, ThreadFactory threads) {
    return new ThreadPoolExecutor(
        fewest,
        most,
        THREADS_KEPT.toSeconds(),
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        threads);
  }

  private static ThreadFactory threads(String name) {
    AtomicInteger count = new AtomicInteger();
    return work -> {
      Thread thread = new Thread(work, name + "-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
