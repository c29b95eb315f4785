package io.ringwright.examples;

import static io.ringwright.simulator.TimeDistribution.exponential;
import static io.ringwright.simulator.TimeDistribution.fixed;
import static io.ringwright.simulator.TimeDistribution.logNormal;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import io.ringwright.call.EstimateScore;
import io.ringwright.call.Priority;
import io.ringwright.directory.ExtensionBuilder;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.simulator.CallStream;
import io.ringwright.simulator.Simulation;
import io.ringwright.simulator.Span;
import io.ringwright.waiting.QueueOrder;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * How many of the expected waits that callers are told come true, in centres of different kinds,
 * and by the priority of the callers. Eight of ten should.
 */
public final class ExpectedWaits {

  private static final Duration TALK = ofMinutes(3);

  /** More calls than anybody waits for. */
  private static final int ENDLESS = 1_000_000;

  private final int days;
  private final PrintStream out;

  private ExpectedWaits(int days, PrintStream out) {
    this.days = days;
    this.out = out;
  }

  /**
   * Prints a table.
   *
   * @param arguments how many days of eight hours each kind of centre is tried, 10 if nothing is
   *     said
   */
  public static void main(String[] arguments) {
    run(arguments.length == 0 ? 10 : Integer.parseInt(arguments[0]), System.out);
  }

  static void run(int days, PrintStream out) {
    ExpectedWaits waits = new ExpectedWaits(days, out);
    out.printf(
        "%-44s %8s %7s %6s %6s %8s %11s%n",
        "", "judged", "held", "later", "early", "unknown", "not judged");
    waits.steady();
    waits.changing();
    waits.talks();
    waits.others();
    waits.priorities();
  }

  private void steady() {
    row("steady, 10 people, load 0.9", day(team(10), calls(10, 0.9)));
    row("steady, 200 people, load 0.99", day(team(200), calls(200, 0.99)));
    row(
        "1 person, load 0.85, patience 10 min",
        day(team(1), calls(1, 0.85).patience(exponential(ofMinutes(10)))));
    row("2 people, mostly idle", day(team(2), calls(2, 0.35)));
  }

  private void changing() {
    row("load 0.7, then 1.2", day(team(10), calls(10, 0.7, 0.7, 0.7, 0.7, 1.2, 1.2, 1.2, 1.2)));
    row("load 1.2, then 0.8", day(team(10), calls(10, 1.2, 1.2, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8)));
    Simulation lunch = day(team(10), calls(10, 0.8));
    for (int person = 0; person < 5; person++) {
      lunch =
          lunch
              .withShift(number(person), Duration.ZERO, ofHours(4))
              .withShift(number(person), ofHours(5), ofHours(9));
    }
    row("half of 10 people at lunch for an hour", lunch);
    Simulation leaving = day(team(10), calls(10, 0.8));
    for (int person = 0; person < 5; person++) {
      leaving =
          leaving.withShift(number(person), Duration.ZERO, ofHours(4).plusMinutes(30L * person));
    }
    row("people leave one by one", leaving);
    row(
        "overload 1.5, patience 40 s",
        day(team(10), calls(10, 1.5).patience(exponential(ofSeconds(40)))));
    row("bursts of 40 calls on the hour", day(team(10), bursts()));
  }

  private void talks() {
    row("talks of exactly 3 min, 1 person", day(team(1), calls(1, 0.85).talking(fixed(TALK))));
    row("talks of exactly 3 min, 10 people", day(team(10), calls(10, 0.9).talking(fixed(TALK))));
    row(
        "log-normal talks, variation 2.5",
        day(team(10), calls(10, 0.85).talking(logNormal(TALK, 2.5))));
  }

  private void others() {
    PhoneList tired = team(10, QueueOrder.STRICT, each -> each.wrapUp(ofMinutes(1)));
    row("wrap-up of a minute", day(tired, calls(10, 0.68)));
    CallStream before = CallStream.to("701").perHour(10 * 20 * 0.3).talking(exponential(TALK));
    row(
        "phones shared with a group of priority 1",
        day(team(10), calls(10, 0.6)).withCalls(before.priority(1)));
  }

  private void priorities() {
    CallStream mixed = calls(10, 0.92).priorities(Map.of(1, 1.0, 2, 1.0, 3, 1.0, 4, 1.0, 5, 1.0));
    row("priorities 1 to 5, load 0.92", day(team(10), mixed));
    PhoneList ageing = team(10, QueueOrder.ageing(ofMinutes(1)), each -> {});
    row("the same, ageing by a minute", day(ageing, mixed));
    row(
        "one call of five is priority 1",
        day(team(10), calls(10, 0.92).priorities(Map.of(1, 1.0, 5, 4.0))));
  }

  private static Simulation day(PhoneList phones, CallStream calls) {
    return Simulation.of(phones).withCalls(calls).over(Span.of(ofHours(8)));
  }

  /** So many calls that people would talk for this share of the time, hour by hour. */
  private static CallStream calls(int people, double... loads) {
    double[] rates = new double[loads.length];
    for (int hour = 0; hour < loads.length; hour++) {
      rates[hour] = loads[hour] * people * ofHours(1).toSeconds() / TALK.toSeconds();
    }
    return CallStream.to("700").perHour(rates).talking(exponential(TALK));
  }

  private static CallStream bursts() {
    List<Duration> instants = new ArrayList<>();
    for (int hour = 0; hour < 8; hour++) {
      for (int call = 0; call < 40; call++) {
        instants.add(ofHours(hour).plusSeconds(call));
      }
    }
    return CallStream.to("700").at(instants).talking(exponential(TALK));
  }

  private static PhoneList team(int people) {
    return team(people, QueueOrder.STRICT, each -> {});
  }

  /** Everybody is in both groups. */
  private static PhoneList team(int people, QueueOrder order, Consumer<ExtensionBuilder> person) {
    PhoneListBuilder phones = PhoneList.builder().queueOrder(order);
    IntStream.range(0, people)
        .mapToObj(ExpectedWaits::number)
        .forEach(own -> phones.extension(own, each -> person.accept(each.device("PJSIP/" + own))));
    for (String group : List.of("700", "701")) {
      phones.huntGroup(
          group,
          all -> {
            all.queueLimit(ENDLESS).longestWait(ofHours(24));
            IntStream.range(0, people).mapToObj(ExpectedWaits::number).forEach(all::member);
          });
    }
    return phones.build();
  }

  private static String number(int person) {
    return Integer.toString(1000 + person);
  }

  private void row(String what, Simulation day) {
    Map<Priority, List<EstimateScore>> scores = new TreeMap<>();
    for (int seed = 1; seed <= days; seed++) {
      day.withSeed(seed)
          .run()
          .estimates()
          .values()
          .forEach(
              queue ->
                  queue.forEach(
                      (priority, score) ->
                          scores.computeIfAbsent(priority, none -> new ArrayList<>()).add(score)));
    }
    print(what, scores.values().stream().flatMap(List::stream).toList());
    if (scores.size() > 1) {
      scores.forEach((priority, all) -> print("  priority " + priority, all));
    }
  }

  private void print(String what, List<EstimateScore> scores) {
    double judged = scores.stream().mapToLong(EstimateScore::judged).sum();
    double held = scores.stream().mapToLong(EstimateScore::held).sum();
    double later = scores.stream().mapToLong(EstimateScore::later).sum();
    double earlier = scores.stream().mapToLong(EstimateScore::earlier).sum();
    long unknown = scores.stream().mapToLong(EstimateScore::unknown).sum();
    long unjudged = scores.stream().mapToLong(EstimateScore::unjudged).sum();
    double all = judged + unknown + unjudged;
    out.printf(
        Locale.ROOT,
        "%-44s %8.0f %7.3f %6.2f %6.2f %7.0f%% %10.0f%%%n",
        what,
        judged,
        held / judged,
        later / judged,
        earlier / judged,
        100 * unknown / all,
        100 * unjudged / all);
  }
}
