package io.ringwright.engine;

import io.ringwright.call.Device;
import io.ringwright.engine.CallPhase.Delivering;
import io.ringwright.engine.CallPhase.Ringing;
import io.ringwright.engine.CallPhase.Waiting;
import io.ringwright.routing.RoutingRules;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What time brings: wrap-ups that end, calls that come to stand differently in line, and calls that
 * are to be looked at. Belongs to the {@link EngineState} and its lock.
 */
public final class Timers {

  /** A call that is overdue and cannot be helped now is looked at again after this. */
  private static final Duration NEXT_LOOK = Duration.ofSeconds(1);

  private final EngineState room;
  private final TimerQueue<Call> calls = new TimerQueue<>();
  private final TimerQueue<Device> wrapUps = new TimerQueue<>();
  private final Map<Device, TimerQueue.Entry<Device>> resting = new HashMap<>();
  private final Set<Call> overdue = new LinkedHashSet<>();
  private Instant nextHours = Instant.MAX;

  public Timers(EngineState room) {
    this.room = room;
  }

  /** Whether something is due now. */
  public boolean isDue() {
    return !alarm().isAfter(room.now());
  }

  /** When something is due next. */
  public Instant alarm() {
    if (!overdue.isEmpty() || room.turns().isPending()) {
      return room.now();
    }
    Instant next = calls.next().isBefore(wrapUps.next()) ? calls.next() : wrapUps.next();
    return next.isBefore(nextHours) ? next : nextHours;
  }

  /** A device rests until then. */
  public void wrapUp(Device device, Instant until) {
    if (until.isAfter(room.now())) {
      wrapUps.at(resting.computeIfAbsent(device, TimerQueue.Entry::new), until);
    }
  }

  /** Lets come to pass what time alone has changed; nobody is decided about yet. */
  public void catchUp() {
    Instant now = room.now();
    for (Device device : wrapUps.due(now)) {
      resting.remove(device);
      room.turns().touched(device);
    }
    for (Call file : calls.due(now)) {
      overdue.add(file);
      room.moves().stand(file);
      room.turns().changed(file);
    }
    if (!now.isBefore(nextHours)) {
      room.turns().allChanged();
      nextHours = Instant.MAX;
      watchTheHours();
    }
  }

  /** Opening hours may open a way for somebody in line: they are looked at every full minute. */
  public void watchTheHours() {
    if (!room.line().isEmpty() && room.phones().dependsOnTime()) {
      Instant minute = room.now().truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
      nextHours = minute.isBefore(nextHours) ? minute : nextHours;
    }
  }

  /** The calls that must be looked at now. */
  public List<Call> overdue() {
    List<Call> due = new ArrayList<>(overdue);
    overdue.clear();
    return due;
  }

  /** A call is to be looked at with the others that are overdue. */
  public void lookAt(Call file) {
    overdue.add(file);
  }

  /** When a call is looked at next, as it stands now. */
  public void schedule(Call file, Instant standingChanges) {
    Instant next = Instant.MAX;
    if (file.phase() instanceof Delivering offered) {
      next = offered.checkAt();
    } else if (file.phase() instanceof Ringing ringing) {
      next = ringing.checkAt();
    } else if (file.phase() instanceof Waiting) {
      next = inLine(file);
      next = standingChanges.isBefore(next) ? standingChanges : next;
    }
    calls.at(file.agenda(), next);
  }

  private Instant inLine(Call file) {
    Instant next = RoutingRules.waitsUntil(file.wanted(), file.standing(), room.phones());
    if (!room.linked().contains(file.pbx()) && file.callBack().isEmpty()) {
      Instant silent = file.silentSince().plus(EngineState.LONGEST_SILENCE);
      next = silent.isBefore(next) ? silent : next;
    }
    return next.isAfter(room.now()) ? next : room.now().plus(NEXT_LOOK);
  }

  /** The call is over, or nowhere for the moment. */
  public void forget(Call file) {
    calls.at(file.agenda(), Instant.MAX);
    overdue.remove(file);
  }
}
