package io.ringwright.ami;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done during one session, from the login to its end: messages go to the engine, callers
 * are moved, and the installation is checked.
 *
 * <p>It has no thread of its own: whoever has the session calls {@link #step} with each message,
 * and at least every {@link #TICK} without one.
 *
 * <p>Thread safety: for the thread of the connection.
 */
final class SessionWork implements EventFeed.Watcher {

  private static final Logger LOG = LoggerFactory.getLogger(SessionWork.class);

  static final Duration TICK = Duration.ofMillis(100);

  private final LinkSettings settings;
  private final AmiInbox inbox;
  private final PendingActions actions;
  private final SessionCheck check;
  private final Runnable onConnected;
  private final LandingPlace landingPlace;
  private final EventFeed feed;
  private final CallerMover mover;
  private final Lamps lamps;

  /**
   * By which a session speaks and hears.
   *
   * @param inbox where messages come in
   * @param actions by which Asterisk is asked
   * @param flood is told when nothing is missing any more
   */
  record Wire(AmiInbox inbox, PendingActions actions, Flood flood) {}

  SessionWork(LinkSettings settings, Wire wire, SessionCheck check, Runnable onConnected) {
    this.settings = settings;
    this.inbox = wire.inbox();
    this.actions = wire.actions();
    this.check = check;
    this.onConnected = onConnected;
    this.landingPlace = new LandingPlace(actions, settings);
    this.feed = new EventFeed(settings, inbox, actions, this, wire.flood());
    this.mover = new CallerMover(actions, settings.plan(), landingPlace::isMissing);
    this.lamps = new Lamps(settings, actions);
  }

  /** Whether the engine believes that there is a link. */
  boolean isConnected() {
    return feed.isConnected();
  }

  /** From now on callers can be moved. */
  void begin() {
    settings.world().telephony().join(settings.pbx(), mover);
  }

  /** Whether the session has ended. */
  boolean isOver() {
    return inbox.ended().isPresent();
  }

  /** Waits for a message, and works on it. */
  void awaitStep() {
    try {
      step(inbox.poll(TICK));
    } catch (InterruptedException notForUs) {
      LOG.debug("{}: interrupted; only close() ends this thread", settings.pbx());
    }
  }

  /**
   * Works on a message, and does what time brings.
   *
   * @param message {@link AmiMessage#NONE} if none has come
   */
  void step(AmiMessage message) {
    try {
      if (!message.equals(AmiMessage.NONE)) {
        feed.take(message);
      }
      feed.tick();
      landingPlace.tick();
      lamps.tick();
      check.tick();
    } catch (RuntimeException failure) {
      LOG.error("{}: the engine failed at an event; the link goes on", settings.pbx(), failure);
    }
  }

  /** Callers cannot be moved any more. */
  void end() {
    settings.world().telephony().leave(settings.pbx(), mover);
  }

  @Override
  public void connected() {
    onConnected.run();
  }

  @Override
  public void looking() {
    landingPlace.look();
  }

  @Override
  public void looked(List<AmiMessage> devices, EventFeed.Heard heard) {
    lamps.looked(devices);
    check.looked(devices, heard);
  }

  @Override
  public void reloaded() {
    landingPlace.look();
  }
}
