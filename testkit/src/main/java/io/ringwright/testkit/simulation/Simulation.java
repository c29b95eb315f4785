package io.ringwright.testkit.simulation;

import io.ringwright.directory.PhoneList;
import io.ringwright.testkit.Sighting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A house and those who call it, to be tried out: the production engine routes every call, in
 * virtual time.
 *
 * <pre>{@code
 * Simulation week =
 *     Simulation.of(phones).withCalls(CallStream.to("700").perHour(200)).over(Span.of(ofDays(7)));
 * SimulationReport asItIs = week.run();
 * SimulationReport withTwoMore = week.withPhones(phonesAndTwoMore).run();
 * }</pre>
 *
 * <p>Two runs of one seed see the same callers, with the same patience and the same talks, even if
 * the phones differ: what differs in the reports comes from the phones.
 *
 * <p>Every extension has one person at it who talks to one caller at a time. Callers do not call
 * again. Callers who go out of the house are not followed there.
 *
 * <p>Thread safety: immutable; every method returns a changed copy.
 *
 * @param phones who can be called
 * @param streams who calls
 * @param span which calls count
 * @param seed what chance begins with
 */
public record Simulation(PhoneList phones, List<CallStream> streams, Span span, long seed) {

  /** Copies the streams. */
  public Simulation {
    streams = List.copyOf(streams);
  }

  /**
   * A house that nobody calls yet, for eight hours.
   *
   * @param phones who can be called
   * @return the simulation
   */
  public static Simulation of(PhoneList phones) {
    return new Simulation(phones, List.of(), Span.of(Duration.ofHours(8)), 1);
  }

  /**
   * The same callers in another house.
   *
   * @param changed who can be called
   * @return a changed copy
   */
  public Simulation withPhones(PhoneList changed) {
    return new Simulation(changed, streams, span, seed);
  }

  /**
   * More callers.
   *
   * @param more who calls as well
   * @return a changed copy
   */
  public Simulation withCalls(CallStream... more) {
    List<CallStream> all = new ArrayList<>(streams);
    all.addAll(List.of(more));
    return new Simulation(phones, all, span, seed);
  }

  /**
   * Which calls count.
   *
   * @param changed for how long, or how many
   * @return a changed copy
   */
  public Simulation over(Span changed) {
    return new Simulation(phones, streams, changed, seed);
  }

  /**
   * Another sequence of chances: other callers, of the same kind.
   *
   * @param changed any number
   * @return a changed copy
   */
  public Simulation withSeed(long changed) {
    return new Simulation(phones, streams, span, changed);
  }

  /**
   * Plays it. Takes some microseconds for each call.
   *
   * @return what became of the calls
   */
  public SimulationReport run() {
    return run(sighting -> {});
  }

  /**
   * Plays it before a witness, who sees what the callers and phones see, in order.
   *
   * @param witness sees also what does not count: the warm-up, and the ends of the last calls
   * @return what became of the calls
   */
  public SimulationReport run(Consumer<Sighting> witness) {
    return new SimulationRun(this, witness).play();
  }
}
