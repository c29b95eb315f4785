package io.ringwright.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that moves only when told. */
final class SettableClock implements InstantSource {

  private Instant now;

  SettableClock(Instant start) {
    now = start;
  }

  @Override
  public Instant instant() {
    return now;
  }

  void moveTo(Instant instant) {
    now = instant;
  }

  void advance(Duration time) {
    now = now.plus(time);
  }
}
