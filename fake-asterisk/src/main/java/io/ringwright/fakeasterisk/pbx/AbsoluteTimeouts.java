package io.ringwright.fakeasterisk.pbx;

import io.ringwright.fakeasterisk.switchboard.HangupCause;
import io.ringwright.fakeasterisk.switchboard.LiveChannel;
import io.ringwright.fakeasterisk.switchboard.Location;
import io.ringwright.fakeasterisk.timeline.Timeline;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Predicate;

/**
 * The time limits of channels, {@code TIMEOUT(absolute)}: a channel whose time is over goes on at
 * the extension {@code T} of its context, without its music, and is hung up if there is none.
 * Source: {@code funcs/func_timeout.c} and {@code __ast_pbx_run} in {@code main/pbx.c} of Asterisk.
 * Belongs to the timeline's thread.
 */
final class AbsoluteTimeouts {

  private final Map<LiveChannel, Limit> limits = new WeakHashMap<>();
  private final Predicate<Location> exists;

  /** The instant at which the time of a channel is over. */
  private record Limit(Instant end, Timeline.Timer timer) {}

  /**
   * No channel has a limit.
   *
   * @param exists whether there is a step at a place of the dialplan
   */
  AbsoluteTimeouts(Predicate<Location> exists) {
    this.exists = exists;
  }

  /** The seconds that are left, with three decimals; 0 if there is no limit. */
  String left(LiveChannel channel) {
    Limit limit = limits.get(channel);
    if (limit == null) {
      return "0";
    }
    Duration left = Duration.between(channel.timeline().instant(), limit.end());
    return left.isNegative()
        ? "0"
        : BigDecimal.valueOf(left.toMillis()).movePointLeft(3).setScale(3).toPlainString();
  }

  /** Sets the limit anew; what is no positive number takes it away. */
  void set(LiveChannel channel, String seconds) {
    Limit before = limits.remove(channel);
    if (before != null) {
      before.timer().cancel();
    }
    Duration time = duration(seconds);
    if (!time.isZero()) {
      Timeline timeline = channel.timeline();
      limits.put(
          channel,
          new Limit(timeline.instant().plus(time), timeline.after(time, () -> over(channel))));
    }
  }

  private void over(LiveChannel channel) {
    limits.remove(channel);
    Location there = new Location(channel.location().context(), "T", 1);
    if (exists.test(there)) {
      channel.moveTo(there);
    } else {
      channel.hangUp(HangupCause.UNKNOWN);
    }
  }

  private static Duration duration(String seconds) {
    if (!seconds.strip().matches("\\d{1,6}(\\.\\d{1,9})?")) {
      return Duration.ZERO;
    }
    BigDecimal millis = new BigDecimal(seconds.strip()).movePointRight(3);
    return Duration.ofMillis(millis.setScale(0, RoundingMode.CEILING).longValueExact());
  }
}
