package io.ringwright.ami;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.ringwright.CallRouter;
import io.ringwright.SwitchEvents;
import io.ringwright.dialplan.EngineMark;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The link to one Asterisk: keeps an AMI session open, tells the {@link CallRouter} what happens
 * there, and carries out what the router asks of {@link AmiTelephony}.
 *
 * <p>Whatever goes wrong is a {@link LinkState}, not an exception: Asterisk away, port closed, link
 * cut or silent lead to further attempts, each after a longer wait (0.5 to 30 s by default); a
 * refused login is tried again every five minutes. After each login the router first gets a
 * snapshot of all devices, channels and remembered callers, then the events; every minute, and when
 * events were lost, another snapshot corrects what went astray.
 *
 * <p>{@link #start()} asks for one thread, which does all of this and calls the router;
 * asterisk-java adds two that read. The router's time-driven work is not done here: see {@link
 * io.ringwright.RouterTicker}.
 *
 * <p>Thread safety: may be used by many threads.
 *
 * @see AmiConnectionBuilder
 * @see AmiTelephony
 */
public final class AmiConnection implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(AmiConnection.class);

  private static final Duration TICK = Duration.ofMillis(100);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

  /** Two in ten minutes: fail2ban takes five for a break-in, unless told otherwise. */
  private static final Duration AFTER_REFUSAL = Duration.ofMinutes(5);

  private final LinkSettings settings;
  private final AmiTelephony telephony;
  private final InstantSource clock;
  private final LinkStatus status;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final AtomicLong dropped = new AtomicLong();
  private final FindingReport report;
  private final EngineMark mark;

  @GuardedBy("this")
  private @Nullable Thread thread;

  @GuardedBy("this")
  private @Nullable AmiSession session;

  @GuardedBy("this")
  private boolean opening;

  private int failures;

  /** Whether the last login was followed by no snapshot: callers do not wait for the next one. */
  private boolean inVain;

  private String lastComplaint = "";

  AmiConnection(LinkSettings settings) {
    this.settings = settings;
    this.telephony = settings.world().telephony();
    this.clock = settings.world().clock();
    this.status = new LinkStatus(settings.world().hearers().states());
    this.report = new FindingReport(settings.pbx(), settings.world().hearers().findings());
    this.mark =
        new EngineMark(
            Long.toHexString(settings.world().chance().nextLong()), ProcessHandle.current().pid());
  }

  /**
   * Begins a connection.
   *
   * @param engine is told what happens: the {@link CallRouter}
   * @param telephony the hub through which the engine moves callers; the router was built with it
   * @return a builder with defaults for most things
   */
  public static AmiConnectionBuilder builder(SwitchEvents engine, AmiTelephony telephony) {
    return new AmiConnectionBuilder(engine, telephony);
  }

  /**
   * Starts to connect, and returns at once.
   *
   * @throws IllegalStateException if it was started or closed before, or another connection serves
   *     the same PBX
   */
  public void start() {
    Thread worker = prepare();
    announce();
    status.enter(new LinkState.Connecting());
    worker.start();
  }

  /**
   * The engine promises no phone of this Asterisk until it has had a snapshot, for a limited time.
   */
  private void announce() {
    try {
      settings.world().engine().pbxExpected(settings.pbx());
    } catch (RuntimeException failure) {
      LOG.error("{}: the engine failed at an event; the link goes on", settings.pbx(), failure);
    }
  }

  private synchronized Thread prepare() {
    if (thread != null || isClosed()) {
      throw new IllegalStateException(
          "the connection to "
              + settings.pbx()
              + (thread == null ? " was closed" : " was started")
              + " before\nBuild a new one.");
    }
    claim();
    Thread worker = new Thread(this::work, "ringwright-ami-" + settings.pbx());
    worker.setDaemon(true);
    thread = worker;
    return worker;
  }

  /** A PBX has one connection: of this hub, and of this engine. */
  private void claim() {
    boolean first = EngineLinks.take(settings.world().engine(), settings.pbx());
    boolean callsBack = settings.plan().callingBack().isPresent();
    if (first && telephony.claim(settings.pbx(), callsBack)) {
      return;
    }
    if (first) {
      EngineLinks.release(settings.world().engine(), settings.pbx());
    }
    throw new IllegalStateException(
        "PBX " + settings.pbx() + " has a connection already\nGive each PBX its own name.");
  }

  /**
   * What the newest check of the installation found. The first ends moments after the link stands;
   * another follows 10 s later, when the whole application should be up, and one with each look at
   * everything.
   *
   * @return the worst first; empty if all fits together
   */
  public List<InstallationFinding> findings() {
    return report.newest().orElse(List.of());
  }

  /** The same; empty while no check has ended. */
  Optional<List<InstallationFinding>> checked() {
    return report.newest();
  }

  /**
   * How the link stands now.
   *
   * @return the state
   */
  public LinkState state() {
    return status.state();
  }

  /**
   * Waits until the link stands, or until waiting is useless because Asterisk refused the login or
   * the connection is closed.
   *
   * @param longest how long to wait
   * @return the state then
   * @throws InterruptedException if the thread is interrupted
   */
  public LinkState awaitConnected(Duration longest) throws InterruptedException {
    return status.awaitConnected(longest);
  }

  /**
   * How many events were dropped because they came faster than they could be worked on. Nothing is
   * lost for good: a snapshot followed each time.
   *
   * @return the number since the start
   */
  public long droppedEvents() {
    return dropped.get();
  }

  /**
   * Ends the link for good and waits, at most 5 s, until the router has been told. May be called
   * more than once.
   */
  @Override
  public void close() {
    Thread worker = end();
    if (worker == null || worker == Thread.currentThread()) {
      return;
    }
    try {
      worker.join(CLOSE_LIMIT.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized @Nullable Thread end() {
    closing.countDown();
    if (session != null) {
      session.close("closed by us");
    }
    if (opening && thread != null) {
      // Only while it waits for the network: elsewhere it may be in the host's code.
      thread.interrupt();
    }
    return thread;
  }

  /** The life of the thread. Nothing but {@link #close()} ends it. */
  private void work() {
    while (!isClosed()) {
      LinkState next = session();
      if (!isClosed()) {
        status.enter(next);
        sleepUntilNextAttempt(next);
      }
    }
    telephony.release(settings.pbx());
    EngineLinks.release(settings.world().engine(), settings.pbx());
    status.enter(new LinkState.Closed());
  }

  /** One session, from connecting to its end; says what to do next. */
  private LinkState session() {
    AmiInbox inbox = new AmiInbox(settings.rhythm().mostEvents(), dropped);
    AmiSession opened = new AmiSession(settings, inbox);
    if (!hold(opened)) {
      return new LinkState.Closed();
    }
    status.enter(new LinkState.Connecting());
    try {
      opened.open();
      release();
      serve(opened, inbox);
      return retry(inbox.ended().orElse("the session ended"));
    } catch (AmiSession.RefusedException refused) {
      return refused();
    } catch (IOException failure) {
      return retry("cannot reach " + settings.endpoint() + ": " + failure.getMessage());
    } catch (RuntimeException | Error unforeseen) {
      LOG.error("{}: unforeseen failure of the link", settings.pbx(), unforeseen);
      return retry("unforeseen failure: " + unforeseen);
    } finally {
      release();
      opened.close("over");
    }
  }

  private void serve(AmiSession opened, AmiInbox inbox) {
    PendingActions actions = new PendingActions(opened, settings);
    SessionCheck check = new SessionCheck(settings, actions, report, mark);
    SessionWork work = new SessionWork(settings, inbox, actions, check, this::connected);
    if (!inVain) {
      announce();
    }
    inVain = true;
    work.run();
  }

  private void connected() {
    failures = 0;
    inVain = false;
    lastComplaint = "";
    LOG.info("{}: connected to Asterisk as {}", settings.pbx(), settings.endpoint());
    status.enter(new LinkState.Connected(clock.instant()));
  }

  private LinkState refused() {
    String why =
        "Asterisk refused the login as "
            + settings.endpoint()
            + "\nCorrect the password, or 'secret' and 'permit' of this user in manager.conf.";
    complain(why);
    return new LinkState.Refused(why, clock.instant().plus(AFTER_REFUSAL));
  }

  private LinkState retry(String why) {
    if (isClosed()) {
      return new LinkState.Closed();
    }
    failures++;
    complain(why);
    Instant until = clock.instant().plus(backOff());
    return new LinkState.WaitingToRetry(why, until);
  }

  private Duration backOff() {
    return settings.rhythm().backOff().after(failures, settings.world().chance());
  }

  /** An Asterisk that is away for an hour is worth one line, not one for each attempt. */
  private void complain(String why) {
    if (why.equals(lastComplaint)) {
      LOG.debug("{}: still no link: {}", settings.pbx(), why);
    } else {
      LOG.warn("{}: no link to Asterisk, trying again by itself: {}", settings.pbx(), why);
    }
    lastComplaint = why;
  }

  private void sleepUntilNextAttempt(LinkState state) {
    Instant until = clock.instant();
    if (state instanceof LinkState.WaitingToRetry waiting) {
      until = waiting.until();
    } else if (state instanceof LinkState.Refused refused) {
      until = refused.until();
    }
    try {
      while (!isClosed() && clock.instant().isBefore(until)) {
        boolean unused = closing.await(TICK.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException notForUs) {
      LOG.debug("{}: interrupted; only close() ends this thread", settings.pbx());
    }
  }

  private boolean isClosed() {
    return closing.getCount() == 0;
  }

  /** From here on close() may interrupt. Says no if it is too late to open anything. */
  private synchronized boolean hold(AmiSession opened) {
    session = opened;
    opening = !isClosed();
    return opening;
  }

  private synchronized void release() {
    opening = false;
    boolean unused = Thread.interrupted();
  }
}
