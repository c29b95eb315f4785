package io.ringwright.ami;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.ringwright.call.PbxId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The findings of the newest check of a connection. Each is written to the log once, and again only
 * if it had gone; the host is told of every change.
 *
 * <p>Thread safety: may be used by many threads.
 */
final class FindingReport {

  private static final Logger LOG = LoggerFactory.getLogger(InstallationFinding.class);

  private final PbxId pbx;
  private final LinkTellings tellings;

  @GuardedBy("this")
  private Optional<List<InstallationFinding>> newest = Optional.empty();

  private volatile Stage stage = Stage.STARTING;

  FindingReport(PbxId pbx, LinkTellings tellings) {
    this.pbx = pbx;
    this.tellings = tellings;
  }

  /** Whoever checks now should find the whole application at work. */
  void allIsUp() {
    stage = Stage.UP;
  }

  Stage stage() {
    return stage;
  }

  /** What the newest check found; empty if there was none yet. */
  synchronized Optional<List<InstallationFinding>> newest() {
    return newest;
  }

  /** A check has ended. */
  void publish(List<InstallationFinding> found) {
    List<InstallationFinding> before;
    synchronized (this) {
      before = newest.orElse(List.of());
      if (newest.isPresent() && found.equals(before)) {
        return;
      }
      newest = Optional.of(found);
    }
    write(found, before);
    tellings.found(found);
  }

  private void write(List<InstallationFinding> found, List<InstallationFinding> before) {
    List<InstallationFinding> fresh = new ArrayList<>(found);
    fresh.removeAll(before);
    fresh.forEach(each -> LOG.warn("{}", each));
    List<InstallationFinding> gone = new ArrayList<>(before);
    gone.removeAll(found);
    gone.forEach(each -> LOG.info("{}: no longer: {}: {}", pbx, each.subject(), each.what()));
    if (found.isEmpty()) {
      LOG.info("{}: the check of the installation finds nothing", pbx);
    }
  }
}
