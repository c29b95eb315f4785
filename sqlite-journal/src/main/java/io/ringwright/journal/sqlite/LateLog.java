package io.ringwright.journal.sqlite;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * What the log says about answers that are given before they are kept: a line when that begins, one
 * a minute at most while it lasts, and one when it is over. It is over when all was kept in time
 * for a minute: a disk that is late now and then is one story, and not a hundred.
 *
 * <p>Thread safety: guarded by the lock of {@link EntryQueue}.
 */
final class LateLog {

  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  private final LongSupplier nanos;
  private final Consumer<String> warning;
  private final Consumer<String> information;

  /** Whether the first line was written, and the last one not yet. */
  private boolean open;

  /** Whether answers are given before they are kept, now. */
  private boolean late;

  private String why = "";
  private long opened;
  private long written;
  private long began;
  private long ended;
  private long times;
  private long longest;
  private long mostOwed;

  /**
   * A log without a line.
   *
   * @param nanos for intervals
   * @param warning takes lines that ask for a look at the disk
   * @param information takes the others
   */
  LateLog(LongSupplier nanos, Consumer<String> warning, Consumer<String> information) {
    this.nanos = nanos;
    this.warning = warning;
    this.information = information;
  }

  /** Answers are given before they are kept, from now on. */
  void begin(String reason) {
    why = reason;
    if (late) {
      return;
    }
    late = true;
    began = nanos.getAsLong();
    if (!open) {
      open = true;
      opened = began;
      written = began;
      times = 0;
      longest = 0;
      mostOwed = 0;
      warning.accept("answers are given before they are kept: " + reason);
    }
    times++;
    look();
  }

  /** So many entries were answered and are not kept. */
  void owed(long entries) {
    mostOwed = Math.max(mostOwed, entries);
  }

  /** All that was answered is kept. */
  void end() {
    if (late) {
      late = false;
      ended = nanos.getAsLong();
      longest = Math.max(longest, ended - began);
    }
  }

  /** Writes the line that is due, if one is. */
  void look() {
    long now = nanos.getAsLong();
    if (late && now - written >= MINUTE) {
      written = now;
      long longestYet = Math.max(longest, now - began);
      warning.accept(
          "answers are still given before they are kept, since "
              + seconds(now - opened)
              + worst(longestYet)
              + ": "
              + why);
    } else if (open && !late && now - ended >= MINUTE) {
      over();
    }
  }

  /** The journal is closed: nothing more becomes late. */
  void close() {
    if (open && !late) {
      over();
    }
  }

  private void over() {
    open = false;
    information.accept("durable again, after " + seconds(ended - opened) + worst(longest));
  }

  private String worst(long longestTime) {
    return " ("
        + (times == 1 ? "once" : times + " times")
        + ", the longest "
        + seconds(longestTime)
        + ", "
        + mostOwed
        + " entries owed at most)";
  }

  private static String seconds(long time) {
    return Duration.ofNanos(time).toMillis() / 1000.0 + " s";
  }

  /** In how many nanoseconds to {@link #look} next. */
  long untilLine() {
    if (!open) {
      return Long.MAX_VALUE;
    }
    return Math.max(1, (late ? written : ended) + MINUTE - nanos.getAsLong());
  }
}
