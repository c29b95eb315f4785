package io.ringwright.fakeasterisk.pbx;

import io.ringwright.fakeasterisk.switchboard.LiveChannel;
import io.ringwright.fakeasterisk.switchboard.Location;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/**
 * Where channels go on after the subroutines in which they are. Source: {@code apps/app_stack.c} of
 * Asterisk. Belongs to the timeline's thread.
 */
final class Subroutines {

  private final Map<LiveChannel, Deque<Location>> returns = new WeakHashMap<>();

  /** A subroutine begins. */
  void begin(LiveChannel channel, Location next) {
    returns.computeIfAbsent(channel, none -> new ArrayDeque<>()).push(next);
  }

  /** The innermost subroutine is over; empty if the channel is in none. */
  Optional<Location> end(LiveChannel channel) {
    Deque<Location> places = returns.get(channel);
    return places == null ? Optional.empty() : Optional.ofNullable(places.poll());
  }
}
