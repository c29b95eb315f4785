package io.ringwright.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.call.CallId;
import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.EstimateScore;
import io.ringwright.call.Priority;
import io.ringwright.call.WaitEstimate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** An estimator copied, or written down and restored, in the middle of a day. */
class WaitEstimatorDataTest {

  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  @Property(tries = 200)
  void a_restored_estimator_says_the_same_ever_after(@ForAll long seed) {
    Day original = new Day(seed, new WaitEstimator());
    original.play(new Random(seed).nextInt(400));
    Day restored = original.with(new WaitEstimator(original.estimator.data()));
    assertThat(restored.estimator.data()).isEqualTo(original.estimator.data());
    assertThat(restored.play(400)).isEqualTo(original.play(400));
    assertThat(restored.estimator.scores()).isEqualTo(original.estimator.scores());
    assertThat(restored.estimator.data()).isEqualTo(original.estimator.data());
  }

  @Property(tries = 100)
  void a_copy_goes_on_by_itself(@ForAll long seed) {
    Day original = new Day(seed, new WaitEstimator());
    original.play(300);
    WaitEstimator.Data before = original.estimator.data();
    Day copy = original.with(original.estimator.copy());
    List<WaitEstimate> ahead = copy.play(300);
    assertThat(original.estimator.data()).isEqualTo(before);
    assertThat(copy.estimator.data()).isNotEqualTo(before);
    assertThat(original.play(300)).isEqualTo(ahead);
    assertThat(original.estimator.data()).isEqualTo(copy.estimator.data());
  }

  @Property(tries = 100)
  void questions_leave_the_data_equal(@ForAll long seed) {
    Day day = new Day(seed, new WaitEstimator());
    day.play(200);
    WaitEstimator.Data before = day.estimator.data();
    day.ask();
    assertThat(day.estimator.scores()).isEqualTo(day.estimator.copy().scores());
    assertThat(day.estimator.data()).isEqualTo(before);
  }

  @Test
  void a_day_brings_everything_that_is_written_down() {
    Day day = new Day(5, new WaitEstimator());
    day.play(2_000);
    List<ObservedQueue.Data> queues =
        day.estimator.data().queues().stream().map(WaitEstimator.Queue::observed).toList();
    assertThat(queues).allMatch(each -> !each.gaps().isEmpty() && !each.waiting().isEmpty());
    assertThat(queues).anyMatch(each -> each.open().busy() > 0);
    assertThat(queues).anyMatch(each -> each.gaps().stream().anyMatch(gap -> gap.gaveUp() > 0));
    assertThat(queues)
        .anyMatch(each -> each.waiting().stream().anyMatch(it -> it.expected().known()));
    assertThat(queues).allMatch(each -> each.classes().size() == 3 && judged(each) > 0);
    assertThat(queues).allMatch(each -> each.departed() > 0);
    assertThat(queues).allMatch(each -> each.classes().get(0).joined() > 0);
    assertThat(queues)
        .anyMatch(each -> !each.classes().get(0).sheet().spread().equals(Spread.AT_RANDOM));
    assertThat(queues).anyMatch(each -> each.classes().get(0).sheet().error() > 0);
  }

  private static long judged(ObservedQueue.Data queue) {
    return queue.classes().stream().mapToLong(each -> each.sheet().score().judged()).sum();
  }

  @Test
  void a_score_that_does_not_follow_from_its_sum_is_refused() {
    EstimateScore score = new EstimateScore(4, 0, 0, 0, 0, Duration.ofMillis(250));
    assertThat(new ScoreSheet(score, 1000, Spread.AT_RANDOM).score()).isEqualTo(score);
    assertThatThrownBy(() -> new ScoreSheet(score, 2000, Spread.AT_RANDOM))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2000.0 ms is not valid");
  }

  @Test
  void numbers_that_cannot_be_are_refused() {
    assertThatThrownBy(() -> new Gap(START, Double.NaN, 0, 0)).hasMessageContaining("busy NaN");
    assertThatThrownBy(() -> new Gap(START, 1, -1, 0)).hasMessageContaining("gave up -1");
    assertThatThrownBy(() -> new Spread(0.2, 1)).hasMessageContaining("0.2 and 1.0");
    assertThatThrownBy(() -> new PriorityClass(Priority.HIGHEST, -1, ScoreSheet.NEW))
        .hasMessageContaining("joined -1.0 times");
    assertThatThrownBy(
            () -> new ObservedQueue.Data(List.of(), Gap.opened(START), -1, List.of(), List.of()))
        .hasMessageContaining("-1.0 departures");
    WaitEstimator.Queue queue =
        new WaitEstimator.Queue(
            destination(0),
            new ObservedQueue.Data(List.of(), Gap.opened(START), 0, List.of(), List.of()));
    assertThatThrownBy(() -> new WaitEstimator.Data(List.of(queue, queue)))
        .hasMessageContaining("each destination once");
  }

  private static Destination destination(int queue) {
    return new Destination.ToHuntGroup(DirectoryNumber.of(Integer.toString(queue)));
  }

  /** Random events and questions: the same seed brings the same, whoever is asked. */
  private static final class Day {
    private final long seed;
    private final WaitEstimator estimator;
    private int played;
    private Instant now = START;

    Day(long seed, WaitEstimator estimator) {
      this.seed = seed;
      this.estimator = estimator;
    }

    Day with(WaitEstimator other) {
      Day day = new Day(seed, other);
      day.played = played;
      day.now = now;
      return day;
    }

    List<WaitEstimate> play(int events) {
      List<WaitEstimate> said = new ArrayList<>();
      for (int event = 0; event < events; event++) {
        happens(new Random(seed * 31 + ++played));
        said.addAll(ask());
      }
      return said;
    }

    private void happens(Random random) {
      boolean pause = random.nextInt(200) == 0;
      now = now.plusMillis(pause ? 4_000_000 : random.nextInt(20_000));
      Destination queue = destination(random.nextInt(3));
      CallId call = CallId.of(Integer.toString(random.nextInt(30)));
      int position = 1 + random.nextInt(5);
      switch (random.nextInt(5)) {
        case 0, 1 ->
            estimator.joined(queue, call, Standings.at(1 + random.nextInt(3), () -> position), now);
        case 2 -> estimator.gaveUp(queue, call, now);
        default -> estimator.answered(queue, call, now.minusSeconds(random.nextInt(3)));
      }
    }

    private List<WaitEstimate> ask() {
      List<WaitEstimate> said = new ArrayList<>();
      for (int queue = 0; queue < 3; queue++) {
        said.add(estimator.estimate(destination(queue), Standings.at(2, () -> 3), now));
      }
      return said;
    }
  }
}
