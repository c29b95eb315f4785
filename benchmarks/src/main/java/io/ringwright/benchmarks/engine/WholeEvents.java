package io.ringwright.benchmarks.engine;

import io.ringwright.benchmarks.Score;
import io.ringwright.engine.dispatch.IndexedDispatcher;

/**
 * How long the event takes that frees a phone, caller chosen and effects made, in a warm engine:
 * each event by itself, so that the median says what most of them take, and the rest what
 * collections and the machine add.
 */
final class WholeEvents {

  private static final int WARM_UP = 400_000;
  private static final int ROUNDS = 11;
  private static final int EVENTS = 20_000;

  private final FullHouse house;
  private final double[] medians = new double[ROUNDS];
  private final double[] slow = new double[ROUNDS];

  /** Measures in a house of so many calls by so many phones, as in {@code 100x10}. */
  WholeEvents(String size) {
    house = FullHouse.of(size, IndexedDispatcher::new);
    round(WARM_UP);
    for (int round = 0; round < ROUNDS; round++) {
      Nanos events = round(EVENTS);
      medians[round] = events.micros(0.5);
      slow[round] = events.micros(0.99);
    }
    house.check();
  }

  private Nanos round(int events) {
    long[] took = new long[events];
    for (int each = 0; each < events; each++) {
      took[each] = house.idle();
      house.restore();
    }
    return new Nanos(took, events);
  }

  /** The median event in microseconds, of each round. */
  Score median() {
    return Score.of(medians);
  }

  /** What 99 of 100 events do not exceed, in microseconds, of each round. */
  Score p99() {
    return Score.of(slow);
  }
}
