package io.ringwright.simulator;

import io.ringwright.availability.Attendance;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.Extension;
import io.ringwright.simulator.CallSource.PlannedCall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** One simulation under way. Belongs to one thread. */
final class SimulationRun {

  private static final Duration STEP = Duration.ofHours(1);

  /** Longer than any phone list lets a call wait. */
  private static final Duration LONGEST_AFTERMATH = Duration.ofDays(400);

  private static final Attendance AWAY = new Attendance(false, Optional.empty());

  private final Simulation simulation;
  private final VirtualTime clock = new VirtualTime();
  private final Instant counting;
  private final SimulatedSwitch pbx;
  private final List<CallRecord> records = new ArrayList<>();
  private final Map<SimulatedPhone, Duration> talkedBefore = new LinkedHashMap<>();
  private final Map<String, Double> utilisation = new LinkedHashMap<>();
  private int openSources;
  private long callers;
  private boolean closed;

  SimulationRun(Simulation simulation, Consumer<Observation> witness) {
    this.simulation = simulation;
    this.counting = clock.instant().plus(simulation.span().warmUp());
    this.pbx = new SimulatedSwitch(clock, simulation.phones(), simulation.seed(), witness);
  }

  SimulationReport play() {
    clock.after(simulation.span().warmUp(), this::open);
    clock.after(simulation.span().warmUp().plus(simulation.span().lasting()), this::close);
    simulation.shifts().forEach(shift -> attends(shift.extension(), AWAY));
    simulation.shifts().forEach(this::await);
    SplittableRandom random = new SplittableRandom(simulation.seed());
    for (CallStream stream : simulation.streams()) {
      openSources++;
      awaitNext(new CallSource(stream, random.split()));
    }
    while (!closed) {
      clock.advance(STEP);
    }
    Instant latest = clock.instant().plus(LONGEST_AFTERMATH);
    while (!pbx.isEmpty() && clock.instant().isBefore(latest)) {
      clock.advance(STEP);
    }
    return new SimulationReport(records, utilisation, pbx.router().estimateScoresByPriority());
  }

  private void await(Shift shift) {
    pbx.after(shift.from(), () -> attends(shift.extension(), Attendance.PRESENT));
    pbx.after(shift.to(), () -> attends(shift.extension(), AWAY));
  }

  private void attends(DirectoryNumber extension, Attendance attendance) {
    pbx.router().setAttendance(extension, attendance);
  }

  private void awaitNext(CallSource source) {
    source
        .next()
        .ifPresentOrElse(
            plan -> {
              Instant due = VirtualTime.START.plus(plan.at());
              pbx.after(Duration.between(clock.instant(), due), () -> arrive(source, plan));
            },
            this::exhausted);
  }

  private void exhausted() {
    openSources--;
    if (openSources == 0 && simulation.span().calls() != Long.MAX_VALUE) {
      close();
    }
  }

  private void arrive(CallSource source, PlannedCall plan) {
    if (closed) {
      return;
    }
    CallRecord record = new CallRecord(source.stream().name(), plan.priority());
    if (!clock.instant().isBefore(counting)) {
      records.add(record);
    }
    new SimulatedCaller(pbx, source, plan, record, Long.toString(++callers)).arrive();
    if (records.size() >= simulation.span().calls()) {
      close();
    }
    awaitNext(source);
  }

  private void open() {
    pbx.phones().forEach(phone -> talkedBefore.put(phone, phone.talkedUntil(clock.instant())));
  }

  /** From now on nobody calls; who is in the house goes on. */
  private void close() {
    if (!closed) {
      closed = true;
      simulation.phones().extensions().forEach(this::noteUtilisation);
    }
  }

  private void noteUtilisation(Extension extension) {
    SimulatedPhone phone = pbx.phone(extension.device());
    Instant now = clock.instant();
    Duration talked = phone.talkedUntil(now).minus(talkedBefore.getOrDefault(phone, Duration.ZERO));
    Duration counted = Duration.between(counting, now);
    utilisation.put(
        extension.number().digits(),
        counted.isZero() ? 0 : (double) talked.toNanos() / counted.toNanos());
  }
}
