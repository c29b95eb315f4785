package io.ringwright.estimate;

/**
 * How far an interval reaches to either side, in standard deviations of a normal variable: learnt
 * from the estimates that were judged.
 *
 * <p>Departures at random would need 1.28 for a tenth outside. Where they come more evenly, the
 * interval is too wide with it; where they come in bursts, too narrow. So after every judgement the
 * side that was missed moves out by a step, and the other moves in by a ninth of one: at rest, a
 * tenth is missed on either side, whatever the departures are like. That is quantile tracking
 * (Angelopoulos, Candès and Tibshirani, Conformal PID control, 2023).
 *
 * <p>Thread safety: immutable.
 *
 * @param early towards shorter waits, 0.3 to 4
 * @param late towards longer waits, 0.3 to 4
 */
public record Spread(double early, double late) {

  /** A tenth outside on either side, if departures come at random. */
  static final Spread AT_RANDOM = new Spread(1.2815515655446004, 1.2815515655446004);

  private static final double LEAST = 0.3;
  private static final double MOST = 4;

  private static final double OUT = 0.027;
  private static final double IN = -OUT / 9;

  /**
   * Checks the reach.
   *
   * @throws IllegalArgumentException if a side is not 0.3 to 4
   */
  public Spread {
    if (!(early >= LEAST && early <= MOST && late >= LEAST && late <= MOST)) {
      throw new IllegalArgumentException(
          "spread " + early + " and " + late + " is not valid: expected 0.3 to 4 on either side");
    }
  }

  /** After a wait that ended within. */
  Spread afterHeld() {
    return moved(IN, IN);
  }

  /** After a wait that ended before the interval began. */
  Spread afterEarlier() {
    return moved(OUT, IN);
  }

  /** After a wait that was longer than the interval. */
  Spread afterLater() {
    return moved(IN, OUT);
  }

  private Spread moved(double earlyBy, double lateBy) {
    return new Spread(limited(early + earlyBy), limited(late + lateBy));
  }

  private static double limited(double reach) {
    return Math.max(LEAST, Math.min(MOST, reach));
  }
}
