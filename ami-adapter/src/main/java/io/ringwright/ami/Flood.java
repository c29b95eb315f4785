package io.ringwright.ami;

import io.ringwright.call.PbxId;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What became of events for which the inboxes of one connection had no room: counted, and said in
 * the log once when it begins and once when it is over.
 *
 * <p>Thread safety: may be used by many threads.
 */
final class Flood {

  private static final Logger LOG = LoggerFactory.getLogger(Flood.class);

  private final PbxId pbx;
  private final AtomicLong dropped = new AtomicLong();
  private final AtomicLong superseded = new AtomicLong();
  private final AtomicBoolean begun = new AtomicBoolean();

  Flood(PbxId pbx) {
    this.pbx = pbx;
  }

  /** An event was dropped. */
  void dropped(long bytes) {
    dropped.incrementAndGet();
    begin(bytes);
  }

  /** A device state that waited was replaced by a newer one of the same device. */
  void superseded(long bytes) {
    superseded.incrementAndGet();
    begin(bytes);
  }

  /** More events came during a look than are kept for it: it does not count. */
  void lookGivenUp(long bytes) {
    begin(bytes);
  }

  private void begin(long bytes) {
    if (begun.compareAndSet(false, true)) {
      LOG.warn(
          "{}: events come faster than they can be worked on: more than {} bytes of them wait.\n"
              + "Of each device the newest state is kept, other events are dropped. A whole look at"
              + " Asterisk follows.",
          pbx,
          bytes);
    }
  }

  /** A whole look has made up for what was lost. */
  void over() {
    if (begun.compareAndSet(true, false)) {
      LOG.info(
          "{}: a whole look has made up for the events that were dropped. Since the start: {}"
              + " dropped, {} device states replaced by newer ones",
          pbx,
          dropped.get(),
          superseded.get());
    }
  }

  /** How many events were dropped since the start. */
  long dropped() {
    return dropped.get();
  }

  /** How many device states were replaced by newer ones since the start. */
  long superseded() {
    return superseded.get();
  }
}
