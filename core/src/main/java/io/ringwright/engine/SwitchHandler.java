package io.ringwright.engine;

import io.ringwright.CallRouter;
import io.ringwright.availability.DeviceReport;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.Device;
import io.ringwright.call.PbxId;
import io.ringwright.call.Token;
import io.ringwright.directory.Extension;
import io.ringwright.effect.Effect;
import io.ringwright.engine.CallPhase.Attempt;
import io.ringwright.engine.CallPhase.Delivering;
import io.ringwright.engine.CallPhase.Ringing;
import io.ringwright.engine.CallPhase.Waiting;
import io.ringwright.event.RouterEvent.CallerSeen;
import io.ringwright.port.PbxSnapshot;
import io.ringwright.port.PbxSnapshot.SeenCaller;
import io.ringwright.port.Telephony.DeliveryReport;
import io.ringwright.port.Telephony.Whereabouts;
import io.ringwright.routing.RoutingRules;
import io.ringwright.routing.Trail;
import io.ringwright.routing.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the switch says unasked, what it answers, and what time brings. Used under the lock of the
 * {@link CallRouter} only.
 */
public final class SwitchHandler {

  /** A move is asked for at most this often with one token. */
  static final int MOST_SENDS = 3;

  /** Nobody is called back more often than this. */
  static final int MOST_CALL_OUTS = 3;

  /** Who did not answer is called again after this. */
  static final Duration NEXT_CALL_OUT = Duration.ofMinutes(5);

  private final EngineState room;
  private final CallHandler life;

  public SwitchHandler(EngineState room, CallHandler life) {
    this.room = room;
    this.life = life;
  }

  public void deviceReported(PbxId pbx, DeviceReport report) {
    if (room.phones().extensionsOn(report.device()).isEmpty()) {
      // Kept all the same: it may be in the next phone list.
      room.ignored("device", "device " + report.device() + " is nobody's in the directory");
    }
    note(pbx, report);
  }

  public void connected(PbxSnapshot snapshot) {
    room.linked().add(snapshot.pbx());
    Set<Device> silent = room.board().reportedBy(snapshot.pbx());
    for (DeviceReport report : snapshot.devices()) {
      note(snapshot.pbx(), report);
      silent.remove(report.device());
    }
    silent.forEach(
        device -> note(snapshot.pbx(), new DeviceReport(device, DeviceState.UNKNOWN, Set.of())));
    snapshot.callers().forEach(caller -> compare(caller, snapshot.takenAt()));
    room.files().all().stream()
        .filter(file -> file.pbx().equals(snapshot.pbx()))
        .filter(file -> file.callBack().isEmpty())
        .filter(file -> !snapshot.alive().contains(file.id()))
        .filter(file -> file.heard().isBefore(snapshot.takenAt()))
        .forEach(life::ended);
    room.moves().linkChanged(snapshot.pbx());
  }

  public void disconnected(PbxId pbx) {
    if (!room.linked().remove(pbx)) {
      room.ignored("link", "there is no link to " + pbx);
    }
    room.moves().linkChanged(pbx);
  }

  public void deliveryReported(CallId call, Token token, DeliveryReport report) {
    offered(call, token)
        .ifPresent(
            file -> {
              if (report == DeliveryReport.CALLER_GONE && file.callBack().isPresent()) {
                notReached(file);
              } else if (report == DeliveryReport.NOT_SENT) {
                room.moves().restInLine(file);
              } else if (report == DeliveryReport.CALLER_GONE) {
                ask(file, token);
              }
            });
  }

  /** Somebody was called back and did not answer: again later, but not for ever. */
  private void notReached(Call file) {
    if (file.unansweredCallOut(room.now().plus(NEXT_CALL_OUT)) >= MOST_CALL_OUTS) {
      room.moves().end(file, CallOutcome.ABANDONED);
    } else {
      room.moves().backInLine(file);
    }
  }

  /** Where the switch saw a caller, unless the call moved since it was asked. */
  public void seenAt(CallerSeen seen) {
    room.file(seen.call())
        .filter(file -> file.moves() == seen.moves())
        .filter(
            file ->
                Reservations.of(file)
                    .filter(attempt -> attempt.token().equals(seen.token()))
                    .isPresent())
        .ifPresent(file -> lookedFor(file, seen.where()));
  }

  /** Somebody else holds the call in the store, or the store lost it: it is not moved. */
  public void claimLost(CallId call, Token token) {
    room.file(call).ifPresent(file -> file.inStore(false));
    offered(call, token).ifPresent(room.moves()::restInLine);
  }

  /** The store knows that a call ended which a list of channels still contained. */
  public void refused(CallId call) {
    Optional<Call> found = room.file(call);
    found.filter(Call::hearsay).ifPresent(room.moves()::forget);
    found
        .filter(file -> !file.hearsay())
        .ifPresent(
            file -> {
              // Its caller spoke since, so it is not over: now the store shall have it.
              file.inStore(true);
              room.leave(new Effect.Store.Enqueue(file.waiting()));
            });
  }

  /** Does what is due. */
  public void timePassed() {
    for (Call file : room.timetable().overdue()) {
      if (room.file(file.id()).filter(file::equals).isPresent()) {
        due(file, room.now());
      }
    }
  }

  private void note(PbxId pbx, DeviceReport report) {
    Set<CallId> over = room.board().report(pbx, report, room.now());
    for (CallId call : over) {
      room.file(call).ifPresent(room.moves()::hangUp);
      room.board().hangUp(report.device(), call, Duration.ZERO, room.now());
    }
  }

  private void due(Call file, Instant now) {
    if (file.phase() instanceof Delivering offered && !now.isBefore(offered.checkAt())) {
      ask(file, offered.attempt().token());
      room.moves().enter(file, new Delivering(offered.attempt(), offered.sends(), nextLook()));
    } else if (file.phase() instanceof Ringing ringing && !now.isBefore(ringing.checkAt())) {
      ask(file, ringing.attempt().token());
      room.moves().enter(file, new Ringing(ringing.attempt(), nextLook()));
    } else if (file.phase() instanceof Waiting) {
      dueInLine(file, now);
    }
  }

  private Instant nextLook() {
    return room.now().plus(Deliveries.LANDING_TIME);
  }

  private void ask(Call file, Token token) {
    room.leave(new Effect.AskWhereabouts(file.id(), file.channel(), token, file.moves()));
  }

  private void dueInLine(Call file, Instant now) {
    Instant silent = file.silentSince().plus(EngineState.LONGEST_SILENCE);
    boolean silence = file.callBack().isEmpty() && !room.linked().contains(file.pbx());
    if (silence && !now.isBefore(silent)) {
      life.ended(file);
      return;
    }
    Instant until = RoutingRules.waitsUntil(file.wanted(), file.standing(), room.phones());
    if (!now.isBefore(until)) {
      Trail trail = room.trail();
      Verdict verdict = room.turns().inTurn(file, trail, () -> room.decide(file, trail));
      if (file.phase() instanceof Waiting) {
        waitedTooLong(file, verdict, trail);
      }
    }
  }

  private void waitedTooLong(Call file, Verdict verdict, Trail trail) {
    if (verdict instanceof Verdict.WaitFor wait) {
      room.moves().change(file, wait.destination());
    } else if (verdict instanceof Verdict.Ring ring) {
      ring.candidates().stream()
          .findFirst()
          .map(each -> each.path().stops().get(0))
          .filter(other -> !other.equals(file.wanted()))
          .ifPresent(other -> room.moves().change(file, other));
    } else if (file.callBack().isPresent()) {
      room.moves().end(file, Decisions.outcome(Decisions.parting(verdict)));
    } else if (room.offers().deliverable(file)) {
      room.offers().fetch(file, verdict, trail);
    }
  }

  private void lookedFor(Call file, Whereabouts where) {
    switch (where) {
      case GONE -> gone(file);
      case ELSEWHERE -> room.moves().end(file, CallOutcome.WITHDRAWN);
      case TALKING -> markAnswered(file);
      case WAITING, RINGING, UNKNOWN -> {
        if (file.phase() instanceof Delivering offered) {
          lookedForOffered(file, offered, where);
        } else if (file.phase() instanceof Ringing ringing) {
          lookedForRinging(file, ringing, where);
        }
      }
    }
  }

  private void gone(Call file) {
    if (file.callBack().isPresent()) {
      notReached(file);
    } else {
      life.ended(file);
    }
  }

  private void lookedForOffered(Call file, Delivering offered, Whereabouts where) {
    if (where == Whereabouts.WAITING) {
      sendAgain(file, offered);
    } else if (where == Whereabouts.UNKNOWN) {
      room.moves().restInLine(file);
    }
  }

  private void lookedForRinging(Call file, Ringing ringing, Whereabouts where) {
    if (where == Whereabouts.WAITING) {
      room.moves().backInLine(file);
    } else {
      room.moves().ringing(file, ringing.attempt(), room.now().plus(Reservations.LEASE_GRACE));
    }
  }

  private void sendAgain(Call file, Delivering offered) {
    if (offered.sends() >= MOST_SENDS) {
      room.moves().restInLine(file);
      return;
    }
    room.moves().enter(file, new Delivering(offered.attempt(), offered.sends() + 1, nextLook()));
    room.leave(new Effect.Deliver(room.attempts().delivery(file, offered.attempt())));
  }

  /** Somebody talks to the caller: on the phone that the switch names, or on the only one. */
  private void markAnswered(Call file) {
    List<Device> rung = Reservations.of(file).map(Reservations::devices).orElse(List.of());
    List<Device> possible =
        rung.isEmpty() ? room.phones().extensions().stream().map(Extension::device).toList() : rung;
    room.board()
        .deviceOf(file.id(), possible)
        .or(() -> rung.size() == 1 ? Optional.of(rung.get(0)) : Optional.empty())
        .ifPresent(device -> life.answered(file, device));
  }

  private void compare(SeenCaller seen, Instant takenAt) {
    Optional<Call> known = room.file(seen.call().id());
    if (known.isPresent()) {
      compare(known.get(), seen.where(), takenAt);
    } else if (seen.where() == Whereabouts.WAITING) {
      room.moves().seen(life.restore(seen.call()), takenAt);
    }
  }

  private void compare(Call file, Whereabouts where, Instant takenAt) {
    boolean settled = settled(file, takenAt);
    if (where == Whereabouts.TALKING && (settled || !(file.phase() instanceof Waiting))) {
      markAnswered(file);
    }
    boolean waits = file.phase() instanceof Waiting || file.phase() instanceof Delivering;
    if (where == Whereabouts.WAITING && settled && !waits) {
      room.moves().backInLine(file);
    } else if (where != Whereabouts.WAITING && settled && file.phase() instanceof Waiting) {
      watch(file, where);
    }
    if (where == Whereabouts.WAITING || !(file.phase() instanceof Waiting)) {
      room.moves().seen(file, takenAt);
    }
  }

  /** The caller is not in line, as we thought, and must not be moved while that is so. */
  private void watch(Call file, Whereabouts where) {
    if (where == Whereabouts.RINGING || where == Whereabouts.TALKING) {
      room.line().leave(file);
      Attempt unknown =
          room.attempts()
              .toTell(
                  file, room.answers().answer(file, room.answers().waiting(file), Trail.silent()));
      room.moves().ringing(file, unknown);
    }
  }

  /** Whether nothing was heard of a call that could be newer than a list of this instant. */
  private static boolean settled(Call file, Instant takenAt) {
    Instant blurred = takenAt.minus(EngineState.CROSSING_TOLERANCE);
    return (file.heard().isBefore(blurred) && !file.phaseSince().isAfter(blurred))
        || file.heard().equals(Instant.MIN);
  }

  private Optional<Call> offered(CallId call, Token token) {
    return room.file(call)
        .filter(
            file ->
                file.phase() instanceof Delivering offered
                    && offered.attempt().token().equals(token));
  }
}
