package io.ringwright.ami;

import io.ringwright.call.PbxId;
import io.ringwright.host.HostThreads;
import io.ringwright.host.SerialQueue;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the listeners of a connection are told, in order, on an executor: neither the link nor a
 * check waits for them.
 *
 * <p>Thread safety: may be used by many threads.
 */
final class LinkTellings {

  /** A link that is lost and found twice a second needs more than two minutes for so many. */
  static final int MOST = 1000;

  private static final Logger LOG = LoggerFactory.getLogger(LinkTellings.class);

  private final PbxId pbx;
  private final Hearers hearers;
  private final SerialQueue<Runnable> queue;
  private volatile @Nullable LinkState state;
  private volatile @Nullable List<InstallationFinding> findings;

  /**
   * Who is told what happens to the link.
   *
   * @param states is told of changes of the state
   * @param findings is told what checks of the installation find
   * @param where on which threads; nothing for a thread of their own
   */
  record Hearers(
      Consumer<LinkState> states,
      Consumer<List<InstallationFinding>> findings,
      @Nullable Executor where) {

    static final Hearers NONE = new Hearers(state -> {}, found -> {}, null);

    Hearers states(Consumer<LinkState> chosen) {
      return new Hearers(chosen, findings, where);
    }

    Hearers findings(Consumer<List<InstallationFinding>> chosen) {
      return new Hearers(states, chosen, where);
    }

    Hearers on(Executor chosen) {
      return new Hearers(states, findings, chosen);
    }
  }

  LinkTellings(PbxId pbx, Hearers hearers) {
    this.pbx = pbx;
    this.hearers = hearers;
    Executor own = HostThreads.one("ringwright-ami-listener-" + pbx);
    Executor chosen = hearers.where();
    this.queue =
        new SerialQueue<>(
            new SerialQueue.Work<>(this::tell, chosen != null ? chosen : own, own),
            new SerialQueue.Bound<>(MOST, this::instead));
  }

  /** The link is in this state from now on. */
  void entered(LinkState next) {
    state = next;
    if (hearers.states() == Hearers.NONE.states()) {
      return; // No thread for nothing.
    }
    queue.add(List.of(() -> hearers.states().accept(next)));
  }

  /** The newest check found this, and the one before did not. */
  void found(List<InstallationFinding> all) {
    findings = all;
    if (hearers.findings() == Hearers.NONE.findings()) {
      return;
    }
    queue.add(List.of(() -> hearers.findings().accept(all)));
  }

  /** How many tellings wait, with the one under way. */
  int behind() {
    return queue.behind();
  }

  /** How many tellings were dropped because too many waited. */
  long dropped() {
    return queue.dropped();
  }

  /** Waits so long at most until everything is told; the rest is dropped. */
  void close(Duration longest) {
    queue.close(longest.toNanos());
  }

  private void tell(Runnable telling) {
    try {
      telling.run();
    } catch (Throwable failure) { // Whatever it is, the next telling follows.
      LOG.warn("{}: a listener of the link failed", pbx, failure);
    }
  }

  /** For what was dropped: how it stands since. */
  private Runnable instead(long dropped) {
    LinkState newest = state;
    List<InstallationFinding> found = findings;
    return () -> {
      LOG.warn(
          "{}: the listeners of the link were too slow: {} tellings dropped, and the newest state"
              + " and findings are told instead",
          pbx,
          dropped);
      if (newest != null) {
        tell(() -> hearers.states().accept(newest));
      }
      if (found != null) {
        tell(() -> hearers.findings().accept(found));
      }
    };
  }
}
