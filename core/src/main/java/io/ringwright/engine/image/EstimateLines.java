package io.ringwright.engine.image;

import io.ringwright.call.CallId;
import io.ringwright.call.Destination;
import io.ringwright.call.EstimateScore;
import io.ringwright.call.Priority;
import io.ringwright.estimate.Expectation;
import io.ringwright.estimate.Gap;
import io.ringwright.estimate.ObservedQueue;
import io.ringwright.estimate.PriorityClass;
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
 * What estimates rest on: a line for each queue, and below it its priorities, its gaps, and what
 * was expected of those who wait.
 */
final class EstimateLines {

  private EstimateLines() {}

  static void write(WaitEstimator.Data data, Consumer<FieldWriter> lines) {
    for (WaitEstimator.Queue queue : data.queues()) {
      ObservedQueue.Data observed = queue.observed();
      lines.accept(queue(queue.destination(), observed));
      observed.classes().forEach(each -> lines.accept(priority(of("priority", queue), each)));
      observed.gaps().forEach(gap -> lines.accept(gap(of("gap", queue), gap)));
      observed.waiting().forEach(each -> lines.accept(expected(of("expected", queue), each)));
    }
  }

  private static FieldWriter of(String name, WaitEstimator.Queue queue) {
    return new FieldWriter(name).put("of", Words.destination(queue.destination()));
  }

  private static FieldWriter queue(Destination to, ObservedQueue.Data observed) {
    FieldWriter line = new FieldWriter("queue").put("to", Words.destination(to));
    return gap(line, observed.open()).put("departed", ImageWords.number(observed.departed()));
  }

  private static FieldWriter priority(FieldWriter line, PriorityClass each) {
    EstimateScore score = each.sheet().score();
    return line.put("level", each.priority().level())
        .put("joined", ImageWords.number(each.joined()))
        .put("held", score.held())
        .put("earlier", score.earlier())
        .put("later", score.later())
        .put("unjudged", score.unjudged())
        .put("unknown", score.unknown())
        .put("mean-error", score.meanError())
        .put("error", ImageWords.number(each.sheet().error()))
        .put("early", ImageWords.number(each.sheet().spread().early()))
        .put("late", ImageWords.number(each.sheet().spread().late()));
  }

  private static FieldWriter gap(FieldWriter line, Gap gap) {
    return line.put("end", ImageWords.instant(gap.end()))
        .put("busy", ImageWords.number(gap.busy()))
        .put("gave-up", gap.gaveUp())
        .put("waited", ImageWords.number(gap.waited()));
  }

  private static FieldWriter expected(FieldWriter line, ObservedQueue.Waiting waiting) {
    return line.put("call", waiting.call())
        .put("level", waiting.expected().priority().level())
        .put("since", ImageWords.instant(waiting.expected().since()))
        .put("shortest", waiting.expected().shortest())
        .put("longest", waiting.expected().longest());
  }

  static WaitEstimator.Data read(ImageLines lines) {
    Below below = new Below(new HashMap<>(), new HashMap<>(), new HashMap<>());
    lines.each("priority", line -> add(below.classes(), line, priority(line)));
    lines.each("gap", line -> add(below.gaps(), line, gap(line)));
    lines.each("expected", line -> add(below.waiting(), line, expected(line)));
    List<WaitEstimator.Queue> queues = lines.each("queue", line -> queue(line, below));
    below.inspectRest();
    return new WaitEstimator.Data(queues);
  }

  /** The lines of each queue, until the queue takes them. */
  private record Below(
      Map<Destination, List<PriorityClass>> classes,
      Map<Destination, List<Gap>> gaps,
      Map<Destination, List<ObservedQueue.Waiting>> waiting) {

    private static <T> List<T> take(Map<Destination, List<T>> all, Destination of) {
      List<T> taken = all.remove(of);
      return taken == null ? List.of() : taken;
    }

    private void inspectRest() {
      if (!classes.isEmpty() || !gaps.isEmpty() || !waiting.isEmpty()) {
        throw ImageLines.wrong(
            "image",
            "there are lines 'priority' of "
                + classes.keySet()
                + ", 'gap' of "
                + gaps.keySet()
                + " and 'expected' of "
                + waiting.keySet()
                + " without a line 'queue'");
      }
    }
  }

  private static <T> boolean add(Map<Destination, List<T>> all, FieldReader line, T value) {
    Destination of = line.one("of", Words::destination);
    return all.computeIfAbsent(of, none -> new ArrayList<>()).add(value);
  }

  private static WaitEstimator.Queue queue(FieldReader line, Below below) {
    Destination to = line.one("to", Words::destination);
    return new WaitEstimator.Queue(
        to,
        new ObservedQueue.Data(
            Below.take(below.gaps(), to),
            gap(line),
            line.one("departed", ImageWords::number),
            Below.take(below.waiting(), to),
            Below.take(below.classes(), to)));
  }

  private static PriorityClass priority(FieldReader line) {
    return new PriorityClass(level(line), line.one("joined", ImageWords::number), sheet(line));
  }

  private static Priority level(FieldReader line) {
    return Priority.of(line.one("level", Integer::parseInt));
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
            level(line),
            line.one("since", ImageWords::instant),
            line.one("shortest", Integer::parseInt),
            line.one("longest", Integer::parseInt)));
  }
}
