package io.ringwright.benchmarks.engine;

import io.ringwright.benchmarks.Machine;
import io.ringwright.benchmarks.Score;
import io.ringwright.benchmarks.engine.Reload.Noticed;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * How fast and how small the engine is, against structures of the JDK in the same run. Prints one
 * table, and ends.
 */
public final class EngineBench {

  private static final int WAITING = 100_000;
  private static final int BUILDS = 7;

  private final PrintStream out;
  private Scores scores = new Scores(List.of());

  private EngineBench(PrintStream out) {
    this.out = out;
  }

  /**
   * Measures.
   *
   * @param arguments none
   * @throws RunnerException if a benchmark fails
   * @throws InterruptedException if nobody waits for the end
   * @throws IOException if the disk fails
   */
  public static void main(String[] arguments)
      throws RunnerException, InterruptedException, IOException {
    new EngineBench(System.out).measure();
  }

  private void measure() throws RunnerException, InterruptedException, IOException {
    out.printf("%s; system load %s%n", Machine.description(), Machine.load());
    head();
    futures();
    durable();
    new HoldUps(out, "").measure();
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include("\\.(Decide|FreedPhone)\\.")
                    .addProfiler(GCProfiler.class)
                    .verbosity(VerboseMode.SILENT)
                    .shouldFailOnError(true)
                    .timeout(TimeValue.minutes(2))
                    .build())
            .run();
    scores = new Scores(results);
    head();
    decisions();
    freedPhones();
    memory();
    directories();
    out.printf("system load at the end %s%n", Machine.load());
  }

  private void head() {
    out.printf(
        Locale.ROOT,
        "%n%-46s %22s %22s %9s %8s %8s%n",
        "what",
        "ours",
        "peer",
        "ratio",
        "target",
        "reached");
  }

  private void futures() {
    Futures futures = new Futures();
    most("fork, 200 phones, 100 waiting, ms", futures.fork(), 1);
    most("200 futures of 20 events each, ms", futures.futures(), 50);
  }

  private void durable() throws IOException {
    DurableAnswers.Measured measured = DurableAnswers.measured();
    for (double share : new double[] {0.5, 0.99}) {
      against(
          String.format(Locale.ROOT, "durable answer / write, fdatasync: p%.0f, µs", share * 100),
          exactly(measured.answers().micros(share)),
          exactly(measured.disk().micros(share)),
          10);
    }
  }

  private void decisions() {
    Score get = scores.time("hashMapGet", "");
    against("decide, no forwarding / HashMap.get", scores.time("noForwarding", ""), get, 10);
    against("decide, 8 forwardings / HashMap.get", scores.time("eightForwardings", ""), get, 40);
    most("bytes allocated by a plain decision", scores.bytes("noForwarding", ""), 200);
    plain("bytes allocated with 8 forwardings", scores.bytes("eightForwardings", ""));
  }

  private void freedPhones() {
    for (String waiting : new String[] {"100", "10000", "100000"}) {
      Score tree = scores.time("treeSet", waiting);
      String house = waiting + "x1000";
      against("match, " + house + " / TreeSet", scores.time("match", house), tree, 10);
    }
    for (String house : new String[] {"100x1000", "100000x1000"}) {
      WholeEvents events = new WholeEvents(house);
      most("idle to offered, " + house + ", median event, µs", events.median(), 5);
      plain("idle to offered, " + house + ", p99, µs", events.p99());
    }
    grows("match", "100x1000", "100000x1000");
    grows("match", "10000x10", "10000x5000");
    grows("events", "100x1000", "100000x1000");
    grows("events", "10000x10", "10000x5000");
    Score naive = chosen("naiveEvents", "10000x1000");
    least("naive walk / idle to offered, 10000x1000", naive, chosen("events", "10000x1000"), 100);
    plain("whole cycle of 4 events, 10000x1000", scores.time("events", "10000x1000"));
  }

  private Score chosen(String benchmark, String house) {
    return scores.perTime(benchmark, house);
  }

  private void grows(String benchmark, String from, String to) {
    boolean whole = benchmark.equals("events");
    Score small = whole ? chosen(benchmark, from) : scores.time(benchmark, from);
    Score large = whole ? chosen(benchmark, to) : scores.time(benchmark, to);
    String what = whole ? "idle to offered" : "match";
    against(what + ", " + to + " / " + from, large, small, 3);
  }

  private void memory() {
    most("bytes per waiting call", exactly(Retained.inEngine(WAITING)), 600);
    plain("of that the call itself: ids, names, place", exactly(Retained.callsAlone(WAITING)));
  }

  private void directories() throws InterruptedException {
    double[] builds = new double[BUILDS];
    for (int each = 0; each < BUILDS; each++) {
      builds[each] = Reload.buildTime() / 1e6;
    }
    most("50000 extensions, 5000 groups: first load, ms", exactly(builds[0]), 2000);
    most("the same again, ms", Score.of(Arrays.copyOfRange(builds, 1, BUILDS)), 2000);
    Noticed noticed = Reload.noticed(Duration.ofSeconds(6));
    out.printf(
        Locale.ROOT,
        "%nanswers in µs with %d waiting     p50       p99     p99.9       max        n%n",
        Reload.WAITING);
    answers("undisturbed", noticed.undisturbed());
    answers(noticed.changes().size() + " reloads meanwhile", noticed.reloading());
    answers("the event of a reload itself", noticed.changes());
  }

  private void answers(String what, Nanos nanos) {
    out.printf(
        Locale.ROOT,
        "%-28s %10.1f %9.1f %9.1f %9.1f %8d%n",
        what,
        nanos.micros(0.5),
        nanos.micros(0.99),
        nanos.micros(0.999),
        nanos.micros(1),
        nanos.size());
  }

  private static Score exactly(double value) {
    return Score.of(new double[] {value});
  }

  private void against(String what, Score ours, Score peer, double most) {
    double ratio = ours.median() / peer.median();
    line(what, ours, Optional.of(peer), ratio, "≤ " + (int) most, ratio <= most);
  }

  private void least(String what, Score peer, Score ours, double least) {
    double ratio = peer.median() / ours.median();
    line(what, ours, Optional.of(peer), ratio, "≥ " + (int) least, ratio >= least);
  }

  private void most(String what, Score ours, double most) {
    line(what, ours, Optional.empty(), Double.NaN, "≤ " + (int) most, ours.median() <= most);
  }

  private void plain(String what, Score ours) {
    out.printf(Locale.ROOT, "%-46s %22s%n", what, ours);
  }

  private void line(
      String what, Score ours, Optional<Score> peer, double ratio, String target, boolean reached) {
    out.printf(
        Locale.ROOT,
        "%-46s %22s %22s %9s %8s %8s%n",
        what,
        ours,
        peer.map(Score::toString).orElse(""),
        Double.isNaN(ratio) ? "" : String.format(Locale.ROOT, "%.1f", ratio),
        target,
        reached ? "yes" : "NO");
  }
}
