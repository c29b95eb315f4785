package io.ringwright.it.moves;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.it.OnRealAsterisk;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Callers who wait are moved at moments by chance, in the middle of the dialplan most of the time.
 * {@code -Dmoves} says how often.
 */
@OnRealAsterisk
class MovedAtAnyMomentIT {

  private static final int MOVES = Integer.getInteger("moves", 2_000);
  private static final long SEED = Long.getLong("seed", 1);

  @Test
  @Timeout(600)
  void nobody_is_hung_up_whatever_the_moment_of_the_move() throws IOException {
    MoveTally tally = new MovingRun(Landing.OURS, SEED).run(MOVES);

    System.out.println(tally);
    assertThat(tally.callersLost()).as("callers hung up; %s", tally).isZero();
    assertThat(tally.landings()).isEqualTo(MOVES / MovingRun.CALLERS * MovingRun.CALLERS);
  }

  @Test
  @Timeout(600)
  void a_caller_is_hung_up_sooner_or_later_whose_context_does_not_have_the_extension()
      throws IOException {
    MoveTally tally = new MovingRun(Landing.ELSEWHERE, SEED).runUntilOneIsLost(10 * MOVES);

    System.out.println(tally);
    assertThat(tally.callersLost()).as("callers hung up; %s", tally).isPositive();
  }
}
