package io.ringwright.ami;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.ringwright.dialplan.EngineMark;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the thread of an {@link AmiConnection} does: session after session, with a pause between
 * two. Nothing that is thrown ends it, an {@link Error} neither: the session ends, and the next one
 * follows.
 *
 * <p>Thread safety: one thread runs it; {@link #close} may be called by many.
 */
final class LinkWork implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(LinkWork.class);

  private static final Duration TICK = Duration.ofMillis(100);

  /** After a failure that nobody foresaw. */
  private static final Duration PAUSE = Duration.ofMillis(100);

  /** Two in ten minutes: fail2ban takes five for a break-in, unless told otherwise. */
  private static final Duration AFTER_REFUSAL = Duration.ofMinutes(5);

  private final LinkSettings settings;
  private final Parts parts;
  private final Told told;
  private final LinkStatus status;
  private final AmiTelephony telephony;
  private final InstantSource clock;
  private final CountDownLatch closing = new CountDownLatch(1);

  @GuardedBy("this")
  private @Nullable AmiSession session;

  @GuardedBy("this")
  private boolean opening;

  private int failures;

  /** Whether the engine believes in a link that is lost, because it failed when it was told. */
  private boolean owesLoss;

  /** Whether the last login was followed by no snapshot: callers do not wait for the next one. */
  private boolean inVain;

  private String lastComplaint = "";

  /**
   * What it is made of; tests take parts that fail.
   *
   * @param sessions makes a session
   * @param threads makes the thread
   */
  record Parts(BiFunction<LinkSettings, AmiInbox, AmiSession> sessions, ThreadFactory threads) {
    static final Parts USUAL = new Parts(AmiSession::new, Thread::new);
  }

  /**
   * What is told of its course.
   *
   * @param status how the link stands
   * @param flood whether events are dropped
   * @param report what checks of the installation find
   * @param mark what this connection leaves in Asterisk
   */
  record Told(LinkStatus status, Flood flood, FindingReport report, EngineMark mark) {}

  LinkWork(LinkSettings settings, Parts parts, Told told) {
    this.settings = settings;
    this.parts = parts;
    this.told = told;
    this.status = told.status();
    this.telephony = settings.world().telephony();
    this.clock = settings.world().clock();
  }

  /**
   * The engine promises no phone of this Asterisk until it has had a snapshot, for a limited time.
   */
  void announce() {
    try {
      settings.world().engine().pbxExpected(settings.pbx());
    } catch (RuntimeException failure) {
      LOG.error("{}: the engine failed at an event; the link goes on", settings.pbx(), failure);
    }
  }

  /**
   * Ends it for good, without waiting.
   *
   * @param worker the thread that runs it, if there is one
   */
  synchronized void close(@Nullable Thread worker) {
    closing.countDown();
    if (session != null) {
      session.close("closed by us");
    }
    if (opening && worker != null) {
      // Only while it waits for the network: elsewhere it may be in the host's code.
      worker.interrupt();
    }
  }

  /** The life of the thread. Nothing but {@link #close} ends it. */
  @Override
  public void run() {
    try {
      while (!isClosed()) {
        live();
      }
      tellLoss();
    } finally {
      telephony.release(settings.pbx());
      EngineLinks.release(settings.world().engine(), settings.pbx());
      status.enter(new LinkState.Closed());
    }
  }

  /** One session and the pause after it. Whatever is thrown in it, another one follows. */
  private void live() {
    try {
      tellLoss();
      LinkState next = session();
      if (!isClosed()) {
        status.enter(next);
        sleepUntilNextAttempt(next);
      }
    } catch (Throwable failure) {
      unforeseen(failure);
      pause();
    }
  }

  private void unforeseen(Throwable failure) {
    try {
      LOG.error("{}: unforeseen failure of the link", settings.pbx(), failure);
    } catch (Throwable again) {
      // There may be no memory to say it; the link is made anew all the same.
    }
  }

  private void pause() {
    try {
      boolean unused = closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException notForUs) {
      LOG.debug("{}: interrupted; only close() ends this thread", settings.pbx());
    }
  }

  /** One session, from connecting to its end; says what to do next. */
  private LinkState session() {
    AmiSession opened = null;
    try {
      AmiInbox inbox = new AmiInbox(settings.rhythm().mostEventBytes(), told.flood());
      opened = parts.sessions().apply(settings, inbox);
      if (!hold(opened)) {
        return new LinkState.Closed();
      }
      status.enter(new LinkState.Connecting());
      opened.open();
      release();
      serve(opened, inbox);
      return retry(inbox.ended().orElse("the session ended"));
    } catch (AmiSession.RefusedException refused) {
      return refused();
    } catch (IOException failure) {
      return retry("cannot reach " + settings.endpoint() + ": " + failure.getMessage());
    } catch (RuntimeException | Error failure) {
      unforeseen(failure);
      return retry("unforeseen failure: " + failure);
    } finally {
      release();
      if (opened != null) {
        opened.close("over");
      }
    }
  }

  private void serve(AmiSession opened, AmiInbox inbox) {
    PendingActions actions = new PendingActions(opened, settings);
    SessionCheck check = new SessionCheck(settings, actions, told.report(), told.mark());
    SessionWork work =
        new SessionWork(
            settings, new SessionWork.Wire(inbox, actions, told.flood()), check, this::connected);
    try {
      begin();
      work.run();
    } finally {
      owesLoss |= work.isConnected();
      tellLoss();
      check.end();
      actions.end();
    }
  }

  private void begin() {
    if (!inVain) {
      announce();
    }
    inVain = true;
  }

  /** An engine that failed at it is told again, before the next attempt to connect. */
  private void tellLoss() {
    try {
      if (owesLoss) {
        settings.world().engine().pbxDisconnected(settings.pbx());
      }
      owesLoss = false;
    } catch (Throwable failure) {
      unforeseen(failure);
    }
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

  boolean isClosed() {
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
