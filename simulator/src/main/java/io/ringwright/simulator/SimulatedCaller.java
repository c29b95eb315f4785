package io.ringwright.simulator;

import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.CallerId;
import io.ringwright.call.Channel;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RingTarget;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision;
import io.ringwright.call.RoutingExplanation.Rule;
import io.ringwright.call.Token;
import io.ringwright.port.Telephony.Whereabouts;
import io.ringwright.simulator.CallSource.PlannedCall;
import io.ringwright.simulator.Observation.Kind;
import io.ringwright.simulator.VirtualTime.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * One caller, who does what the engine decides. Belongs to the clock's thread.
 *
 * <p>The record gets the engine's account of the call where it agrees with what the caller went
 * through; otherwise the call stays lost.
 */
final class SimulatedCaller implements RoutingDecision.Cases<Boolean>, SimulatedPhone.Ringing {

  private static final Duration FOR_EVER = Duration.ofDays(36_500);

  /** As the dialplan has it, where the engine does not ask for a sooner one. */
  private static final Duration USUAL_SIGN = Duration.ofSeconds(30);

  private final SimulatedSwitch pbx;
  private final InboundCall call;
  private final PlannedCall plan;
  private final RandomGenerator pickUps;
  private final TimeDistribution pickUp;
  private final CallRecord record;
  private final Map<SimulatedPhone, RingTarget> rung = new LinkedHashMap<>();
  private final Map<SimulatedPhone, Instant> pickUpAt = new HashMap<>();
  private final List<Timer> ringTimers = new ArrayList<>();
  private RememberedCall memory;
  private Whereabouts where = Whereabouts.ELSEWHERE;
  private Instant arrivedAt = Instant.MIN;
  private Timer patience = Timer.NONE;
  private Timer signOfLife = Timer.NONE;
  private Duration waited = Duration.ZERO;
  private Optional<CallOutcome> account = Optional.empty();

  SimulatedCaller(
      SimulatedSwitch pbx, CallSource source, PlannedCall plan, CallRecord record, String id) {
    this.pbx = pbx;
    this.plan = plan;
    this.record = record;
    this.pickUps = source.pickUps(plan);
    this.pickUp = source.stream().pickUp();
    this.call =
        new InboundCall(
                CallId.of(id),
                new Channel(SimulatedSwitch.ID, "Simulated/" + id),
                CallerId.unknown(),
                source.stream().called(),
                InboundCall.CalledAs.ANY,
                plan.priority())
            .requiring(source.stream().requirements());
    this.memory = remember(call.called(), pbx.now().truncatedTo(ChronoUnit.MILLIS));
  }

  private RememberedCall remember(DirectoryNumber called, Instant since) {
    return new RememberedCall(
        call.id(),
        call.channel(),
        call.caller(),
        called,
        call.priority(),
        since,
        call.requirements());
  }

  @Override
  public CallId id() {
    return call.id();
  }

  Whereabouts whereabouts() {
    return where;
  }

  /** The engine says how the call ended. */
  void accountedFor(CallOutcome outcome) {
    account = Optional.of(outcome);
  }

  void arrive() {
    arrivedAt = pbx.now();
    pbx.enter(this);
    pbx.saw(Kind.CALLER_ARRIVED, this, call.called().digits());
    pbx.saw(Kind.PRIORITY_GIVEN, this, call.priority().toString());
    if (!call.requirements().areNone()) {
      pbx.saw(Kind.SKILLS_GIVEN, this, call.requirements().text());
    }
    if (plan.patience().compareTo(FOR_EVER) < 0) {
      patience = pbx.after(plan.patience(), this::giveUp);
    }
    follow(pbx.router().callArrived(call));
  }

  private void follow(RoutingAnswer answer) {
    answer.decision().accept(this);
    if (where == Whereabouts.WAITING && pbx.isAnythingAnnounced()) {
      hear(answer);
    }
  }

  /** Takes in what is announced, and asks again when there may be more. */
  private void hear(RoutingAnswer answer) {
    answer.explanation().steps().stream()
        .filter(step -> step.rule() == Rule.ANNOUNCEMENT)
        .forEach(step -> pbx.saw(Kind.REASON_GIVEN, this, step.finding()));
    answer
        .treatment()
        .announcement()
        .ifPresent(told -> pbx.saw(Kind.CALLER_TOLD, this, told.text()));
    Duration sign = answer.nextSign().filter(it -> it.compareTo(USUAL_SIGN) < 0).orElse(USUAL_SIGN);
    signOfLife.cancel();
    signOfLife = pbx.after(sign, this::alive);
  }

  private void alive() {
    if (where == Whereabouts.WAITING) {
      follow(pbx.router().callerAlive(memory));
    }
  }

  // Ring

  @Override
  public Boolean ring(RoutingDecision.Ring decision) {
    where = Whereabouts.RINGING;
    for (RingTarget target : decision.targets()) {
      SimulatedPhone phone = pbx.phone(target.device());
      if (rung.putIfAbsent(phone, target) != null) {
        continue; // Another device of the same person.
      }
      phone.ring(this);
      pbx.saw(Kind.PHONE_RINGS, this, target.extension().digits());
      Duration after = Duration.between(pbx.now(), pickedUpAt(phone));
      if (after.isZero() && !phone.isTalking()) {
        pickUp(phone);
        return true;
      }
      pbx.report(phone);
      if (after.compareTo(decision.ringTime()) < 0) {
        ringTimers.add(pbx.after(after, () -> pickUp(phone)));
      }
    }
    ringTimers.add(pbx.after(decision.ringTime(), () -> noReply(decision.token())));
    return true;
  }

  /** When somebody would pick up, counted from when the phone began to ring for this caller. */
  private Instant pickedUpAt(SimulatedPhone phone) {
    return pickUpAt.computeIfAbsent(
        phone,
        begins -> {
          Duration after = pickUp.draw(pickUps);
          return pbx.now().plus(after.compareTo(FOR_EVER) < 0 ? after : FOR_EVER);
        });
  }

  @Override
  public void pickUp(SimulatedPhone phone) {
    if (phone.isTalking()) {
      phone.pickUpLater(this);
      return;
    }
    RingTarget answering = target(phone);
    patience.cancel();
    where = Whereabouts.TALKING;
    waited = Duration.between(arrivedAt, pbx.now());
    phone.talk(this, pbx.now());
    rung.remove(phone);
    stopRinging();
    pbx.saw(Kind.PHONE_ANSWERS, this, answering.extension().digits());
    pbx.router().callAnswered(id(), phone.device());
    pbx.report(phone);
    pbx.after(plan.talk(), () -> hangUp(phone, answering));
  }

  private RingTarget target(SimulatedPhone phone) {
    return Optional.ofNullable(rung.get(phone))
        .orElseThrow(
            () -> new IllegalStateException(phone.device() + " does not ring for " + id()));
  }

  private void hangUp(SimulatedPhone phone, RingTarget answered) {
    Optional<SimulatedPhone.Ringing> next = phone.hangUp(pbx.now());
    pbx.saw(Kind.PHONE_ENDS, this, answered.extension().digits());
    where = Whereabouts.GONE;
    pbx.report(phone);
    pbx.router().callEnded(id());
    leave(CallOutcome.ANSWERED);
    next.ifPresent(caller -> caller.pickUp(phone));
  }

  private void noReply(Token token) {
    stopRinging();
    follow(pbx.router().ringEnded(memory, token, RingOutcome.NO_REPLY));
    // Where phones ring progressively, some go on ringing: their people are on their way.
    pickUpAt.keySet().retainAll(rung.keySet());
  }

  private void stopRinging() {
    ringTimers.forEach(Timer::cancel);
    ringTimers.clear();
    List.copyOf(rung.keySet()).forEach(this::stopRinging);
  }

  private void stopRinging(SimulatedPhone phone) {
    RingTarget target = target(phone);
    rung.remove(phone);
    phone.stopRinging(this);
    pbx.saw(Kind.PHONE_STOPS, this, target.extension().digits());
    pbx.report(phone);
  }

  // Wait

  @Override
  public Boolean wait(RoutingDecision.Wait decision) {
    DirectoryNumber waitsFor = DirectoryNumber.of(decision.waitingFor().digits());
    boolean asBefore = where == Whereabouts.WAITING && memory.called().equals(waitsFor);
    where = Whereabouts.WAITING;
    record.waits();
    memory = remember(waitsFor, decision.since());
    if (!asBefore) {
      pbx.saw(Kind.CALLER_WAITS, this, waitsFor.digits());
    }
    return true;
  }

  /** The switch moved the caller, as the engine wanted. */
  void land(Token token) {
    if (where == Whereabouts.WAITING) {
      follow(pbx.router().callLanded(memory, token));
    }
  }

  private void giveUp() {
    where = Whereabouts.GONE;
    waited = Duration.between(arrivedAt, pbx.now());
    stopRinging();
    pbx.router().callEnded(id());
    leave(CallOutcome.ABANDONED);
  }

  // Divert and reject

  @Override
  public Boolean handBack(RoutingDecision.HandBack decision) {
    return sentAway(CallOutcome.HANDED_BACK);
  }

  @Override
  public Boolean divert(RoutingDecision.Divert decision) {
    return sentAway(CallOutcome.OVERFLOWED);
  }

  @Override
  public Boolean reject(RoutingDecision.Reject decision) {
    return sentAway(CallOutcome.REJECTED);
  }

  private boolean sentAway(CallOutcome outcome) {
    waited = Duration.between(arrivedAt, pbx.now());
    where = Whereabouts.GONE;
    leave(outcome);
    return true;
  }

  private void leave(CallOutcome experienced) {
    patience.cancel();
    signOfLife.cancel();
    pbx.leave(this);
    pbx.saw(Kind.CALLER_ENDED, this, experienced.name());
    if (account.equals(Optional.of(experienced))) {
      record.ends(experienced, waited);
    }
  }
}
