package io.ringwright;

import io.ringwright.Phase.Attempt;
import io.ringwright.Phase.InLine;
import io.ringwright.Phase.Offered;
import io.ringwright.Phase.Ringing;
import io.ringwright.availability.DeviceReport;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.Device;
import io.ringwright.call.PbxId;
import io.ringwright.call.Token;
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
final class SwitchWatch {

  /** A move is asked for at most this often with one token. */
  static final int MOST_SENDS = 3;

  /** A snapshot does not contradict what was heard of a call less than this before it was taken. */
  static final Duration BLUR = Duration.ofSeconds(5);

  private static final Duration A_MOMENT = Duration.ofSeconds(1);

  private final SwitchRoom room;
  private final CallLife life;

  SwitchWatch(SwitchRoom room, CallLife life) {
    this.room = room;
    this.life = life;
  }

  void deviceReported(PbxId pbx, DeviceReport report) {
    note(pbx, report);
    room.dispatch();
  }

  void connected(PbxSnapshot snapshot) {
    room.linked().add(snapshot.pbx());
    Set<Device> silent = room.board().reportedBy(snapshot.pbx());
    for (DeviceReport report : snapshot.devices()) {
      note(snapshot.pbx(), report);
      silent.remove(report.device());
    }
    silent.forEach(
        device -> note(snapshot.pbx(), new DeviceReport(device, DeviceState.UNKNOWN, Set.of())));
    snapshot.callers().forEach(caller -> compare(caller, snapshot.takenAt()));
    room.files().stream()
        .filter(
            file ->
                file.channel().pbx().equals(snapshot.pbx())
                    && !snapshot.alive().contains(file.id()))
        .filter(file -> file.lastSeen().isBefore(snapshot.takenAt().minus(BLUR)))
        .forEach(file -> life.ended(file.id()));
    room.dispatch();
  }

  void disconnected(PbxId pbx) {
    room.linked().remove(pbx);
  }

  void deliveryReported(CallId call, Token token, DeliveryReport report) {
    offered(call, token)
        .ifPresent(
            file -> {
              if (report == DeliveryReport.NOT_SENT) {
                restInLine(file);
              } else if (report == DeliveryReport.CALLER_GONE) {
                room.leave(new Effect.AskWhereabouts(call, file.channel(), token));
              }
            });
  }

  void seenAt(CallId call, Token token, Whereabouts where) {
    Optional<CallFile> found =
        room.file(call)
            .filter(
                file ->
                    SwitchRoom.attemptOf(file)
                        .filter(attempt -> attempt.token().equals(token))
                        .isPresent());
    found.ifPresent(
        file -> {
          if (file.phase() instanceof Offered offered) {
            lookedForOffered(file, offered, where);
          } else if (file.phase() instanceof Ringing ringing) {
            lookedForRinging(file, ringing, where);
          }
        });
    room.dispatch();
  }

  /** The store knows that a call ended which a list of channels still contained. */
  void refused(CallId call) {
    room.file(call)
        .filter(file -> file.phase() instanceof InLine)
        .ifPresent(file -> room.end(file, CallOutcome.WITHDRAWN));
  }

  /** Does what is due, and says when to come again. */
  Instant runDue() {
    Instant now = room.now();
    if (now.isBefore(room.alarm())) {
      return room.alarm();
    }
    room.clearAlarm();
    room.files().forEach(file -> due(file, now));
    room.board().nextWrapUp(now).ifPresent(room::wakeAt);
    room.dispatch();
    return room.alarm();
  }

  private void note(PbxId pbx, DeviceReport report) {
    room.board().report(pbx, report).forEach(call -> room.file(call).ifPresent(life::talkOver));
  }

  private void due(CallFile file, Instant now) {
    if (file.phase() instanceof Offered offered) {
      ask(file, offered.attempt(), offered.checkAt(), now)
          .ifPresent(next -> file.enter(new Offered(offered.attempt(), offered.sends(), next)));
    } else if (file.phase() instanceof Ringing ringing) {
      ask(file, ringing.attempt(), ringing.checkAt(), now)
          .ifPresent(next -> file.enter(new Ringing(ringing.attempt(), next)));
    } else if (file.phase() instanceof InLine) {
      dueInLine(file, now);
    }
    file.nextChange(now).ifPresent(room::wakeAt);
  }

  private Optional<Instant> ask(CallFile file, Attempt attempt, Instant at, Instant now) {
    if (now.isBefore(at)) {
      room.wakeAt(at);
      return Optional.empty();
    }
    Instant next = now.plus(SwitchRoom.LANDING_TIME);
    room.wakeAt(next);
    room.leave(new Effect.AskWhereabouts(file.id(), file.channel(), attempt.token()));
    return Optional.of(next);
  }

  private void dueInLine(CallFile file, Instant now) {
    Instant until = RoutingRules.waitsUntil(file.wanted(), file.standing(), room.phones());
    if (now.isBefore(until)) {
      room.wakeAt(until);
      return;
    }
    Trail trail = Trail.kept();
    Verdict verdict = room.decide(file, room.factsFor(file, trail), trail);
    if (verdict instanceof Verdict.WaitFor wait) {
      room.change(file, wait.destination());
    } else if (verdict instanceof Verdict.Ring ring) {
      ring.candidates().stream()
          .findFirst()
          .map(each -> each.path().stops().get(0))
          .filter(other -> !other.equals(file.wanted()))
          .ifPresent(other -> room.change(file, other));
    } else if (room.deliverable(file, now)) {
      room.fetch(file, verdict, trail);
    }
  }

  private void lookedForOffered(CallFile file, Offered offered, Whereabouts where) {
    switch (where) {
      case WAITING -> sendAgain(file, offered);
      case GONE -> life.ended(file.id());
      case ELSEWHERE -> room.end(file, CallOutcome.WITHDRAWN);
      case TALKING -> markAnswered(file, offered.attempt());
      case UNKNOWN -> restInLine(file);
      case RINGING -> file.seen(file.channel(), room.now());
    }
  }

  private void lookedForRinging(CallFile file, Ringing ringing, Whereabouts where) {
    switch (where) {
      case WAITING -> room.backInLine(file);
      case GONE -> life.ended(file.id());
      case ELSEWHERE -> room.end(file, CallOutcome.WITHDRAWN);
      case TALKING -> markAnswered(file, ringing.attempt());
      case RINGING, UNKNOWN -> {
        Instant next = room.now().plus(SwitchRoom.LEASE_GRACE);
        file.enter(new Ringing(ringing.attempt(), next));
        room.wakeAt(next);
      }
    }
  }

  private void sendAgain(CallFile file, Offered offered) {
    if (offered.sends() >= MOST_SENDS) {
      restInLine(file);
      return;
    }
    Instant next = room.now().plus(SwitchRoom.LANDING_TIME);
    file.enter(new Offered(offered.attempt(), offered.sends() + 1, next));
    room.wakeAt(next);
    room.leave(new Effect.Deliver(room.delivery(file, offered.attempt())));
  }

  private void restInLine(CallFile file) {
    Instant until = room.now().plus(A_MOMENT);
    file.restUntil(until);
    room.wakeAt(until);
    room.backInLine(file);
  }

  private void markAnswered(CallFile file, Attempt attempt) {
    List<Device> devices =
        attempt.candidates().stream().map(each -> each.extension().device()).toList();
    room.board().deviceOf(file.id(), devices).ifPresent(device -> life.answered(file, device));
  }

  private void compare(SeenCaller seen, Instant takenAt) {
    Optional<CallFile> known = room.file(seen.call().id());
    if (known.isEmpty()) {
      if (seen.where() == Whereabouts.WAITING) {
        life.restore(seen.call());
      }
      return;
    }
    CallFile file = known.get();
    boolean settled = file.lastSeen().isBefore(takenAt.minus(BLUR));
    if (seen.where() == Whereabouts.TALKING) {
      SwitchRoom.attemptOf(file).ifPresent(attempt -> markAnswered(file, attempt));
    } else if (settled && seen.where() == Whereabouts.WAITING && !waits(file)) {
      life.talkOver(file);
      room.backInLine(file);
    }
  }

  private static boolean waits(CallFile file) {
    return file.phase() instanceof InLine || file.phase() instanceof Offered;
  }

  private Optional<CallFile> offered(CallId call, Token token) {
    return room.file(call)
        .filter(
            file ->
                file.phase() instanceof Offered offered && offered.attempt().token().equals(token));
  }
}
