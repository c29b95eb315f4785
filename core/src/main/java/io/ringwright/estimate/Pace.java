package io.ringwright.estimate;

import io.ringwright.call.WaitEstimate;
import io.ringwright.call.WaitEstimate.Between;
import io.ringwright.call.WaitEstimate.Unknown;
import java.time.Duration;

/**
 * How fast a waiting queue moved while somebody waited.
 *
 * <p>The model is the one behind Erlang's waiting formulas: while all phones are taken, departures
 * come at random at a steady rate, so {@code n} of them take a time that is gamma distributed with
 * shape {@code n}, and position {@code p} is reached after a time of shape {@code p}. The ratio of
 * the second to the first no longer depends on the unknown rate: per departure, it has Fisher's F
 * distribution with {@code 2p} and {@code 2n} degrees of freedom. An interval made with it is
 * exactly as wide as few observations demand, and needs no further widening.
 *
 * <p>Callers ahead who give up shorten the way. Each does so at the rate seen per waiting caller;
 * the sum of the then unequal steps is taken as the gamma distribution with the same mean and
 * variance. Callers of a higher priority who join ahead make it longer: {@link Overtaking}.
 *
 * <p>Thread safety: immutable.
 *
 * @param departures how many callers were answered
 * @param busy for how many seconds in all somebody waited
 * @param gaveUp how many callers left without an answer in that time
 * @param waited how many seconds callers waited in that time, summed over callers
 */
record Pace(int departures, double busy, int gaveUp, double waited) {

  /** With fewer departures nothing is said. */
  static final int FEWEST = 5;

  /** Departures all within less, in seconds, are a burst and show no pace. */
  private static final double SHORTEST_VIEW = 1;

  /** Nothing is said about what may last longer, in seconds: by then the day has changed. */
  private static final double HORIZON = 4 * 3600.0;

  /** A gap this improbable is no accident: the queue stands still. */
  private static final double STANDSTILL = 0.001;

  /** Beyond this many steps their sum is an integral: the difference is below a millionth. */
  private static final int STEPS = 32;

  /**
   * Whether the queue must have stood still for so long a gap to be seen at this pace. The chance
   * of a gap longer than {@code g} after {@code n} departures in {@code t} is {@code (1 + g/t)^-n}.
   * Too few departures show no pace, and no standstill.
   *
   * @param gap seconds without a departure while somebody waited
   */
  boolean standsStill(double gap) {
    return departures >= FEWEST && StrictMath.pow(1 + gap / busy, -departures) < STANDSTILL;
  }

  /** The expected wait at a position where nobody can go ahead, 1 is next. */
  WaitEstimate at(int position, Spread spread) {
    return at(position, Overtaking.NONE, spread);
  }

  /** The expected wait at a position, 1 is next. */
  WaitEstimate at(int position, Overtaking overtaking, Spread spread) {
    if (departures < FEWEST) {
      return new Unknown(
          "departures seen of late: " + departures + ", at least " + FEWEST + " are needed");
    }
    if (busy < SHORTEST_VIEW) {
      return new Unknown("the departures seen of late came all at once");
    }
    double each = busy / departures;
    double givingUp = waited == 0 ? 0 : gaveUp / waited * each;
    double alone = way(position, givingUp);
    if (overtaking.isEndless(alone, each)) {
      return new Unknown("callers of higher priority join as fast as callers are answered");
    }
    double shape = alone * alone / wayOfSquares(position, givingUp);
    Overtaking.Way way = overtaking.longer(alone, shape, each);
    double below = 2 * Math.min(departures, Math.max(FEWEST, way.certainty()));
    double longest =
        each * way.departures() * FisherQuantile.at(2 * way.shape(), below, spread.late());
    if (longest > HORIZON) {
      return new Unknown("may last longer than " + words(HORIZON));
    }
    double soonest = each * alone * FisherQuantile.at(2 * shape, 2.0 * departures, -spread.early());
    double usual =
        each * way.departures() * FisherQuantile.at(2 * way.shape(), below, -spread.early());
    // Nobody is served sooner because others go ahead.
    double shortest = Math.min(longest, Math.max(soonest, usual));
    return new Between(duration(shortest), duration(longest), basis(position, overtaking));
  }

  /** How many departures it takes to be served, less those ahead who give up meanwhile. */
  private static double way(int position, double givingUp) {
    if (givingUp == 0) {
      return position;
    }
    double sum = 0;
    for (int ahead = 0; ahead < Math.min(position, STEPS); ahead++) {
      sum += 1 / (1 + ahead * givingUp);
    }
    return position <= STEPS
        ? sum
        : sum + StrictMath.log(end(position, givingUp) / end(STEPS, givingUp)) / givingUp;
  }

  /** The same with each step squared: the variance of the way. */
  private static double wayOfSquares(int position, double givingUp) {
    if (givingUp == 0) {
      return position;
    }
    double sum = 0;
    for (int ahead = 0; ahead < Math.min(position, STEPS); ahead++) {
      double step = 1 / (1 + ahead * givingUp);
      sum += step * step;
    }
    return position <= STEPS
        ? sum
        : sum + (1 / end(STEPS, givingUp) - 1 / end(position, givingUp)) / givingUp;
  }

  /** What the steps are divided by at the end of that many, half-way to the next. */
  private static double end(int steps, double givingUp) {
    return 1 + (steps - 0.5) * givingUp;
  }

  private String basis(int position, Overtaking overtaking) {
    return "position "
        + position
        + ", "
        + departures
        + " departures in "
        + words(busy)
        + (gaveUp == 0 ? "" : ", " + gaveUp + " gave up")
        + overtaking.words();
  }

  static String words(double seconds) {
    if (seconds < 120) {
      return Math.round(seconds) + " s";
    }
    return seconds < 7200 ? Math.round(seconds / 60) + " min" : Math.round(seconds / 3600) + " h";
  }

  private static Duration duration(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }
}
