package io.ringwright.ami;

import io.ringwright.call.PbxId;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done during one session, from the login to its end: messages go to the engine, callers
 * are moved, and the installation is checked.
 *
 * <p>Thread safety: for the thread of the connection.
 */
final class SessionWork implements EventFeed.Watcher {

  private static final Logger LOG = LoggerFactory.getLogger(SessionWork.class);

  private static final Duration TICK = Duration.ofMillis(100);

  private final LinkSettings settings;
  private final AmiInbox inbox;
  private final PendingActions actions;
  private final SessionCheck check;
  private final Runnable onConnected;
  private final LandingPlace landingPlace;
  private final EventFeed feed;

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
  }

  /** Whether the engine believes that there is a link. */
  boolean isConnected() {
    return feed.isConnected();
  }

  /** Works until the session ends. */
  void run() {
    PbxId pbx = settings.pbx();
    AmiTelephony telephony = settings.world().telephony();
    CallerMover mover = new CallerMover(actions, settings.plan(), landingPlace::isMissing);
    telephony.join(pbx, mover);
    try {
      while (inbox.ended().isEmpty()) {
        step();
      }
    } finally {
      telephony.leave(pbx, mover);
    }
  }

  private void step() {
    try {
      AmiMessage message = inbox.poll(TICK);
      if (!message.equals(AmiMessage.NONE)) {
        feed.take(message);
      }
      feed.tick();
      landingPlace.tick();
      check.tick();
    } catch (InterruptedException notForUs) {
      LOG.debug("{}: interrupted; only close() ends this thread", settings.pbx());
    } catch (RuntimeException failure) {
      LOG.error("{}: the engine failed at an event; the link goes on", settings.pbx(), failure);
    }
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
    check.looked(devices, heard);
  }

  @Override
  public void reloaded() {
    landingPlace.look();
  }
}
