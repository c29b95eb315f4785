package io.ringwright.ami;

import io.ringwright.ami.InstallationFinding.Kind;
import io.ringwright.ami.PendingActions.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/** Compares Asterisk's clock with that of the engine. */
final class ClockFindings {

  /** Seconds are rounded down to these, so that one difference is one finding. */
  private static final TreeMap<Long, String> SIZES = new TreeMap<>();

  static {
    SIZES.put(3L, "3 s");
    SIZES.put(30L, "half a minute");
    SIZES.put(300L, "5 minutes");
    SIZES.put(1_800L, "half an hour");
    SIZES.put(82_800L, "23 hours");
  }

  private ClockFindings() {}

  /**
   * Compares.
   *
   * @param pong the reply to a ping
   * @param asked when it was asked for
   * @param answered when it came
   * @param findings what is found goes here
   */
  static void inspect(Reply pong, Instant asked, Instant answered, Findings findings) {
    Optional<Instant> theirs = timestamp(pong.response().header("timestamp"));
    if (!pong.isYes() || theirs.isEmpty()) {
      findings.add(
          Kind.NOT_LOOKED_AT,
          "clock",
          "the clock of Asterisk could not be read: its reply to a ping tells no time",
          "Look at both clocks by hand, and run NTP on both machines");
      return;
    }
    boolean ahead = theirs.get().isAfter(answered);
    Duration apart =
        ahead ? Duration.between(answered, theirs.get()) : Duration.between(theirs.get(), asked);
    var size = SIZES.floorEntry(apart.toSeconds());
    if (size != null) {
      findings.add(
          Kind.CLOCKS_DIFFER,
          "clocks",
          "that of Asterisk is more than "
              + size.getValue()
              + (ahead ? " ahead of" : " behind")
              + " that of this machine",
          "Run NTP on both machines; instants in records and opening hours come from this one");
    }
  }

  private static Optional<Instant> timestamp(String text) {
    if (!text.matches("[0-9]{1,11}\\.[0-9]{1,6}")) {
      return Optional.empty();
    }
    int dot = text.indexOf('.');
    long micros = Long.parseLong((text.substring(dot + 1) + "000000").substring(0, 6));
    return Optional.of(
        Instant.ofEpochSecond(Long.parseLong(text.substring(0, dot)), micros * 1000));
  }
}
