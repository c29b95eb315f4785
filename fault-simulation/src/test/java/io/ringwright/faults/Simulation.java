package io.ringwright.faults;

import io.ringwright.ami.SteppedLink;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One random day of one seed: callers and phones do what people do, and everything goes wrong that
 * can. Then the faults end, and everybody must be served or ended as the rules say, and nothing may
 * be left over.
 *
 * <p>Everything happens on the thread that calls, in virtual time. The engine, its router, the
 * journal's queue, the AMI link and the FastAGI sessions are those of production, and so is the
 * dialplan; Asterisk, the network, the disk and time are not.
 */
final class Simulation {

  private static final Duration LONGEST_END = Duration.ofMinutes(12);

  private final long seed;
  private final Dice dice;
  private final Laboratory lab;
  private final People people;
  private final Disasters disasters;
  private final Weather weather;
  private boolean over;

  Simulation(long seed) {
    this(seed, same -> same);
  }

  /** The same, wired otherwise: with a mistake, say, that must be found. */
  Simulation(long seed, UnaryOperator<Wiring> wired) {
    this.seed = seed;
    this.dice = new Dice(seed);
    this.weather = Weather.of(dice);
    RandomHouse house = new RandomHouse(dice.split());
    boolean durable = dice.chance(0.7);
    this.lab = new Laboratory(dice.random().nextLong(), house.next(List.of()), durable);
    if (weather.host() > 0) {
      lab.own(new HostCode(dice.split(), weather.host()));
      lab.book.expectFailures();
    }
    this.people = new People(lab, dice.split(), house);
    this.disasters = new Disasters(lab, dice.split());
    lab.wire(wired);
    if (dice.chance(0.5)) {
      lab.wire(setup -> setup.limits(SteppedLink.Limits.USUAL.mostEventBytes(60_000)));
    }
  }

  /** Runs it; gives a number that is the same whenever the same happens. */
  long run() {
    try {
      lab.weather(weather);
      lab.start();
      live();
      settle();
      return lab.story.hash();
    } catch (BrokenInvariant broken) {
      throw new AssertionError(repeatedBy() + broken.getMessage(), broken);
    } catch (RuntimeException | StackOverflowError failure) {
      throw new AssertionError(
          repeatedBy() + failure + "\n" + String.join("\n", lab.story.last()), failure);
    }
  }

  private String repeatedBy() {
    return "seed %d, %s: repeat it with%n  mvn -pl fault-simulation -am test -Dtest=FaultSimulationTest -Dsurefire.failIfNoSpecifiedTests=false -Dseeds=1 -Dfrom=%d%n"
        .formatted(seed, weather, seed);
  }

  Laboratory lab() {
    return lab;
  }

  private void live() {
    Duration day = Duration.ofSeconds(dice.between(20, 60));
    for (int each = 0; each < weather.disasters(); each++) {
      var unused = lab.timeline.after(dice.millis(2_000, (int) day.toMillis()), disasters::strike);
    }
    people();
    lab.timeline.advance(day);
    over = true;
  }

  private void people() {
    if (!over) {
      people.act();
      var unused = lab.timeline.after(dice.millis(100, 5_000), this::people);
    }
  }

  /** No more faults, and nobody new. */
  private void settle() {
    lab.story.tell("the faults end");
    lab.weather(weather.over());
    lab.calm();
    // What was begun before takes up to 80 s to end: silence, a closed port, an application that
    // starts; then the next look at everything, and the next signs of life.
    lab.timeline.advance(Duration.ofSeconds(85));
    lab.checks.engineKnowsTheTruth();
    boolean empty = lab.timeline.until(() -> lab.pbx().isEmpty(), LONGEST_END);
    lab.checks.nobodyIsLeft(empty);
    for (int look = 0; look < 24 && !lab.checks.remains().isEmpty(); look++) {
      lab.timeline.advance(Duration.ofSeconds(10));
    }
    lab.checks.nothingIsLeft();
  }
}
