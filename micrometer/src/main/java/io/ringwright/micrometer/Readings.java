package io.ringwright.micrometer;

import io.ringwright.CallRouter;
import io.ringwright.HostCodeCounts;
import io.ringwright.RouterSetup;
import io.ringwright.call.Destination;
import io.ringwright.call.EstimateScore;
import io.ringwright.journal.Durability;
import io.ringwright.view.Activity;
import io.ringwright.view.QueueView;
import io.ringwright.view.RouterView;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the gauges of a router show at one moment.
 *
 * <p>Thread safety: immutable.
 *
 * @param queues the waiting calls by the tag of their group
 * @param scores of estimates, by the same tags
 * @param extensions how many do what
 * @param links whether each switch is linked, by the tag of its name
 * @param health of code of the host, of the journal and of time
 */
record Readings(
    Map<String, Queue> queues,
    Map<String, Score> scores,
    Map<Activity.State, Long> extensions,
    Map<String, Boolean> links,
    Health health) {

  /** Before a router is watched. */
  static final Readings NONE =
      new Readings(
          Map.of(),
          Map.of(),
          Map.of(),
          Map.of(),
          new Health(
              new HostCodeCounts(0, 0, 0, 0, 0), new Durability.NotKept("none"), Duration.ZERO));

  /** Copies the maps. */
  Readings {
    queues = Map.copyOf(queues);
    scores = Map.copyOf(scores);
    extensions = Map.copyOf(extensions);
    links = Map.copyOf(links);
  }

  /**
   * What waits.
   *
   * @param waiting how many calls
   * @param longest how long the oldest of them has waited
   */
  record Queue(int waiting, Duration longest) {

    static final Queue EMPTY = new Queue(0, Duration.ZERO);

    Queue and(Queue other) {
      return new Queue(
          waiting + other.waiting, longest.compareTo(other.longest) < 0 ? other.longest : longest);
    }
  }

  /**
   * How good estimates were.
   *
   * @param judged how many were judged
   * @param held how many of these held
   * @param error the sum over the judged of how far they were off, in seconds
   */
  record Score(long judged, long held, double error) {

    static final Score NONE = new Score(0, 0, 0);

    static Score of(EstimateScore score) {
      double mean = score.meanError().toNanos() / 1e9;
      return new Score(score.judged(), score.held(), mean * score.judged());
    }

    Score and(Score other) {
      return new Score(judged + other.judged, held + other.held, error + other.error);
    }

    double share() {
      return judged == 0 ? Double.NaN : (double) held / judged;
    }

    double meanError() {
      return judged == 0 ? Double.NaN : error / judged;
    }
  }

  /**
   * How the rest does.
   *
   * @param host code of the host
   * @param durability the journal
   * @param sinceTick how long ago the engine was told of the time
   */
  record Health(HostCodeCounts host, Durability durability, Duration sinceTick) {}

  /**
   * Reads a router.
   *
   * @param router which
   * @param groups gives the tag of a destination
   * @param pbxs gives the tag of a switch
   */
  static Readings of(
      CallRouter router, Function<Destination, String> groups, Function<String, String> pbxs) {
    RouterView view = router.view();
    Map<String, Queue> queues = new HashMap<>();
    for (QueueView each : view.queues()) {
      Duration longest =
          each.oldest().map(since -> Duration.between(since, view.at())).orElse(Duration.ZERO);
      queues.merge(
          groups.apply(each.destination()), new Queue(each.waiting(), longest), Queue::and);
    }
    Map<String, Score> scores = new HashMap<>();
    router
        .estimateScores()
        .forEach((to, score) -> scores.merge(groups.apply(to), Score.of(score), Score::and));
    Map<String, Boolean> links = new HashMap<>();
    view.links().forEach((name, up) -> links.merge(pbxs.apply(name), up, Boolean::logicalAnd));
    return new Readings(queues, scores, states(view), links, health(router));
  }

  private static Map<Activity.State, Long> states(RouterView view) {
    Map<Activity.State, Long> states = new EnumMap<>(Activity.State.class);
    view.extensions().forEach(each -> states.merge(each.activity().state(), 1L, Long::sum));
    return states;
  }

  private static Health health(CallRouter router) {
    Optional<RouterSetup> setup = router.setup();
    return new Health(
        router.hostCode(),
        router.durability(),
        setup.map(RouterSetup::sinceTick).orElse(Duration.ZERO));
  }

  Queue queue(String group) {
    return queues.getOrDefault(group, Queue.EMPTY);
  }

  Score score(String group) {
    return scores.getOrDefault(group, Score.NONE);
  }
}
