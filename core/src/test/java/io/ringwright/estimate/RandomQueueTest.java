package io.ringwright.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.CallId;
import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.EstimateScore;
import io.ringwright.call.WaitEstimate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Any events in any order, sensible or not. */
class RandomQueueTest {

  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  /**
   * One event.
   *
   * @param step what happens
   * @param call to which call
   * @param queue in which queue
   * @param later so many seconds after the one before; before it if negative
   */
  record Event(int step, int call, int queue, int later) {}

  @Property
  void equal_events_give_equal_estimates_and_every_joining_is_counted_once(
      @ForAll @Size(max = 300) List<@IntRange(max = 9_999) Integer> draws) {
    List<Event> events = draws.stream().map(RandomQueueTest::event).toList();
    WaitEstimator estimator = new WaitEstimator();
    List<WaitEstimate> said = new ArrayList<>();
    long left = play(events, estimator, said);
    List<WaitEstimate> again = new ArrayList<>();
    play(events, new WaitEstimator(), again);
    assertThat(again).isEqualTo(said);
    assertThat(
            WaitEstimator.Scored.map(estimator.scores()).values().stream()
                .mapToLong(RandomQueueTest::all)
                .sum())
        .isEqualTo(left);
  }

  /** How many calls joined and left again. */
  private static long play(
      List<Event> events, WaitEstimator estimator, List<WaitEstimate> estimates) {
    Set<String> waiting = new HashSet<>();
    long left = 0;
    Instant now = START;
    for (Event event : events) {
      now = now.plusSeconds(event.later());
      Destination queue =
          new Destination.ToHuntGroup(DirectoryNumber.of(Integer.toString(event.queue())));
      CallId call = CallId.of(Integer.toString(event.call()));
      String who = event.queue() + "/" + event.call();
      if (event.step() == 0) {
        Standing standing = Standings.at(1 + event.call() % 3, () -> 1 + event.call());
        estimator.joined(queue, call, standing, now);
        estimates.add(estimator.estimate(queue, standing, now));
        waiting.add(who);
      } else if (event.step() == 1) {
        estimator.answered(queue, call, now);
        left += waiting.remove(who) ? 1 : 0;
      } else {
        estimator.gaveUp(queue, call, now);
        left += waiting.remove(who) ? 1 : 0;
      }
    }
    return left;
  }

  private static Event event(int draw) {
    int step = draw % 10 < 5 ? 0 : draw % 10 < 9 ? 1 : 2;
    return new Event(step, draw / 10 % 10, draw / 100 % 2, draw / 1000 - 2);
  }

  private static long all(EstimateScore score) {
    return score.judged() + score.unjudged() + score.unknown();
  }
}
