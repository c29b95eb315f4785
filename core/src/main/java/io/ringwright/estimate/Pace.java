package io.ringwright.estimate;

import io.ringwright.call.WaitEstimate;
import io.ringwright.call.WaitEstimate.Between;
import io.ringwright.call.WaitEstimate.Unknown;
import io.ringwright.estimate.Overtaking.Way;
import java.time.Duration;
import java.time.Instant;

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
 * <p>Where another queue takes the same phones, and its callers go ahead of those of this one,
 * departures come in bursts. Then the interval is as much wider as the gaps are more uneven than at
 * random, and they count for as much fewer.
 *
 * <p>Thread safety: immutable.
 *
 * @param departures how many callers were answered
 * @param busy for how many seconds in all somebody waited
 * @param gaveUp how many callers left without an answer in that time
 * @param waited how many seconds callers waited in that time, summed over callers
 * @param dispersion how much more uneven the departures came than at random: the variance of the
 *     gaps between them over the square of their mean, 1 to 5
 */
record Pace(int departures, double busy, int gaveUp, double waited, double dispersion) {

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

  /** How many departures at random are added to those seen: few gaps look uneven by chance. */
  private static final int EVENED_BY = 5;

  /** More uneven than this counts as this. */
  private static final double MOST_UNEVEN = 5;

  /** Departures that came at random. */
  Pace(int departures, double busy, int gaveUp, double waited) {
    this(departures, busy, gaveUp, waited, 1);
  }

  /** What the gaps show that are not too old. */
  static Pace of(Iterable<Gap> gaps, Instant now) {
    int departures = 0;
    double busy = 0;
    double squares = 0;
    int gaveUp = 0;
    double waited = 0;
    for (Gap gap : gaps) {
      if (!gap.isOld(now)) {
        departures++;
        busy += gap.busy();
        squares += gap.busy() * gap.busy();
        gaveUp += gap.gaveUp();
        waited += gap.waited();
      }
    }
    return new Pace(departures, busy, gaveUp, waited, dispersion(departures, busy, squares));
  }

  private static double dispersion(int departures, double busy, double squares) {
    if (departures < FEWEST || busy < SHORTEST_VIEW) {
      return 1;
    }
    double mean = busy / departures;
    double variance = (squares - busy * mean) / (departures - 1);
    double seen = variance / (mean * mean);
    double evened = (departures * seen + EVENED_BY) / (departures + EVENED_BY);
    return Math.max(1, Math.min(MOST_UNEVEN, evened));
  }

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
    Way alone = alone(position, givingUp);
    double longest = seconds(alone, overtaking, spread.late());
    if (Double.isInfinite(longest)) {
      return new Unknown("callers of higher priority join as fast as callers are answered");
    }
    if (longest > HORIZON) {
      return new Unknown("may last longer than " + words(HORIZON));
    }
    // Nobody is served sooner because others go ahead.
    double soonest = seconds(alone, -spread.early());
    double usual = seconds(alone, overtaking, -spread.early());
    double shortest = Math.min(longest, Math.max(soonest, usual));
    return new Between(duration(shortest), duration(longest), basis(position, overtaking));
  }

  private Way alone(int position, double givingUp) {
    double way = way(position, givingUp);
    double shape = way * way / wayOfSquares(position, givingUp) / dispersion;
    return new Way(way, shape, Double.POSITIVE_INFINITY);
  }

  /**
   * A quantile of the wait. Whether a wait ends before some of the streams cease to go ahead does
   * not depend on their ends. So for each quantile by itself those streams are limited that have
   * ceased by then, and the others are not.
   *
   * @return seconds; infinite if so many go ahead that there is no end
   */
  private double seconds(Way alone, Overtaking overtaking, double reach) {
    double ceased = 0;
    for (int limited = 0; ; limited++) {
      double end = overtaking.end(limited);
      double all =
          overtaking
              .longer(alone, limited, busy / departures)
              .map(way -> seconds(way, reach))
              .orElse(Double.POSITIVE_INFINITY);
      if (all <= end) {
        return Math.max(ceased, all);
      }
      ceased = end;
    }
  }

  private double seconds(Way way, double reach) {
    double seen = Math.min(departures / dispersion, way.certainty());
    double below = 2 * Math.max(FEWEST, seen);
    return busy / departures * way.departures() * FisherQuantile.at(2 * way.shape(), below, reach);
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
