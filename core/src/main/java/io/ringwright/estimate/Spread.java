package io.ringwright.estimate;

/**
 * How far an interval reaches to either side, in standard deviations of a normal variable: learnt
 * from the estimates that were judged.
 *
 * <p>Departures at random would need 1.28 for a tenth outside. Where they come more evenly, the
 * interval is too wide with it; where they come in bursts, too narrow. So after every judgement the
 * side that was missed moves out by a step, and the other moves in by about a ninth of one: at
 * rest, a tenth is missed on either side, whatever the departures are like. That is quantile
 * tracking (Angelopoulos, Candès and Tibshirani, Conformal PID control, 2023). The first steps are
 * longer. It comes to rest a little below a tenth, for what is missed more often until then.
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

  private static final double OUT = 0.05;
  private static final double IN = -OUT / 9.7;

  /** By how many steps the first is longer, and after how many judgements by half as many. */
  private static final double LONGER = 4;

  private static final double SOON = 40;

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

  /**
   * After a wait that ended within.
   *
   * @param judged how many were judged before
   */
  Spread afterHeld(long judged) {
    return moved(IN, IN, judged);
  }

  /**
   * After a wait that ended before the interval began.
   *
   * @param judged how many were judged before
   */
  Spread afterEarlier(long judged) {
    return moved(OUT, IN, judged);
  }

  /**
   * After a wait that was longer than the interval.
   *
   * @param judged how many were judged before
   */
  Spread afterLater(long judged) {
    return moved(IN, OUT, judged);
  }

  private Spread moved(double earlyBy, double lateBy, long judged) {
    double steps = 1 + LONGER / (1 + judged / SOON);
    return new Spread(limited(early + steps * earlyBy), limited(late + steps * lateBy));
  }

  private static double limited(double reach) {
    return Math.max(LEAST, Math.min(MOST, reach));
  }
}
