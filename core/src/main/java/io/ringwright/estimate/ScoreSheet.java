package io.ringwright.estimate;

import io.ringwright.call.EstimateScore;
import java.time.Duration;

/**
 * How many estimates of a waiting queue came true, and what was learnt from it.
 *
 * <p>Thread safety: immutable.
 *
 * @param score the counts
 * @param error milliseconds by which the middle of an interval was off the wait, summed over the
 *     judged; the mean error of the score follows from it
 * @param spread how far the next interval reaches to either side
 */
public record ScoreSheet(EstimateScore score, double error, Spread spread) {

  /** Of a queue of which nothing was estimated yet. */
  static final ScoreSheet NEW = new ScoreSheet(EstimateScore.NONE, 0, Spread.AT_RANDOM);

  /**
   * Checks that the mean error follows from the sum.
   *
   * @throws IllegalArgumentException if it does not, or a number is below zero
   */
  public ScoreSheet {
    boolean countsAreValid =
        score.held() >= 0
            && score.earlier() >= 0
            && score.later() >= 0
            && score.unjudged() >= 0
            && score.unknown() >= 0;
    if (!countsAreValid
        || !(error >= 0)
        || !score.meanError().equals(mean(error, score.judged()))) {
      throw new IllegalArgumentException(
          "score "
              + score
              + " with a sum of errors of "
              + error
              + " ms is not valid:"
              + " expected counts of zero or more, and the mean error that follows from the sum");
    }
  }

  private static Duration mean(double error, long judged) {
    return judged == 0 ? Duration.ZERO : Duration.ofMillis(Math.round(error / judged));
  }

  ScoreSheet answered(Expectation expected, Duration waited) {
    return expected.known() ? judged(expected, waited.toMillis()) : plus(0, 1);
  }

  ScoreSheet gaveUp(Expectation expected, Duration waited) {
    if (!expected.known()) {
      return plus(0, 1);
    }
    return waited.toMillis() > expected.longest()
        ? judged(expected, waited.toMillis())
        : plus(1, 0);
  }

  /** The counts of both; what was learnt from them stays that of this one. */
  ScoreSheet plus(ScoreSheet other) {
    EstimateScore more = other.score;
    double sum = error + other.error;
    return new ScoreSheet(
        new EstimateScore(
            score.held() + more.held(),
            score.earlier() + more.earlier(),
            score.later() + more.later(),
            score.unjudged() + more.unjudged(),
            score.unknown() + more.unknown(),
            mean(sum, score.judged() + more.judged())),
        sum,
        spread);
  }

  private ScoreSheet plus(int unjudged, int unknown) {
    return new ScoreSheet(
        new EstimateScore(
            score.held(),
            score.earlier(),
            score.later(),
            score.unjudged() + unjudged,
            score.unknown() + unknown,
            score.meanError()),
        error,
        spread);
  }

  private ScoreSheet judged(Expectation expected, long waited) {
    double sum = error + Math.abs(waited - (expected.shortest() + expected.longest()) / 2.0);
    Duration mean = mean(sum, score.judged() + 1);
    if (waited < expected.shortest()) {
      return new ScoreSheet(with(0, 1, 0, mean), sum, spread.afterEarlier(score.judged()));
    }
    return waited > expected.longest()
        ? new ScoreSheet(with(0, 0, 1, mean), sum, spread.afterLater(score.judged()))
        : new ScoreSheet(with(1, 0, 0, mean), sum, spread.afterHeld(score.judged()));
  }

  private EstimateScore with(int held, int earlier, int later, Duration mean) {
    return new EstimateScore(
        score.held() + held,
        score.earlier() + earlier,
        score.later() + later,
        score.unjudged(),
        score.unknown(),
        mean);
  }
}
