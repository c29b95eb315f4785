package io.ringwright.ami;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that moves when told. */
final class SettableClock implements InstantSource {

  private volatile Instant now = Instant.parse("2026-03-02T09:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  void advance(Duration time) {
    now = now.plus(time);
  }
}
