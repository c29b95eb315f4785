package io.ringwright.journal.sqlite;

import io.ringwright.journal.Durability;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far entries are kept, and whether answers are given before they are.
 *
 * <p>Thread safety: guarded by the lock of {@link EntryQueue}.
 */
final class Lateness {

  private static final Logger LOG = LoggerFactory.getLogger(Lateness.class);

  private final Settings settings;
  private final LateLog log;

  /** The last entry that is kept. */
  private long kept;

  /** The last entry that was released without being kept. */
  private long early;

  private @Nullable Spell spell;

  /**
   * A time in which answers are given before they are kept.
   *
   * @param since when it began
   * @param why what is in the way, and what helps
   * @param recovering whether the disk takes entries in time again: new ones wait for it
   */
  private record Spell(Instant since, String why, boolean recovering) {}

  Lateness(Settings settings) {
    this.settings = settings;
    this.log =
        new LateLog(
            settings.nanos(),
            line -> LOG.warn("Journal {}: {}", settings.files(), line),
            line -> LOG.info("Journal {}: {}", settings.files(), line));
  }

  /** Everything up to this entry was kept before the start. */
  void start(long last) {
    kept = last;
    early = last;
  }

  long kept() {
    return kept;
  }

  boolean isNow() {
    return spell != null;
  }

  /** Whether new answers leave without waiting for the disk. */
  boolean atOnce() {
    return spell != null && !spell.recovering();
  }

  void begin(String why) {
    log.begin(why);
    spell = new Spell(spell == null ? settings.clock().instant() : spell.since(), why, false);
  }

  void beginSlow() {
    begin(
        "the disk of "
            + settings.files()
            + " took more than "
            + settings.limits().patience().toMillis()
            + " ms; look at what else writes to it");
  }

  /** An entry leaves. */
  void released(long sequence) {
    if (sequence > kept) {
      early = sequence;
      log.owed(early - kept);
    }
  }

  void keptUpTo(long sequence) {
    kept = Math.max(kept, sequence);
  }

  /**
   * Ends the spell if nothing is owed.
   *
   * @param soon whether the next commit takes in time what is owed
   */
  void endIfCaughtUp(boolean soon) {
    if (spell == null) {
      return;
    }
    if (kept >= early) {
      log.end();
      spell = null;
    } else if (soon) {
      spell = new Spell(spell.since(), spell.why(), true);
    }
  }

  /** In how many nanoseconds a line of the log may be due. */
  long untilLine() {
    return log.untilLine();
  }

  /** Writes the line that is due, if one is. */
  void look() {
    log.look();
  }

  /** Nothing becomes late any more. */
  void close() {
    log.close();
  }

  Durability durability() {
    return spell == null
        ? new Durability.Durable()
        : new Durability.Owing(spell.since(), Math.max(0, early - kept), spell.why());
  }
}
