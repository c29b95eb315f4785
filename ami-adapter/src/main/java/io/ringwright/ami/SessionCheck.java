package io.ringwright.ami;

import io.ringwright.RouterSetup;
import io.ringwright.dialplan.EngineMark;
import io.ringwright.directory.PhoneList;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The checks of an installation during one session: one as soon as the link stands, one 10 s later,
 * when the whole application should be up, and then one with each look at everything. Each has a
 * thread of its own, which ends with it.
 *
 * <p>Thread safety: for the thread of the connection; the threads of the checks follow one another.
 */
final class SessionCheck {

  private static final Logger LOG = LoggerFactory.getLogger(SessionCheck.class);

  static final Duration WHEN_ALL_IS_UP = Duration.ofSeconds(10);

  private final LinkSettings settings;
  private final PendingActions actions;
  private final FindingReport report;
  private final EngineMark mark;
  private final Beside beside;
  private final AtomicBoolean running = new AtomicBoolean();
  private volatile boolean ended;
  private volatile boolean leftMark;
  private volatile List<InstallationFinding> ofDevices = List.of();
  private volatile @Nullable PhoneList compared;
  private final UnheardChanges changes = new UnheardChanges();
  private volatile boolean deaf;
  private volatile boolean booted;
  private boolean linked;
  private Instant second = Instant.MAX;

  /** Runs a check, which waits for answers, beside the connection, which brings them. */
  @FunctionalInterface
  interface Beside {

    /** A thread of its own for each. */
    Beside THREAD =
        (check, name) -> {
          Thread thread = new Thread(check, name);
          thread.setDaemon(true);
          thread.start();
        };

    /**
     * Runs a check, without waiting for it.
     *
     * @param check what is run
     * @param name what it is called
     */
    void run(Runnable check, String name);
  }

  /**
   * What the checks tell.
   *
   * @param report where findings go
   * @param mark what this connection leaves in Asterisk
   */
  record Told(FindingReport report, EngineMark mark) {}

  /**
   * The checks of a session that has just logged in.
   *
   * @param settings of the connection
   * @param actions by which Asterisk is asked
   * @param told what they tell
   * @param beside runs them
   */
  SessionCheck(LinkSettings settings, PendingActions actions, Told told, Beside beside) {
    this.settings = settings;
    this.actions = actions;
    this.report = told.report();
    this.mark = told.mark();
    this.beside = beside;
  }

  /**
   * Everything was looked at.
   *
   * @param devices the states of all devices
   * @param heard what came by itself since the login
   */
  void looked(List<AmiMessage> devices, EventFeed.Heard heard) {
    deaf = changes.isDeaf(devices, heard.events());
    booted = heard.booted();
    Instant now = settings.world().clock().instant();
    if (!linked) {
      linked = true;
      Duration usual = settings.rhythm().reconcileEvery();
      second = now.plus(usual.compareTo(WHEN_ALL_IS_UP) < 0 ? usual : WHEN_ALL_IS_UP);
    }
    start(Optional.of(devices));
  }

  /** Does what time brings. */
  void tick() {
    Instant now = settings.world().clock().instant();
    if (!now.isBefore(second)) {
      second = Instant.MAX;
      report.allIsUp();
      start(Optional.empty());
    }
  }

  /** The session is over: what is not known yet is not said. */
  void end() {
    ended = true;
  }

  private void start(Optional<List<AmiMessage>> devices) {
    if (!running.compareAndSet(false, true)) {
      return;
    }
    try {
      beside.run(() -> check(devices), "ringwright-check-" + settings.pbx());
    } catch (Throwable noThread) {
      running.set(false);
      LOG.warn("{}: the installation was not checked", settings.pbx(), noThread);
    }
  }

  private void check(Optional<List<AmiMessage>> devices) {
    try {
      CheckRun run = new CheckRun(settings, actions);
      Optional<RouterSetup> setup = settings.world().engine().setup();
      Stage stage = setup.isPresent() ? report.stage() : Stage.UP;
      run.askAsterisk(stage);
      if (deaf) {
        run.nothingHeard();
      }
      if (!booted) {
        run.bootNotHeard();
      }
      if (setup.isPresent()) {
        run.askRouter(setup.get(), stage);
        leftMark = run.askMark(mark, leftMark);
        devices.ifPresent(listed -> compare(setup.get(), listed));
      }
      List<InstallationFinding> all = new ArrayList<>(run.found());
      all.addAll(ofDevices);
      all.sort(Comparator.comparing(each -> each.kind().severity()));
      if (!ended) {
        report.publish(List.copyOf(all));
      }
    } catch (Throwable failure) { // A check that fails harms nobody.
      LOG.warn("{}: the installation was not checked", settings.pbx(), failure);
    } finally {
      running.set(false);
    }
  }

  /**
   * To compare takes long for a long list: once for each list, and anew while something is wrong.
   */
  @SuppressWarnings("ReferenceEquality")
  private void compare(RouterSetup setup, List<AmiMessage> listed) {
    if (setup.phones() == compared && ofDevices.isEmpty()) {
      return;
    }
    CheckRun run = new CheckRun(settings, actions);
    try {
      run.askDevices(setup, listed);
      run.askMusic(setup);
      ofDevices = run.found();
      compared = setup.phones();
    } catch (InterruptedException never) {
      Thread.currentThread().interrupt();
    }
  }
}
