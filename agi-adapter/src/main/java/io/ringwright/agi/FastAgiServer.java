package io.ringwright.agi;

import io.ringwright.CallRouter;
import io.ringwright.call.PbxId;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine's ear: answers the questions that Asterisk's dialplan asks through FastAGI.
 *
 * <pre>{@code
 * try (FastAgiServer agi = FastAgiServer.builder(router, PbxId.of("pbx1")).start()) {
 *   ...
 * }
 * }</pre>
 *
 * <p>FastAGI knows neither passwords nor encryption. The server therefore listens on loopback and
 * admits loopback only, unless told otherwise.
 *
 * <p>Every question is answered within a deadline, whatever the engine and its store do: then with
 * no decision, on which the dialplan falls back, or with "wait" for a caller who is known.
 *
 * <p>Thread safety: may be used by many threads. A closed server is not started again; make
 * another.
 */
public final class FastAgiServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FastAgiServer.class);

  private static final int BACKLOG = 200;
  private static final int MOST_REFUSALS_QUEUED = 64;
  private static final Duration THREADS_KEPT = Duration.ofSeconds(50);
  private static final Duration TO_FINISH = Duration.ofSeconds(3);
  private static final Duration TO_DIE = Duration.ofSeconds(2);

  private final InetSocketAddress address;
  private final AgiListener listener;
  private final AgiListener.Workers workers;
  private final ScheduledThreadPoolExecutor clockwork;
  private final Thread acceptor;

  private FastAgiServer(Builder from, ServerSocket socket) {
    address = (InetSocketAddress) socket.getLocalSocketAddress();
    ThreadFactory threads = threads("ringwright-agi-" + address.getPort());
    clockwork = new ScheduledThreadPoolExecutor(1, threads);
    workers =
        new AgiListener.Workers(
            pool(from.fewest, from.most, new SynchronousQueue<>(), threads),
            pool(1, 1, new ArrayBlockingQueue<>(MOST_REFUSALS_QUEUED), threads));
    SessionDesk desk =
        new SessionDesk(
            from.settings,
            from.scripts,
            from.mostScriptCalls(),
            new Watchdog(clockwork, from.deadline));
    listener =
        new AgiListener(
            socket,
            from.peers,
            desk,
            workers,
            new AgiLine.Limits(new Watchdog(clockwork, from.headTime), from.replyTime));
    acceptor = threads.newThread(this::accept);
  }

  /**
   * Begins a server.
   *
   * @param router the engine
   * @param pbx the Asterisk that will ask; give each Asterisk a server of its own
   * @return a builder with defaults for everything else
   */
  public static Builder builder(CallRouter router, PbxId pbx) {
    return new Builder(CallSettings.standard(router, pbx));
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
    workers.sessions().shutdown();
    if (!ended(workers.sessions(), TO_FINISH)) {
      listener.hangUpAll();
      workers.sessions().shutdownNow();
      if (!ended(workers.sessions(), TO_DIE)) {
        LOG.warn("AGI on {} stops with sessions still at work", address);
      }
    }
    workers.refusals().shutdownNow();
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

  private void accept() {
    try {
      listener.startup();
    } catch (IOException impossible) {
      LOG.error("AGI on {} cannot accept sessions", address, impossible);
    }
  }

  private static boolean ended(ThreadPoolExecutor pool, Duration time) {
    try {
      return pool.awaitTermination(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static ThreadPoolExecutor pool(
      int fewest, int most, BlockingQueue<Runnable> queue, ThreadFactory threads) {
    return new ThreadPoolExecutor(
        fewest, most, THREADS_KEPT.toSeconds(), TimeUnit.SECONDS, queue, threads);
  }

  private static ThreadFactory threads(String name) {
    AtomicInteger count = new AtomicInteger();
    return work -> {
      Thread thread = new Thread(work, name + "-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /**
   * Makes a server.
   *
   * <p>Thread safety: for one thread.
   */
  public static final class Builder {

    private CallSettings settings;
    private InetAddress address = InetAddress.getLoopbackAddress();
    private int port = 4573;
    private int fewest = 16;
    private int most = 256;
    private Predicate<InetAddress> peers = InetAddress::isLoopbackAddress;
    private Duration deadline = Duration.ofMillis(300);
    private Duration headTime = Duration.ofSeconds(2);
    private Duration replyTime = Duration.ofSeconds(30);
    private final Map<String, AgiCall.Script> scripts = new HashMap<>();

    private Builder(CallSettings settings) {
      this.settings = settings;
    }

    /**
     * Where to listen. Loopback by default.
     *
     * @param local an address of this machine
     * @return this
     */
    public Builder address(InetAddress local) {
      address = local;
      return this;
    }

    /**
     * The port to listen on. 4573 by default.
     *
     * @param number a TCP port, or 0 for any that is free
     * @return this
     * @throws IllegalArgumentException if it is not 0 to 65535
     */
    public Builder port(int number) {
      require(number >= 0 && number <= 65535, "port " + number, "0 to 65535");
      port = number;
      return this;
    }

    /**
     * Who may ask: exactly these. Loopback by default.
     *
     * @param asterisks the addresses that the sessions of your Asterisk come from
     * @return this
     */
    public Builder peers(Set<InetAddress> asterisks) {
      peers = Set.copyOf(asterisks)::contains;
      return this;
    }

    /**
     * How many sessions are served at once. 16 threads are kept and up to 256 made by default; a
     * session beyond that is refused, and its call falls back.
     *
     * @param kept threads that are always there, at least 1
     * @param largest threads at most, not fewer
     * @return this
     * @throws IllegalArgumentException if there are not enough, or more than 10 000
     */
    public Builder threads(int kept, int largest) {
      boolean fits = kept >= 1 && largest >= kept && largest <= 10_000;
      require(fits, "threads " + kept + " to " + largest, "1 or more, and at most 10000");
      fewest = kept;
      most = largest;
      return this;
    }

    /**
     * When an answer leaves at the latest, counted from the request. 300 ms by default.
     *
     * @param time 10 ms to 10 s
     * @return this
     * @throws IllegalArgumentException if it is outside
     */
    public Builder deadline(Duration time) {
      boolean fits = time.toMillis() >= 10 && time.toSeconds() <= 10;
      require(fits, "deadline " + time, "10 ms to 10 s");
      deadline = time;
      return this;
    }

    /**
     * How long the peer may take: 2 s to say what it wants, 30 s to reply to a command by default.
     * While an application runs for a script, such as Dial, no time is set.
     *
     * @param head from the connection to the end of the request's head, 10 ms to 1 min
     * @param reply for the reply to a command, 10 ms to 1 h
     * @return this
     * @throws IllegalArgumentException if one of them is outside
     */
    public Builder patience(Duration head, Duration reply) {
      boolean fits = head.toMillis() >= 10 && head.toSeconds() <= 60;
      require(fits, "patience for the head " + head, "10 ms to 1 min");
      require(reply.toMillis() >= 10 && reply.toHours() <= 1, "patience " + reply, "10 ms to 1 h");
      headTime = head;
      replyTime = reply;
      return this;
    }

    /**
     * What callers hear first. Nothing by default.
     *
     * @param chosen the prompts
     * @return this
     */
    public Builder prompts(Prompts chosen) {
      settings = settings.with(chosen);
      return this;
    }

    /**
     * How phones are dialled. Without options by default.
     *
     * @param chosen the settings
     * @return this
     */
    public Builder dialling(DialSettings chosen) {
      settings = settings.with(chosen);
      return this;
    }

    /**
     * Where own scripts send callers on to. {@link Dialplan#standard()} by default.
     *
     * @param chosen the dialplan that Asterisk has
     * @return this
     */
    public Builder dialplan(Dialplan chosen) {
      settings = settings.with(chosen);
      return this;
    }

    /**
     * Whether AMI reports hang-ups of this Asterisk. By default it does not, and the dialplan is
     * told to report them.
     *
     * @param linked asked for each call that arrives
     * @return this
     */
    public Builder amiReports(BooleanSupplier linked) {
      settings = settings.with(linked);
      return this;
    }

    /**
     * Where time comes from. The system clock by default.
     *
     * @param chosen the engine's clock
     * @return this
     */
    public Builder clock(InstantSource chosen) {
      settings = settings.with(chosen);
      return this;
    }

    /**
     * A script of your own, asked for as {@code agi://<host>/<name>}. Scripts hold a thread for as
     * long as they run: all of them together get half of the {@linkplain #threads threads}.
     *
     * @param name its name, 1 to 40 lower-case letters, digits and dashes, not one of the
     *     dialplan's
     * @param script what it does
     * @return this
     * @throws IllegalArgumentException if the name is not valid or taken
     */
    public Builder script(String name, AgiCall.Script script) {
      boolean free = !RoutingScripts.knows(name) && !scripts.containsKey(name);
      require(name.matches("[a-z0-9-]{1,40}"), "script '" + name + "'", "letters, digits, dashes");
      require(free, "script '" + name + "'", "a name that is not taken");
      scripts.put(name, script);
      return this;
    }

    /**
     * Starts to listen.
     *
     * @return the running server
     * @throws IOException if the address or the port cannot be had; the message names both
     */
    public FastAgiServer start() throws IOException {
      FastAgiServer server = new FastAgiServer(this, bound());
      server.workers.sessions().prestartAllCoreThreads();
      server.acceptor.start();
      LOG.info("AGI for {} on {}", settings.pbx(), server.address);
      return server;
    }

    private int mostScriptCalls() {
      return Math.max(1, most / 2);
    }

    private ServerSocket bound() throws IOException {
      ServerSocket socket = new ServerSocket();
      try {
        socket.bind(new InetSocketAddress(address, port), BACKLOG);
        return socket;
      } catch (IOException taken) {
        socket.close();
        BindException clear =
            new BindException(
                "cannot listen for AGI on "
                    + address.getHostAddress()
                    + ":"
                    + port
                    + ": "
                    + taken.getMessage()
                    + "\nMaybe another program, or another Ringwright, has the port: end it, or"
                    + " choose another port here and in the dialplan (0 takes any that is free)");
        clear.initCause(taken);
        throw clear;
      }
    }

    private static void require(boolean valid, String what, String expected) {
      if (!valid) {
        throw new IllegalArgumentException(what + " is not valid: expected " + expected);
      }
    }
  }
}
