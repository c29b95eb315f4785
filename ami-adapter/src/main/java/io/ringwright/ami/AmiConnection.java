package io.ringwright.ami;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.ringwright.CallRouter;
import io.ringwright.SwitchEvents;
import io.ringwright.dialplan.EngineMark;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * The link to one Asterisk: keeps an AMI session open, tells the {@link CallRouter} what happens
 * there, and carries out what the router asks of {@link AmiTelephony}.
 *
 * <p>Whatever goes wrong is a {@link LinkState}, not an exception: Asterisk away, port closed, link
 * cut or silent lead to further attempts, each after a longer wait (0.5 to 2 s by default); a
 * refused login is tried again every five minutes. After each login the router first gets a
 * snapshot of all devices, channels and remembered callers, then the events; every minute, and when
 * events were lost, another snapshot corrects what went astray.
 *
 * <p>{@link #start()} asks for one thread, which does all of this and calls the router;
 * asterisk-java adds two that read. Listeners of the host have a thread of their own. Each of them
 * survives whatever is thrown in it, an {@link Error} too, or ends its session, and the link is
 * made anew. The router's time-driven work is not done here: see {@link
 * io.ringwright.RouterTicker}.
 *
 * <p>Thread safety: may be used by many threads.
 *
 * @see AmiConnectionBuilder
 * @see AmiTelephony
 */
public final class AmiConnection implements AutoCloseable {

  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

  private final LinkSettings settings;
  private final AmiTelephony telephony;
  private final LinkTellings tellings;
  private final LinkStatus status;
  private final Flood flood;
  private final FindingReport report;
  private final ThreadFactory threads;
  private final LinkWork work;

  @GuardedBy("this")
  private @Nullable Thread thread;

  AmiConnection(LinkSettings settings) {
    this(settings, LinkWork.Parts.USUAL);
  }

  AmiConnection(LinkSettings settings, LinkWork.Parts parts) {
    this.settings = settings;
    this.threads = parts.threads();
    this.flood = new Flood(settings.pbx());
    this.telephony = settings.world().telephony();
    this.tellings = new LinkTellings(settings.pbx(), settings.world().hearers());
    this.status = new LinkStatus(tellings);
    this.report = new FindingReport(settings.pbx(), tellings);
    this.work = new LinkWork(settings, parts, new LinkCourse.Told(status, flood, report, mark()));
  }

  private EngineMark mark() {
    return new EngineMark(
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
   * Starts to connect, and returns at once. If the system gives no thread, the {@link
   * OutOfMemoryError} that says so goes to the caller, and it may be started again.
   *
   * @throws IllegalStateException if it was started or closed before, or another connection serves
   *     the same PBX
   */
  public void start() {
    Thread worker = prepare();
    try {
      work.announce();
      status.enter(new LinkState.Connecting());
      worker.start();
    } catch (Error noThread) {
      abandon();
      throw noThread;
    }
  }

  private void abandon() {
    synchronized (this) {
      thread = null;
    }
    telephony.release(settings.pbx());
    EngineLinks.release(settings.world().engine(), settings.pbx());
    status.enter(new LinkState.Closed());
  }

  private synchronized Thread prepare() {
    if (thread != null || work.isClosed()) {
      throw new IllegalStateException(
          "the connection to "
              + settings.pbx()
              + (thread == null ? " was closed" : " was started")
              + " before\nBuild a new one.");
    }
    Thread worker = threads.newThread(work);
    claim();
    worker.setName("ringwright-ami-" + settings.pbx());
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
    return flood.dropped();
  }

  /**
   * How many device states were replaced by newer ones of the same devices while they waited, for
   * the same reason.
   *
   * @return the number since the start
   */
  public long supersededStates() {
    return flood.superseded();
  }

  /**
   * How many tellings wait for the listeners of states and findings, with the one under way. Zero
   * is good; it may be above zero for moments.
   *
   * @return the number now
   */
  public int tellingsBehind() {
    return tellings.behind();
  }

  /**
   * How many tellings to those listeners were dropped because 1000 waited. When half of them were
   * told, the newest state and the newest findings are told in place of what was dropped.
   *
   * @return the number since the start
   */
  public long droppedTellings() {
    return tellings.dropped();
  }

  /**
   * Ends the link for good and waits until the router and the listeners have been told, at most 5 s
   * for each of the two. Called by a listener, it does not wait for the listeners. May be called
   * more than once.
   */
  @Override
  public void close() {
    Thread worker = worker();
    work.close(worker);
    if (worker == null || worker == Thread.currentThread()) {
      return;
    }
    try {
      worker.join(CLOSE_LIMIT.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    tellings.close(CLOSE_LIMIT);
  }

  private synchronized @Nullable Thread worker() {
    return thread;
  }
}
