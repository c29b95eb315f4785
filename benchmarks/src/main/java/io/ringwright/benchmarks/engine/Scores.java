package io.ringwright.benchmarks.engine;

import io.ringwright.benchmarks.Score;
import java.util.Collection;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/** What JMH measured, by benchmark and size: one figure for each iteration of each fork. */
final class Scores {

  private final Collection<RunResult> results;

  Scores(Collection<RunResult> results) {
    this.results = results;
  }

  /** Nanoseconds for each operation. */
  Score time(String benchmark, String size) {
    return of(benchmark, size, each -> each.getPrimaryResult().getScore());
  }

  /** Bytes allocated by each operation. */
  Score bytes(String benchmark, String size) {
    return of(benchmark, size, each -> secondary(each, "gc.alloc.rate.norm"));
  }

  /** Nanoseconds in that event alone that was timed apart. */
  Score perTime(String benchmark, String size) {
    return of(benchmark, size, each -> secondary(each, "nanos") / secondary(each, "times"));
  }

  private Score of(String benchmark, String size, ToDoubleFunction<IterationResult> figure) {
    return Score.of(iterations(benchmark, size).mapToDouble(figure).toArray());
  }

  private static double secondary(IterationResult result, String name) {
    return Objects.requireNonNull(result.getSecondaryResults().get(name), name).getScore();
  }

  private Stream<IterationResult> iterations(String benchmark, String size) {
    return results.stream()
        .filter(each -> each.getParams().getBenchmark().endsWith("." + benchmark))
        .filter(each -> size.isEmpty() || each.getParams().getParam("size").equals(size))
        .map(RunResult::getBenchmarkResults)
        .flatMap(Collection::stream)
        .map(BenchmarkResult::getIterationResults)
        .flatMap(Collection::stream);
  }
}
