package io.ringwright.engine.image;

import io.ringwright.call.CallId;
import io.ringwright.call.Destination;
import io.ringwright.call.EstimateScore;
import io.ringwright.estimate.Expectation;
import io.ringwright.estimate.Gap;
import io.ringwright.estimate.ObservedQueue;
import io.ringwright.estimate.ScoreSheet;
import io.ringwright.estimate.Spread;
import io.ringwright.estimate.WaitEstimator;
import io.ringwright.text.CallFields;
import io.ringwright.text.FieldReader;
import io.ringwright.text.FieldWriter;
import io.ringwright.text.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What estimates rest on: a line for each queue, and below it its gaps and what was expected of
 * those who wait.
 */
final class EstimateLines {

  private EstimateLines() {}

  static void write(WaitEstimator.Data data, Consumer<FieldWriter> lines) {
    for (WaitEstimator.Queue queue : data.queues()) {
      ObservedQueue.Data observed = queue.observed();
      lines.accept(queue(queue.destination(), observed));
      observed.gaps().forEach(gap -> lines.accept(gap(of("gap", queue), gap)));
      observed.waiting().forEach(each -> lines.accept(expected(of("expected", queue), each)));
    }
  }

  private static FieldWriter of(String name, WaitEstimator.Queue queue) {
    return new FieldWriter(name).put("of", Words.destination(queue.destination()));
  }

  private static FieldWriter queue(Destination to, ObservedQueue.Data observed) {
    ScoreSheet sheet = observed.sheet();
    EstimateScore score = sheet.score();
    FieldWriter line = new FieldWriter("queue").put("to", Words.destination(to));
    return gap(line, observed.open())
        .put("held", score.held())
        .put("earlier", score.earlier())
        .put("later", score.later())
        .put("unjudged", score.unjudged())
        .put("unknown", score.unknown())
        .put("mean-error", score.meanError())
        .put("error", ImageWords.number(sheet.error()))
        .put("early", ImageWords.number(sheet.spread().early()))
        .put("late", ImageWords.number(sheet.spread().late()));
  }

  private static FieldWriter gap(FieldWriter line, Gap gap) {
    return line.put("end", ImageWords.instant(gap.end()))
        .put("busy", ImageWords.number(gap.busy()))
        .put("gave-up", gap.gaveUp())
        .put("waited", ImageWords.number(gap.waited()));
  }

  private static FieldWriter expected(FieldWriter line, ObservedQueue.Waiting waiting) {
    return line.put("call", waiting.call())
        .put("since", ImageWords.instant(waiting.expected().since()))
        .put("shortest", waiting.expected().shortest())
        .put("longest", waiting.expected().longest());
  }

  static WaitEstimator.Data read(ImageLines lines) {
    Map<Destination, List<Gap>> gaps = new HashMap<>();
    Map<Destination, List<ObservedQueue.Waiting>> waiting = new HashMap<>();
    lines.each("gap", line -> add(gaps, line, gap(line)));
    lines.each("expected", line -> add(waiting, line, expected(line)));
    List<WaitEstimator.Queue> queues = lines.each("queue", line -> queue(line, gaps, waiting));
    if (!gaps.isEmpty() || !waiting.isEmpty()) {
      throw ImageLines.wrong(
          "image",
          "there are lines 'gap' of "
              + gaps.keySet()
              + " and 'expected' of "
              + waiting.keySet()
              + " without a line 'queue'");
    }
    return new WaitEstimator.Data(queues);
  }

  private static <T> boolean add(Map<Destination, List<T>> all, FieldReader line, T value) {
    Destination of = line.one("of", Words::destination);
    return all.computeIfAbsent(of, none -> new ArrayList<>()).add(value);
  }

  private static WaitEstimator.Queue queue(
      FieldReader line,
      Map<Destination, List<Gap>> gaps,
      Map<Destination, List<ObservedQueue.Waiting>> waiting) {
    Destination to = line.one("to", Words::destination);
    List<Gap> ended = gaps.getOrDefault(to, List.of());
    List<ObservedQueue.Waiting> calls = waiting.getOrDefault(to, List.of());
    gaps.remove(to);
    waiting.remove(to);
    return new WaitEstimator.Queue(
        to, new ObservedQueue.Data(ended, gap(line), calls, sheet(line)));
  }

  private static ScoreSheet sheet(FieldReader line) {
    EstimateScore score =
        new EstimateScore(
            line.one("held", Long::parseLong),
            line.one("earlier", Long::parseLong),
            line.one("later", Long::parseLong),
            line.one("unjudged", Long::parseLong),
            line.one("unknown", Long::parseLong),
            line.one("mean-error", Duration::parse));
    return new ScoreSheet(
        score,
        line.one("error", ImageWords::number),
        new Spread(line.one("early", ImageWords::number), line.one("late", ImageWords::number)));
  }

  private static Gap gap(FieldReader line) {
    return new Gap(
        line.one("end", ImageWords::instant),
        line.one("busy", ImageWords::number),
        line.one("gave-up", Integer::parseInt),
        line.one("waited", ImageWords::number));
  }

  private static ObservedQueue.Waiting expected(FieldReader line) {
    CallId call = CallFields.call(line);
    return new ObservedQueue.Waiting(
        call,
        new Expectation(
            line.one("since", ImageWords::instant),
            line.one("shortest", Long::parseLong),
            line.one("longest", Long::parseLong)));
  }
}
