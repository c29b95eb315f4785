package io.ringwright.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Who took too long is left alone for a while, and then tried with one question. */
class BreakerTest {

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final Breaker breaker = new Breaker();

  @Test
  void after_a_question_that_took_too_long_none_is_asked_for_10_s() {
    assertThat(breaker.begin(0)).isTrue();
    breaker.giveUp();
    breaker.trip(SECOND);
    breaker.endedLate();
    assertThat(breaker.begin(10 * SECOND)).isFalse();
    assertThat(breaker.begin(11 * SECOND)).isTrue();
  }

  @Test
  void while_a_question_that_was_given_up_is_not_answered_none_is_asked_at_all() {
    breaker.begin(0);
    breaker.giveUp();
    breaker.trip(SECOND);
    assertThat(breaker.begin(1_000_000 * SECOND)).isFalse();
    breaker.endedLate();
    assertThat(breaker.begin(1_000_000 * SECOND)).isTrue();
  }

  @Test
  void after_the_pause_one_question_tries_and_the_others_go_without() {
    breaker.trip(0);
    assertThat(breaker.begin(10 * SECOND)).isTrue();
    assertThat(breaker.begin(10 * SECOND)).isFalse();
    breaker.ended(10 * SECOND);
    assertThat(breaker.begin(10 * SECOND)).isTrue();
  }

  @Test
  void each_further_time_it_is_left_alone_for_twice_as_long_up_to_10_minutes() {
    long now = 0;
    long[] seconds = new long[9];
    for (int time = 0; time < seconds.length; time++) {
      seconds[time] = TimeUnit.NANOSECONDS.toSeconds(breaker.trip(now));
      now += TimeUnit.SECONDS.toNanos(seconds[time]);
      breaker.begin(now);
    }
    assertThat(seconds).containsExactly(10, 20, 40, 80, 160, 320, 600, 600, 600);
  }

  @Test
  void an_answer_in_time_to_a_question_from_before_proves_nothing() {
    breaker.begin(0);
    breaker.trip(SECOND);
    breaker.ended(0);
    assertThat(breaker.begin(2 * SECOND)).isFalse();
  }

  @Test
  void no_more_than_16_questions_are_under_way() {
    for (int question = 0; question < 16; question++) {
      assertThat(breaker.begin(0)).isTrue();
    }
    assertThat(breaker.begin(0)).isFalse();
    breaker.ended(0);
    assertThat(breaker.begin(0)).isTrue();
  }
}
