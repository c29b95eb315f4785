package io.ringwright.engine;

import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.Channel;
import io.ringwright.call.Destination;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.Party;
import io.ringwright.call.Priority;
import io.ringwright.call.RingTarget;
import io.ringwright.directory.WaitingPolicy;
import io.ringwright.effect.Effect;
import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.CallPhase;
import io.ringwright.engine.state.CallPhase.Attempt;
import io.ringwright.engine.state.CallPhase.Delivering;
import io.ringwright.engine.state.CallPhase.Ringing;
import io.ringwright.engine.state.CallPhase.RungPhone;
import io.ringwright.engine.state.CallPhase.TalkOver;
import io.ringwright.engine.state.CallPhase.Talking;
import io.ringwright.engine.state.CallPhase.Waiting;
import io.ringwright.engine.state.EngineState;
import io.ringwright.routing.RoutedCaller.Preferred;
import io.ringwright.routing.Verdict;
import io.ringwright.routing.WaitingAdmission;
import io.ringwright.telling.RingStopped.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The transitions of a call: into a queue, to a phone, back to its old place, out. Each gives back
 * what the call held before.
 */
final class Transitions {

  /** How long after a delivery was sent the caller is looked for. */
  static final Duration LANDING_TIME = Duration.ofSeconds(2);

  private final EngineState state;
  private final Outbox outbox;
  private final Reservations reservations;
  private final Placement placement;
  private final Tellings tellings;

  Transitions(EngineState state, Outbox outbox, Reservations reservations, Placement placement) {
    this.tellings = new Tellings(state, outbox);
    this.state = state;
    this.outbox = outbox;
    this.reservations = reservations;
    this.placement = placement;
  }

  void joinQueue(Call call) {
    state.expectedWaits().joins(call, state.now());
    state.waiting().join(call);
    enter(call, CallPhase.Waiting.SAME);
    tellings.joined(call);
    state.openings().opened(call.wanted());
    placement.watchHours();
  }

  /**
   * A call joins a queue for which the rules were not asked at this moment: it may have to go on.
   */
  void joinUnasked(Call call) {
    joinQueue(call);
    state.timers().lookAtNow(call);
  }

  void enter(Call call, CallPhase phase) {
    state.calls().enter(call, phase, state.now());
    tellings.entered(call);
    placement.place(call);
  }

  /** The caller's own channel speaks. */
  void spoke(Call call, Channel where) {
    boolean moved = !where.pbx().equals(call.pbx()) && state.waiting().contains(call);
    if (moved) {
      state.leaveQueue(call);
    }
    call.spoke(where, state.now());
    if (moved) {
      state.waiting().join(call);
      state.timers().lookAtNow(call);
    }
    placement.place(call);
  }

  /** Somebody else saw the caller. */
  void seen(Call call, Instant at) {
    call.seen(at);
    placement.place(call);
  }

  /** The call waits for something else; its place stays. */
  void change(Call call, Destination other) {
    boolean waits = leaveQueue(call);
    if (!other.equals(call.wanted())) {
      tellings.ringsOver(call, List.of(), Why.TAKEN_BACK); // Phones that ring then ring anew.
    }
    state.expectedWaits().leaves(call, state.now());
    call.want(other, state.now());
    if (waits) {
      joinUnasked(call);
    }
  }

  /** The call prefers an extension from now on, or none; its place stays. */
  void prefer(Call call, Optional<Preferred> extension) {
    boolean waits = leaveQueue(call);
    call.prefer(extension);
    if (waits) {
      joinUnasked(call);
    }
  }

  /** The call stands where a decision put it. */
  void stand(Call call, Verdict.Standing standing) {
    if (standing.overflows() > call.overflows() && call.preferred().isPresent()) {
      prefer(call, Optional.empty()); // It is preferred for what was called.
    }
    call.overflown(standing.overflows());
    if (!standing.at().equals(call.wanted())) {
      change(call, standing.at());
    }
  }

  /** Gives a call another priority; its ticket stays. */
  void reprioritise(Call call, Priority priority) {
    boolean waits = leaveQueue(call);
    boolean overdue = state.timers().leaveOverdue(call);
    call.reprioritise(priority);
    if (overdue) {
      state.timers().lookAtNow(call);
    }
    if (waits) {
      joinUnasked(call);
    }
  }

  /** What the order of callers looks at changes only while the call is out of its queue. */
  private boolean leaveQueue(Call call) {
    boolean placed = call.admitted().inQueue() || call.isUndecided();
    boolean waits = call.phase() instanceof Waiting && placed;
    state.leaveQueue(call);
    return waits;
  }

  /**
   * Strategies look at the workload; since the ring began the extension may have got a new phone.
   */
  private void workloadChanged(DirectoryNumber extension) {
    state.phones().extension(extension).ifPresent(found -> state.openings().taken(found.device()));
  }

  /** Rings at once: the caller's channel is with us. */
  void ring(Call call, Attempt attempt) {
    state.leaveQueue(call);
    reservations.reserve(call, attempt);
    ringing(call, attempt);
  }

  /** Sends a waiting caller on the way: reserve, then move. */
  void deliver(Call call, Attempt attempt) {
    state.leaveQueue(call);
    reservations.reserve(call, attempt);
    Duration way = call.callBack().isPresent() ? Reservations.CALL_OUT_TIME : LANDING_TIME;
    send(call, attempt, 1, way);
  }

  /** Asks the switch once more to move a caller who is on the way; sends counts how often. */
  void sendAgain(Call call, Attempt attempt, int sends) {
    send(call, attempt, sends, LANDING_TIME);
  }

  private void send(Call call, Attempt attempt, int sends, Duration way) {
    enter(call, new Delivering(attempt, sends, state.now().plus(way)));
    outbox.emit(new Effect.Deliver(reservations.delivery(call, attempt)));
  }

  void ringing(Call call, Attempt attempt) {
    ringing(call, attempt, reservations.leaseEnd(call, attempt));
  }

  void ringing(Call call, Attempt attempt, Instant checkAt) {
    enter(call, new Ringing(attempt, checkAt));
  }

  /** The call goes back to its old place, wherever it was. */
  void backInQueue(Call call) {
    hangUp(call);
    reservations.free(call);
    joinUnasked(call); // Meanwhile the last member may have gone.
  }

  /** The switch did not move the caller: back in the queue, for a while passed over. */
  void restInQueue(Call call) {
    call.rest(state.now());
    backInQueue(call);
  }

  /** Phones of a call do not go on ringing. */
  void ringsOver(Call call, List<RungPhone> goingOn, Why why) {
    tellings.ringsOver(call, goingOn, why);
  }

  /** Somebody answered, on this channel if that is known. */
  void talk(Call call, Talking talking, Optional<Channel> agent) {
    reservations.free(call);
    state.leaveQueue(call);
    talking.by().extension().ifPresent(this::answered);
    enterTalk(call, talking);
    tellings.talkBegun(call, talking.by(), agent);
  }

  private void answered(DirectoryNumber extension) {
    state.extensions().answered(extension);
    state.timers().offerAgain(extension);
    workloadChanged(extension);
  }

  private void enterTalk(Call call, Talking talking) {
    call.calledBack(); // Whoever talks to us is not called back, and ends with the channel.
    talking.by().device().ifPresent(device -> state.devices().talk(device, call.id()));
    enter(call, talking);
  }

  /** Somebody else talks to the caller from now on; the talk until now is over, if there is one. */
  void handOver(Call call, Party to, Optional<Channel> agent) {
    Duration waited = call.phase().answeredAfter().orElse(Duration.ZERO);
    if (call.phase() instanceof Talking talking && Parties.same(talking.by(), to)) {
      changesPhone(call, talking, to);
      return;
    }
    hangUp(call);
    // Who was in the consultation has one call, and not two.
    boolean goesOn = to.device().filter(state.devices()::talks).isPresent();
    to.extension().filter(number -> !goesOn).ifPresent(this::answered);
    enterTalk(call, new Talking(to, waited));
    tellings.talkBegun(call, to, agent);
  }

  /** The same person talks on, at another device: no wrap-up, and no second answer. */
  private void changesPhone(Call call, Talking talking, Party to) {
    leave(talking.by(), call.id(), Duration.ZERO);
    enterTalk(call, new Talking(to, talking.waited()));
  }

  /** The talk on this call's phone is over, if there is one: it is free after its wrap-up. */
  void hangUp(Call call) {
    hangUp(call, Duration.between(call.phaseSince(), state.now()));
  }

  /** The same, for a talk that took so long. */
  void hangUp(Call call, Duration talked) {
    if (call.phase() instanceof Talking talking) {
      Party by = talking.by();
      Duration wrapUp = wrapUp(by);
      by.extension().ifPresent(number -> worked(number, talked));
      leave(by, call.id(), wrapUp);
      enter(call, new TalkOver(by, talking.waited()));
      tellings.talkEnded(call, by, talked);
      by.extension().ifPresent(number -> tellings.wrapUpBegins(number, call, wrapUp));
    }
  }

  private void worked(DirectoryNumber extension, Duration talked) {
    state.extensions().talked(extension, talked);
    workloadChanged(extension);
  }

  private Duration wrapUp(Party party) {
    return party
        .extension()
        .flatMap(state.phones()::extension)
        .map(extension -> extension.times().wrapUp())
        .orElse(Duration.ZERO);
  }

  /** Whoever has another device by now has the wrap-up there, and the first device has none. */
  private void leave(Party by, CallId call, Duration wrapUp) {
    List<Device> own = devices(by);
    by.device()
        .filter(device -> !own.contains(device))
        .ifPresent(device -> leave(device, call, own.isEmpty() ? wrapUp : Duration.ZERO));
    own.forEach(device -> leave(device, call, wrapUp));
  }

  private void leave(Device device, CallId call, Duration wrapUp) {
    state.devices().hangUp(device, call, wrapUp, state.now());
    Instant until = state.devices().rest(device).wrapUpUntil();
    if (until.isAfter(state.now())) {
      state.timers().wrapUp(device, until);
    }
  }

  /** The devices of a person of the phone list, as they are now. */
  private List<Device> devices(Party party) {
    return party
        .extension()
        .flatMap(state.phones()::extension)
        .map(extension -> extension.devices().stream().map(RingTarget::device).toList())
        .orElse(List.of());
  }

  /** The phone of this call goes on in another one: it is not left, and there is no wrap-up. */
  void giveTalkTo(Call call, Call other) {
    if (call.phase() instanceof Talking talking) {
      Duration talked = Duration.between(call.phaseSince(), state.now());
      talking.by().extension().ifPresent(number -> worked(number, talked));
      talking.by().device().ifPresent(it -> state.devices().goOn(it, call.id(), other.id()));
      devices(talking.by()).forEach(it -> state.devices().goOn(it, call.id(), other.id()));
      enter(call, new TalkOver(talking.by(), talking.waited()));
      tellings.talkEnded(call, talking.by(), talked);
    }
  }

  /** The caller is on another channel from now on: who was there before has gone. */
  void carriedOn(Call call, Channel where) {
    boolean waits = leaveQueue(call);
    call.carriedOn(where);
    if (waits) {
      joinUnasked(call);
    } else if (call.phase() instanceof Delivering delivering) {
      sendAgain(call, delivering.attempt(), delivering.sends());
    }
  }

  /** The caller hung up while waiting: the place may be kept for a while. */
  void keepPlace(Call call) {
    WaitingPolicy.Leaving leaving =
        WaitingAdmission.policy(call.wanted(), state.phones()).leaving();
    if (!leaving.placeKeptFor().isZero()) {
      state
          .keptPlaces()
          .keep(call.waiting(), leaving.placeKeptFor(), leaving.byNumber(), state.now());
    }
  }

  /** The visit is over. */
  void end(Call call, CallOutcome outcome) {
    Duration waited =
        call.phase()
            .answeredAfter()
            .orElseGet(() -> Duration.between(call.place().since(), state.now()));
    hangUp(call);
    reservations.free(call);
    tellings.ringsOver(call, List.of(), stopped(outcome));
    state.leaveQueue(call);
    state.expectedWaits().leaves(call, state.now());
    state.timers().forget(call);
    state.close(call);
    outbox.emit(new Effect.Tell.Ended(call.visit(), outcome, waited));
  }

  /** Why phones that rang until the end ring no longer. */
  private static Why stopped(CallOutcome outcome) {
    return switch (outcome) {
      case ANSWERED -> Why.UNKNOWN;
      case ABANDONED -> Why.CALLER_GONE;
      default -> Why.TAKEN_BACK;
    };
  }
}
