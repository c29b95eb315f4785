package io.ringwright.engine;

import io.ringwright.call.CallId;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.RingTarget;
import io.ringwright.call.Token;
import java.time.Instant;
import java.util.List;

/** A caller's channel in a random house. */
final class RandomCaller {

  /** Where a caller is in truth. ASKING: the channel waits for the engine's answer. */
  enum Where {
    ASKING,
    WAITING,
    RINGING,
    TALKING,
    FALLBACK,
    GONE
  }

  RememberedCall channel;
  Where where = Where.ASKING;
  Instant nextBeat = Instant.MAX;
  List<RingTarget> targets = List.of();
  Token token = new Token(1);
  boolean unseen;

  /** Until then the caller may wait beside a phone that is not the preferred one. */
  Instant choosyUntil = Instant.MIN;

  int arrivals = 1;
  int questions;

  RandomCaller(RememberedCall channel) {
    this.channel = channel;
  }

  CallId id() {
    return channel.id();
  }

  @Override
  public String toString() {
    return id() + " for " + channel.called() + ", " + where;
  }
}
