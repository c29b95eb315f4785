package io.ringwright.it.kills;

import io.ringwright.it.AsteriskInstallation;
import io.ringwright.it.AsteriskRelease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One run: callers come, things are disturbed, all of it is put right, and the house empties. */
final class KillsRun {

  /** Until enough wait that all phones talk. */
  private static final Duration FILLING = Duration.ofSeconds(5);

  private static final Duration EMPTYING = Duration.ofSeconds(90);
  private static final Duration LOOK = Duration.ofMillis(100);

  /** The engine hears of the last end, and tells it. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(3);

  private final long seed;
  private final Schedule schedule;
  private final Duration length;

  /**
   * A run.
   *
   * @param seed from which everything follows that is left to chance
   * @param schedule what is disturbed
   * @param length after which no other begins
   */
  KillsRun(long seed, Schedule schedule, Duration length) {
    this.seed = seed;
    this.schedule = schedule;
    this.length = length;
  }

  /** Runs, prints the report, and returns it. */
  Report run() throws IOException {
    AsteriskInstallation installation = AsteriskInstallation.findOrOther(AsteriskRelease.chosen());
    try (House house = new House(installation, seed)) {
      Arrivals arrivals = new Arrivals(house.asterisk(), seed);
      Conductor conductor = new Conductor(house, arrivals);
      disturb(arrivals, conductor);
      Report report = report(house, arrivals, conductor, installation.version());
      Path listing = house.folder().resolve("callers.tsv");
      Files.writeString(listing, report.listing());
      Files.write(house.folder().resolve("faults.txt"), report.verdict().faults());
      System.out.println(report + "each caller: " + listing);
      return report;
    }
  }

  private void disturb(Arrivals arrivals, Conductor conductor) {
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      Future<?> stream = threads.submit(arrivals::run);
      Pace.pass(FILLING);
      Instant until = Instant.now().plus(length);
      Future<?> phones = threads.submit(() -> conductor.disturb(schedule.ofPhones(), until));
      conductor.disturb(schedule.ofTheHouse(), until);
      await(phones);
      arrivals.end();
      await(stream);
    } finally {
      arrivals.end();
      threads.shutdownNow();
    }
    Instant patience = Instant.now().plus(EMPTYING);
    while (arrivals.waiting() > 0 && Instant.now().isBefore(patience)) {
      Pace.pass(LOOK);
    }
    Pace.pass(LAST_WORDS);
  }

  private static void await(Future<?> work) {
    try {
      work.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the run broke down", e.getCause());
    }
  }

  private Report report(House house, Arrivals arrivals, Conductor conductor, String version)
      throws IOException {
    List<CallerTrace> callers =
        TraceReader.read(house.asterisk(), conductor.outages(), house.phones(), arrivals.placed());
    String title =
        "Asterisk %s, seed %d, %d phones, disturbances for %d s"
            .formatted(version, seed, house.phones().size(), length.toSeconds());
    Verdict verdict = Verdict.of(callers, ends(house.folder().resolve("ends.tsv")));
    return new Report(title, conductor.happened(), verdict, house.engine().waiting());
  }

  /**
   * The ends that the engine told of each call. The same end of the same visit counts once: it is
   * told again where the engine was killed while its journal was late.
   */
  private static Map<String, List<String>> ends(Path file) throws IOException {
    Map<String, List<String>> ends = new HashMap<>();
    List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
    for (String line : new LinkedHashSet<>(lines)) {
      String[] columns = line.split("\t", 3);
      ends.computeIfAbsent(columns[0], first -> new ArrayList<>()).add(columns[2]);
    }
    ends.replaceAll((call, told) -> Collections.unmodifiableList(told));
    return ends;
  }
}
