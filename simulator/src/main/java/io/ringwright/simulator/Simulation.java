package io.ringwright.simulator;

import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.PhoneList;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A phone list and its callers, to be tried out: the engine itself routes every call, in virtual
 * time.
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
 * <p>Every extension has one person at it, always or in {@linkplain #withShift shifts}, who talks
 * to one caller at a time. Callers do not call again. Callers who go out of the house are not
 * followed there.
 *
 * <p>Thread safety: immutable; every method returns a changed copy.
 *
 * @param phones who can be called
 * @param streams who calls
 * @param shifts when people are there who are not there all the time
 * @param span which calls count
 * @param seed what chance begins with
 */
public record Simulation(
    PhoneList phones, List<CallStream> streams, List<Shift> shifts, Span span, long seed) {

  /** Copies the lists. */
  public Simulation {
    streams = List.copyOf(streams);
    shifts = List.copyOf(shifts);
  }

  /**
   * A house that nobody calls yet, for eight hours.
   *
   * @param phones who can be called
   * @return the simulation
   */
  public static Simulation of(PhoneList phones) {
    return new Simulation(phones, List.of(), List.of(), Span.of(Duration.ofHours(8)), 1);
  }

  /**
   * The same callers in another house.
   *
   * @param changed who can be called
   * @return a changed copy
   */
  public Simulation withPhones(PhoneList changed) {
    return new Simulation(changed, streams, shifts, span, seed);
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
    return new Simulation(phones, all, shifts, span, seed);
  }

  /**
   * One more shift. Who has one is logged out at all other times; who has none is always there.
   *
   * @param extension whose
   * @param from when it begins, from the beginning of the simulation, zero or more
   * @param to when it ends, from the beginning of the simulation, later than that
   * @return a changed copy
   * @throws IllegalArgumentException if the times are not valid
   */
  public Simulation withShift(String extension, Duration from, Duration to) {
    List<Shift> all = new ArrayList<>(shifts);
    all.add(new Shift(DirectoryNumber.of(extension), from, to));
    return new Simulation(phones, streams, all, span, seed);
  }

  /**
   * Which calls count.
   *
   * @param changed for how long, or how many
   * @return a changed copy
   */
  public Simulation over(Span changed) {
    return new Simulation(phones, streams, shifts, changed, seed);
  }

  /**
   * Another sequence of chances: other callers, of the same kind.
   *
   * @param changed any number
   * @return a changed copy
   */
  public Simulation withSeed(long changed) {
    return new Simulation(phones, streams, shifts, span, changed);
  }

  /**
   * Plays it. Takes some microseconds for each call.
   *
   * @return what became of the calls
   */
  public SimulationReport run() {
    return run(seen -> {});
  }

  /**
   * Plays it before a witness, who sees what the callers and phones see, in order.
   *
   * @param witness sees also what does not count: the warm-up, and the ends of the last calls
   * @return what became of the calls
   */
  public SimulationReport run(Consumer<Observation> witness) {
    return new SimulationRun(this, witness).play();
  }
}
