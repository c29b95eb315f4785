package io.ringwright.estimate;

import io.ringwright.call.EstimateScore;
import java.time.Duration;

/** Counts which estimates came true, and learns from it. Belongs to its {@link ObservedQueue}. */
final class ScoreSheet {

  private long held;
  private long earlier;
  private long later;
  private long unjudged;
  private long unknown;
  private double error;
  private Spread spread = Spread.AT_RANDOM;

  void answered(Expectation expected, Duration waited) {
    if (!expected.known()) {
      unknown++;
    } else {
      judge(expected, waited.toMillis());
    }
  }

  void gaveUp(Expectation expected, Duration waited) {
    if (!expected.known()) {
      unknown++;
    } else if (waited.toMillis() > expected.longest()) {
      judge(expected, waited.toMillis());
    } else {
      unjudged++;
    }
  }

  private void judge(Expectation expected, long waited) {
    if (waited < expected.shortest()) {
      earlier++;
      spread = spread.afterEarlier();
    } else if (waited > expected.longest()) {
      later++;
      spread = spread.afterLater();
    } else {
      held++;
      spread = spread.afterHeld();
    }
    error += Math.abs(waited - (expected.shortest() + expected.longest()) / 2.0);
  }

  Spread spread() {
    return spread;
  }

  EstimateScore score() {
    long judged = held + earlier + later;
    Duration mean = judged == 0 ? Duration.ZERO : Duration.ofMillis(Math.round(error / judged));
    return new EstimateScore(held, earlier, later, unjudged, unknown, mean);
  }
}
