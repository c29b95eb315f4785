package io.ringwright.ami;

import io.ringwright.ami.PendingActions.Wire;
import io.ringwright.dialplan.EngineMark;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The course of a link over its sessions: what the engine is told of it, and when the next attempt
 * to connect follows. It knows neither thread nor socket, and waits for nothing.
 *
 * <p>Thread safety: for the thread of the connection; {@link #announce} may be called before it
 * starts.
 */
final class LinkCourse {

  private static final Logger LOG = LoggerFactory.getLogger(LinkWork.class);

  /** Two in ten minutes: fail2ban takes five for a break-in, unless told otherwise. */
  private static final Duration AFTER_REFUSAL = Duration.ofMinutes(5);

  private final LinkSettings settings;
  private final Told told;
  private final SessionCheck.Beside checks;
  private final InstantSource clock;
  private int failures;

  /** Whether the engine believes in a link that is lost, because it failed when it was told. */
  private boolean owesLoss;

  /** Whether the last login was followed by no snapshot: callers do not wait for the next one. */
  private boolean inVain;

  private String lastComplaint = "";

  /**
   * What is told of the course.
   *
   * @param status how the link stands
   * @param flood whether events are dropped
   * @param report what checks of the installation find
   * @param mark what this connection leaves in Asterisk
   */
  record Told(LinkStatus status, Flood flood, FindingReport report, EngineMark mark) {}

  LinkCourse(LinkSettings settings, SessionCheck.Beside checks, Told told) {
    this.settings = settings;
    this.checks = checks;
    this.told = told;
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

  /** Where the messages of the next session come in. */
  AmiInbox inbox() {
    return new AmiInbox(settings.rhythm().mostEventBytes(), told.flood());
  }

  /**
   * A session that is logged in, and has not begun to work.
   *
   * @param wire where its actions go
   * @param inbox where its messages come from
   */
  Served served(Wire wire, AmiInbox inbox) {
    return new Served(new PendingActions(wire, settings), inbox);
  }

  /** One session from its login to its end. */
  final class Served {
    private final PendingActions actions;
    private final SessionCheck check;
    private final SessionWork work;

    private Served(PendingActions actions, AmiInbox inbox) {
      this.actions = actions;
      this.check =
          new SessionCheck(
              settings, actions, new SessionCheck.Told(told.report(), told.mark()), checks);
      this.work =
          new SessionWork(
              settings,
              new SessionWork.Wire(inbox, actions, told.flood()),
              check,
              LinkCourse.this::connected);
    }

    SessionWork work() {
      return work;
    }

    /** Announces the snapshot, unless the last one that was announced never came. */
    void begin() {
      if (!inVain) {
        announce();
      }
      inVain = true;
      work.begin();
    }

    /** Tells the engine of the loss, if there was a link, and gives up what has no answer yet. */
    void end() {
      work.end();
      owesLoss |= work.isConnected();
      tellLoss();
      check.end();
      actions.end();
    }
  }

  /** An engine that failed at it is told again, before the next attempt to connect. */
  void tellLoss() {
    try {
      if (owesLoss) {
        settings.world().engine().pbxDisconnected(settings.pbx());
      }
      owesLoss = false;
    } catch (Throwable failure) {
      unforeseen(failure);
    }
  }

  /** Says what nobody foresaw. */
  void unforeseen(Throwable failure) {
    try {
      LOG.error("{}: unforeseen failure of the link", settings.pbx(), failure);
    } catch (Throwable again) {
      // There may be no memory to say it; the link is made anew all the same.
    }
  }

  private void connected() {
    failures = 0;
    inVain = false;
    lastComplaint = "";
    LOG.info("{}: connected to Asterisk as {}", settings.pbx(), settings.endpoint());
    told.status().enter(new LinkState.Connected(clock.instant()));
  }

  /** What follows after a login that was refused. */
  LinkState refused() {
    String why =
        "Asterisk refused the login as "
            + settings.endpoint()
            + "\nCorrect the password, or 'secret' and 'permit' of this user in manager.conf.";
    complain(why);
    return new LinkState.Refused(why, clock.instant().plus(AFTER_REFUSAL));
  }

  /** What follows after an attempt that failed, or a session that ended. */
  LinkState retry(String why) {
    failures++;
    complain(why);
    return new LinkState.WaitingToRetry(why, clock.instant().plus(backOff()));
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

  /** When the next attempt to connect starts. */
  Instant nextAttempt(LinkState state) {
    if (state instanceof LinkState.WaitingToRetry waiting) {
      return waiting.until();
    }
    return state instanceof LinkState.Refused refused ? refused.until() : clock.instant();
  }
}
