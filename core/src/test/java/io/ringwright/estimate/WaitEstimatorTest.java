package io.ringwright.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.ringwright.call.CallId;
import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.EstimateScore;
import io.ringwright.call.WaitEstimate;
import io.ringwright.call.WaitEstimate.Between;
import io.ringwright.call.WaitEstimate.Unknown;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WaitEstimatorTest {

  private static final Destination LINE = hunt("500");
  private static final CallId LAST = CallId.of("last");

  private final WaitEstimator estimator = new WaitEstimator();
  private Instant now = Instant.parse("2026-03-02T08:00:00Z");
  private int calls;

  @Test
  void nothing_is_made_from_nothing() {
    assertThat(expected(1)).isEqualTo(WaitEstimate.unknown());
    joins(LINE, LAST);
    assertThat(expected(1)).isEqualTo(WaitEstimate.unknown());
    departures(4, 20);
    assertThat(expected(1))
        .isEqualTo(new Unknown("departures seen of late: 4, at least 5 are needed"));
    departures(1, 20);
    assertThat(expected(1)).hasToString("between 1 s and 59 s (position 1, 5 departures in 100 s)");
  }

  @Test
  void time_in_which_nobody_waited_says_nothing_of_the_pace() {
    departures(10, 20);
    passes(1500);
    assertThat(basis(2)).isEqualTo("position 2, 10 departures in 3 min");
    departures(2, 20);
    assertThat(basis(2)).isEqualTo("position 2, 12 departures in 4 min");
  }

  @Test
  void only_the_last_fifty_departures_count() {
    departures(60, 60);
    departures(49, 10);
    assertThat(basis(1)).isEqualTo("position 1, 50 departures in 9 min");
    departures(1, 10);
    assertThat(basis(1)).isEqualTo("position 1, 50 departures in 8 min");
  }

  @Test
  void what_is_older_than_an_hour_counts_no_more() {
    departures(6, 10);
    passes(1750);
    departures(1, 10);
    passes(1750);
    departures(5, 10);
    assertThat(basis(1)).isEqualTo("position 1, 11 departures in 110 s");
    passes(1740);
    assertThat(basis(1)).isEqualTo("position 1, 6 departures in 60 s");
  }

  @Test
  void an_old_pace_is_no_pace() {
    departures(10, 20);
    passes(1800);
    assertThat(expected(1)).isInstanceOf(Between.class);
    passes(1);
    assertThat(expected(1)).isEqualTo(new Unknown("nobody was answered for 30 min"));
  }

  @Test
  void a_queue_that_stands_still_becomes_unknown_and_begins_anew() {
    departures(50, 20);
    joins(LINE, LAST);
    passes(147);
    assertThat(expected(1)).isInstanceOf(Between.class);
    passes(2);
    assertThat(expected(1))
        .isEqualTo(new Unknown("stands still: callers wait for 2 min without a departure"));
    estimator.answered(LINE, LAST, now);
    assertThat(expected(1)).isEqualTo(WaitEstimate.unknown());
    departures(5, 7);
    assertThat(basis(1)).isEqualTo("position 1, 5 departures in 35 s");
  }

  @Test
  void who_waited_before_the_house_opened_does_not_slow_the_pace_down() {
    joins(LINE, LAST);
    passes(1200);
    estimator.answered(LINE, LAST, now);
    departures(4, 10);
    assertThat(basis(1)).isEqualTo("position 1, 5 departures in 21 min");
    departures(1, 10);
    assertThat(basis(1)).isEqualTo("position 1, 5 departures in 50 s");
  }

  @Test
  void a_call_that_is_offered_in_vain_keeps_its_first_estimate_and_is_no_departure() {
    departures(5, 20);
    Duration error = Duration.ofSeconds(50).minus(interval(1).middle());
    joins(LINE, LAST);
    passes(30);
    joins(LINE, LAST);
    passes(20);
    estimator.answered(LINE, LAST, now);
    assertThat(basis(1)).isEqualTo("position 1, 6 departures in 3 min");
    assertThat(score().held()).isEqualTo(1);
    assertThat(score().judged()).isEqualTo(1);
    assertThat(score().meanError()).isCloseTo(error, Duration.ofMillis(1));
  }

  @Test
  void waits_are_held_against_the_interval_given_on_joining() {
    departures(5, 20);
    answeredAfter(interval(1).shortest());
    assertThat(score().held()).isEqualTo(1);
    answeredAfter(interval(1).shortest().minusMillis(1));
    assertThat(score().earlier()).isEqualTo(1);
    answeredAfter(interval(1).longest().plusMillis(1));
    assertThat(score().later()).isEqualTo(1);
    assertThat(score().judged()).isEqualTo(3);
    assertThat(score().coverage()).hasValue(1 / 3.0);
  }

  @Test
  void who_gives_up_is_judged_only_after_the_interval() {
    departures(5, 20);
    Between given = interval(1);
    gaveUpAfter(given.longest());
    assertThat(score()).isEqualTo(new EstimateScore(0, 0, 0, 1, 5, Duration.ZERO));
    given = interval(1);
    Duration half = given.longest().minus(given.middle()).plusMillis(1);
    gaveUpAfter(given.longest().plusMillis(1));
    assertThat(score().later()).isEqualTo(1);
    assertThat(score().meanError()).isCloseTo(half, Duration.ofMillis(1));
  }

  @Test
  void who_gives_up_is_no_departure_but_the_time_counts() {
    departures(5, 20);
    gaveUpAfter(Duration.ofSeconds(30));
    departures(1, 20);
    assertThat(basis(1)).isEqualTo("position 1, 6 departures in 3 min, 1 gave up");
  }

  @Test
  void events_of_calls_that_do_not_wait_change_nothing() {
    departures(5, 20);
    WaitEstimate before = expected(1);
    for (CallId call : new CallId[] {LAST, CallId.of("call-0")}) {
      estimator.answered(LINE, call, now);
      estimator.gaveUp(LINE, call, now);
      estimator.answered(hunt("501"), call, now);
      estimator.gaveUp(hunt("501"), call, now);
    }
    assertThat(expected(1)).isEqualTo(before);
    assertThat(WaitEstimator.Scored.map(estimator.scores())).containsOnlyKeys(LINE);
  }

  @Test
  void a_clock_set_back_does_no_harm() {
    departures(5, 20);
    joins(LINE, LAST);
    estimator.answered(LINE, LAST, now.minusSeconds(500));
    assertThat(basis(1)).isEqualTo("position 1, 6 departures in 100 s");
    assertThat(score().judged()).isEqualTo(1);
  }

  @Test
  void queues_do_not_mix() {
    departures(5, 20);
    Destination extension = new Destination.ToExtension(DirectoryNumber.of("500"));
    assertThat(estimator.estimate(extension, Standings.at(() -> 1), now))
        .isEqualTo(WaitEstimate.unknown());
  }

  @Test
  void a_queue_without_events_for_an_hour_is_forgotten_unless_somebody_waits() {
    joins(hunt("1"), LAST);
    departures(5, 20);
    for (int i = 600; i < 900; i++) {
      joins(hunt("" + i), LAST);
      estimator.gaveUp(hunt("" + i), LAST, now);
    }
    passes(3600);
    joins(hunt("2"), LAST);
    assertThat(WaitEstimator.Scored.map(estimator.scores())).hasSize(303);
    passes(1);
    joins(hunt("2"), CallId.of("another"));
    assertThat(WaitEstimator.Scored.map(estimator.scores())).containsOnlyKeys(hunt("1"), hunt("2"));
  }

  @Test
  void asking_changes_nothing_and_a_position_is_only_worked_out_if_it_matters() {
    estimator.joined(LINE, LAST, Standings.at(() -> fail("asked for the position")), now);
    estimator.answered(LINE, LAST, now);
    departures(6, 600);
    WaitEstimate before = expected(1);
    estimator.estimate(LINE, Standings.at(() -> 1), now.plusSeconds(3000));
    assertThat(expected(1)).isEqualTo(before).isInstanceOf(Between.class);
  }

  @Test
  void those_who_joined_and_have_no_answer_are_counted() {
    assertThat(estimator.waiting(LINE)).isZero();
    joins(LINE, LAST);
    joins(LINE, LAST);
    joins(LINE, CallId.of("another"));
    assertThat(estimator.waiting(LINE)).isEqualTo(2);
    estimator.answered(LINE, LAST, now);
    estimator.gaveUp(LINE, CallId.of("another"), now);
    assertThat(estimator.waiting(LINE)).isZero();
  }

  private void joins(Destination queue, CallId call) {
    estimator.joined(queue, call, Standings.at(() -> 1), now);
  }

  private WaitEstimate expected(int position) {
    return estimator.estimate(LINE, Standings.at(() -> position), now);
  }

  /** Calls that wait one after the other for so many seconds each. */
  private void departures(int number, long seconds) {
    for (int i = 0; i < number; i++) {
      answeredAfter(Duration.ofSeconds(seconds));
    }
  }

  private void answeredAfter(Duration wait) {
    CallId call = CallId.of("call-" + calls++);
    joins(LINE, call);
    now = now.plus(wait);
    estimator.answered(LINE, call, now);
  }

  private void gaveUpAfter(Duration wait) {
    CallId call = CallId.of("call-" + calls++);
    joins(LINE, call);
    now = now.plus(wait);
    estimator.gaveUp(LINE, call, now);
  }

  private void passes(long seconds) {
    now = now.plusSeconds(seconds);
  }

  private Between interval(int position) {
    WaitEstimate estimate = expected(position);
    return estimate.interval().orElseThrow(() -> new AssertionError(estimate.toString()));
  }

  private String basis(int position) {
    return interval(position).basis();
  }

  private EstimateScore score() {
    return WaitEstimator.Scored.map(estimator.scores()).getOrDefault(LINE, EstimateScore.NONE);
  }

  private static Destination hunt(String number) {
    return new Destination.ToHuntGroup(DirectoryNumber.of(number));
  }
}
