package io.ringwright.ami;

import com.google.errorprone.annotations.concurrent.GuardedBy;
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

  private final LinkSettings settings;
  private final Parts parts;
  private final LinkCourse course;
  private final LinkStatus status;
  private final AmiTelephony telephony;
  private final InstantSource clock;
  private final CountDownLatch closing = new CountDownLatch(1);

  @GuardedBy("this")
  private @Nullable AmiSession session;

  @GuardedBy("this")
  private boolean opening;

  /**
   * What it is made of; tests take parts that fail.
   *
   * @param sessions makes a session
   * @param threads makes the thread
   */
  record Parts(BiFunction<LinkSettings, AmiInbox, AmiSession> sessions, ThreadFactory threads) {
    static final Parts USUAL = new Parts(AmiSession::new, Thread::new);
  }

  LinkWork(LinkSettings settings, Parts parts, LinkCourse.Told told) {
    this.settings = settings;
    this.parts = parts;
    this.course = new LinkCourse(settings, SessionCheck.Beside.THREAD, told);
    this.status = told.status();
    this.telephony = settings.world().telephony();
    this.clock = settings.world().clock();
  }

  /** Tells the engine that a snapshot will follow. */
  void announce() {
    course.announce();
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
      course.tellLoss();
    } finally {
      telephony.release(settings.pbx());
      EngineLinks.release(settings.world().engine(), settings.pbx());
      status.enter(new LinkState.Closed());
    }
  }

  /** One session and the pause after it. Whatever is thrown in it, another one follows. */
  private void live() {
    try {
      course.tellLoss();
      LinkState next = session();
      if (!isClosed()) {
        status.enter(next);
        sleepUntil(course.nextAttempt(next));
      }
    } catch (Throwable failure) {
      course.unforeseen(failure);
      pause();
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
      AmiInbox inbox = course.inbox();
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
      return course.refused();
    } catch (IOException failure) {
      return retry("cannot reach " + settings.endpoint() + ": " + failure.getMessage());
    } catch (RuntimeException | Error failure) {
      course.unforeseen(failure);
      return retry("unforeseen failure: " + failure);
    } finally {
      release();
      if (opened != null) {
        opened.close("over");
      }
    }
  }

  private void serve(AmiSession opened, AmiInbox inbox) {
    LinkCourse.Served served = course.served(opened, inbox);
    try {
      served.begin();
      while (!served.work().isOver()) {
        served.work().awaitStep();
      }
    } finally {
      served.end();
    }
  }

  private LinkState retry(String why) {
    return isClosed() ? new LinkState.Closed() : course.retry(why);
  }

  private void sleepUntil(Instant until) {
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
