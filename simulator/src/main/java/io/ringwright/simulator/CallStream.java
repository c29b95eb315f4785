package io.ringwright.simulator;

import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.Priority;
import io.ringwright.call.Requirements;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Callers of one kind: whom they call, how often, how long they talk, how patient they are.
 *
 * <pre>{@code
 * CallStream.to("700").perHour(200).talking(logNormal(ofMinutes(3), 1)).patience(exponential(ofMinutes(2)))
 * }</pre>
 *
 * <p>Thread safety: immutable; every method returns a changed copy.
 */
public final class CallStream {

  private final Callers callers;
  private final Arrivals arrivals;
  private final Times times;

  private record Callers(
      String name,
      DirectoryNumber called,
      Map<Priority, Double> priorities,
      Requirements requirements) {}

  private record Times(TimeDistribution talk, TimeDistribution patience, TimeDistribution pickUp) {}

  private CallStream(Callers callers, Arrivals arrivals, Times times) {
    this.callers = callers;
    this.arrivals = arrivals;
    this.times = times;
  }

  /**
   * Callers of priority 5 who dial this number once a minute on average, talk for three minutes on
   * average, and wait as long as it takes. Phones are picked up at once.
   *
   * @param dialled an extension, a hunt group or its menu key
   * @return the stream
   */
  public static CallStream to(String dialled) {
    return new CallStream(
        new Callers(
            "to " + dialled,
            DirectoryNumber.of(dialled),
            Map.of(Priority.NORMAL, 1.0),
            Requirements.NONE),
        Arrivals.poisson(60),
        new Times(
            TimeDistribution.exponential(Duration.ofMinutes(3)),
            TimeDistribution.endless(),
            TimeDistribution.fixed(Duration.ZERO)));
  }

  /**
   * What the stream is called in the report. By default, what is dialled.
   *
   * @param name any text
   * @return a changed copy
   */
  public CallStream named(String name) {
    return new CallStream(
        new Callers(name, callers.called, callers.priorities, callers.requirements),
        arrivals,
        times);
  }

  /**
   * Calls arrive independently of each other (a Poisson process).
   *
   * @param calls how many an hour on average; several numbers are for one hour each, from the
   *     beginning of the simulation, and then from the first again
   * @return a changed copy
   * @throws IllegalArgumentException if one is negative, or none is above zero
   */
  public CallStream perHour(double... calls) {
    return new CallStream(callers, Arrivals.poisson(calls), times);
  }

  /**
   * Calls arrive at these instants: those of a day that you remember.
   *
   * @param sinceTheBeginning in order, each counted from the beginning of the simulation
   * @return a changed copy
   * @throws IllegalArgumentException if they are not in order
   */
  public CallStream at(List<Duration> sinceTheBeginning) {
    return new CallStream(callers, Arrivals.given(sinceTheBeginning), times);
  }

  /**
   * How long the talks last.
   *
   * @param talk from the answer to the hang-up
   * @return a changed copy
   */
  public CallStream talking(TimeDistribution talk) {
    return new CallStream(callers, arrivals, new Times(talk, times.patience, times.pickUp));
  }

  /**
   * After how long callers give up whom nobody has answered.
   *
   * @param patience from the arrival
   * @return a changed copy
   */
  public CallStream patience(TimeDistribution patience) {
    return new CallStream(callers, arrivals, new Times(times.talk, patience, times.pickUp));
  }

  /**
   * How long a phone rings before somebody picks it up. Who is in a talk picks the next one up
   * after it.
   *
   * @param pickUp drawn anew for each ring; longer than the ring time means no reply
   * @return a changed copy
   */
  public CallStream pickedUpAfter(TimeDistribution pickUp) {
    return new CallStream(callers, arrivals, new Times(times.talk, times.patience, pickUp));
  }

  /**
   * The priority of all callers.
   *
   * @param level 1 is the highest
   * @return a changed copy
   */
  public CallStream priority(int level) {
    return priorities(Map.of(level, 1.0));
  }

  /**
   * A mix of priorities.
   *
   * @param shares for each priority a share; they need not add up to 1
   * @return a changed copy
   * @throws IllegalArgumentException if there is none, or a share is not above zero
   */
  public CallStream priorities(Map<Integer, Double> shares) {
    Map<Priority, Double> mix = new TreeMap<>();
    shares.forEach((level, share) -> mix.put(Priority.of(level), share));
    if (mix.isEmpty() || mix.values().stream().anyMatch(share -> !(share > 0))) {
      throw new IllegalArgumentException(
          "priorities " + shares + " are not valid: expected shares above zero");
    }
    return new CallStream(
        new Callers(callers.name, callers.called, mix, callers.requirements), arrivals, times);
  }

  /**
   * The skills that all callers ask for.
   *
   * @param requirements skills and levels, which may relax with the wait
   * @return a changed copy
   */
  public CallStream asking(Requirements requirements) {
    return new CallStream(
        new Callers(callers.name, callers.called, callers.priorities, requirements),
        arrivals,
        times);
  }

  String name() {
    return callers.name;
  }

  DirectoryNumber called() {
    return callers.called;
  }

  Map<Priority, Double> priorities() {
    return callers.priorities;
  }

  Requirements requirements() {
    return callers.requirements;
  }

  Arrivals arrivals() {
    return arrivals;
  }

  TimeDistribution talk() {
    return times.talk;
  }

  TimeDistribution patience() {
    return times.patience;
  }

  TimeDistribution pickUp() {
    return times.pickUp;
  }
}
