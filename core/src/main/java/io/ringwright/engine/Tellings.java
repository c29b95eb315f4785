package io.ringwright.engine;

import io.ringwright.call.Channel;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.HangUpSide;
import io.ringwright.call.Party;
import io.ringwright.call.RingTarget;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision;
import io.ringwright.effect.Effect;
import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.CallPhase.Ringing;
import io.ringwright.engine.state.CallPhase.RungPhone;
import io.ringwright.engine.state.CallPhase.Talking;
import io.ringwright.engine.state.EngineState;
import io.ringwright.engine.state.ExtensionTimes.WrapUp;
import io.ringwright.engine.state.ReportedFacts.Ring;
import io.ringwright.telling.Answered.Channels;
import io.ringwright.telling.HungUp;
import io.ringwright.telling.Joined;
import io.ringwright.telling.PositionChanged;
import io.ringwright.telling.RingStarted;
import io.ringwright.telling.RingStopped;
import io.ringwright.telling.RingStopped.Why;
import io.ringwright.telling.TalkBegun;
import io.ringwright.telling.TalkEnded;
import io.ringwright.telling.WrapUpBegun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells listeners what begins and ends: waits, rings, talks and wrap-ups. What was told stands in
 * the state, so that each of them begins and ends once, whatever happens between.
 */
final class Tellings {

  private final EngineState state;
  private final Outbox outbox;

  Tellings(EngineState state, Outbox outbox) {
    this.state = state;
    this.outbox = outbox;
  }

  /** The call is in a queue: told once for what it waits for now. */
  void joined(Call call) {
    if (call.reported().position() == 0) {
      int position = state.waiting().position(call);
      call.reported(call.reported().at(position));
      outbox.emit(
          new Effect.Tell.Joined(
              new Joined(call.visit(), call.wanted(), call.place().priority(), position)));
    }
  }

  /** A caller's channel asked and is told to wait on: the only moment at which positions count. */
  void sampled(RoutingAnswer answer) {
    if (answer.decision() instanceof RoutingDecision.Wait wait) {
      state.call(answer.call()).filter(Call::isWaiting).ifPresent(call -> sampled(call, wait));
    }
  }

  private void sampled(Call call, RoutingDecision.Wait wait) {
    int before = call.reported().position();
    int now = wait.position();
    if (before != 0 && before != now && wait.waitingFor().equals(call.wanted())) {
      call.reported(call.reported().at(now));
      outbox.emit(
          new Effect.Tell.PositionChanged(
              new PositionChanged(call.visit(), call.wanted(), before, now)));
    }
  }

  /** The call is in another phase, or rings other phones. */
  void entered(Call call) {
    List<Ring> rings = call.reported().rings();
    if (call.phase() instanceof Ringing ringing) {
      rings(call, rings, ringing);
    } else if (!rings.isEmpty()) {
      if (call.phase() instanceof Talking talking) {
        rings.forEach(ring -> stopped(call, ring, answered(ring, talking.by())));
      } else {
        rings.forEach(ring -> stopped(call, ring, Why.TAKEN_BACK));
      }
      call.reported(call.reported().ringing(List.of()));
    }
  }

  private static Why answered(Ring ring, Party by) {
    boolean here =
        by.extension().filter(ring.extension()::equals).isPresent()
            && by.device().filter(ring.device()::equals).isPresent();
    return here ? Why.ANSWERED : Why.ANSWERED_ELSEWHERE;
  }

  private void rings(Call call, List<Ring> before, Ringing ringing) {
    List<RingTarget> targets = ringing.attempt().targets();
    if (isAt(before, targets)) {
      return;
    }
    List<Ring> now = goingOn(call, targets, Why.TAKEN_BACK);
    for (RingTarget target : targets) {
      if (now.stream().noneMatch(ring -> ring.isAt(target))) {
        now.add(started(call, ringing, target));
      }
    }
    call.reported(call.reported().ringing(now));
  }

  private static boolean isAt(List<Ring> rings, List<RingTarget> targets) {
    boolean same = rings.size() == targets.size();
    for (int at = 0; same && at < rings.size(); at++) {
      same = rings.get(at).isAt(targets.get(at));
    }
    return same;
  }

  private Ring started(Call call, Ringing ringing, RingTarget target) {
    Ring ring =
        new Ring(ringing.attempt().token(), target.extension(), target.device(), state.now());
    outbox.emit(new Effect.Tell.RingStarted(of(call, ring)));
    return ring;
  }

  private static RingStarted of(Call call, Ring ring) {
    return new RingStarted(
        call.visit(), ring.token(), ring.extension(), ring.device(), call.wanted());
  }

  private void stopped(Call call, Ring ring, Why why) {
    Duration rang = Duration.between(ring.since(), state.now());
    outbox.emit(new Effect.Tell.RingStopped(new RingStopped(of(call, ring), why, rang)));
  }

  /** The rings of a call are over, but for phones that go on. */
  void ringsOver(Call call, List<RungPhone> goingOn, Why why) {
    List<Ring> left = goingOn(call, RungPhone.targets(goingOn), why);
    if (left.size() < call.reported().rings().size()) {
      call.reported(call.reported().ringing(left));
    }
  }

  /** The rings at these phones; of the others it is told that they are over. */
  private List<Ring> goingOn(Call call, List<RingTarget> phones, Why why) {
    List<Ring> on = new ArrayList<>();
    for (Ring ring : call.reported().rings()) {
      if (phones.stream().anyMatch(ring::isAt)) {
        on.add(ring);
      } else {
        stopped(call, ring, why);
      }
    }
    return on;
  }

  /** The channels of a talk. */
  static Channels channels(Call call, Optional<Channel> agent) {
    return new Channels(call.channel(), agent);
  }

  void talkBegun(Call call, Party with, Optional<Channel> agent) {
    outbox.emit(
        new Effect.Tell.TalkBegun(new TalkBegun(call.visit(), with, channels(call, agent))));
  }

  void talkEnded(Call call, Party with, Duration talked) {
    outbox.emit(new Effect.Tell.TalkEnded(new TalkEnded(call.visit(), with, talked)));
  }

  /** Somebody hung up, and the caller's channel is gone. */
  void hungUp(Call call, HangUpSide by) {
    outbox.emit(new Effect.Tell.HungUp(new HungUp(call.visit(), by)));
  }

  /** The wrap-up of an extension begins: the one before is over with it. */
  void wrapUpBegins(DirectoryNumber extension, Call call, Duration time) {
    if (time.isZero()) {
      return;
    }
    if (state.extensions().times(extension).wrapUp().isPresent()) {
      wrapUpIsOver(extension);
    }
    Instant until = state.now().plus(time);
    state.extensions().wrapsUp(extension, Optional.of(new WrapUp(state.now(), until)));
    state.timers().wrapUp(extension, until);
    outbox.emit(new Effect.Tell.WrapUpBegun(new WrapUpBegun(extension, call.visit(), until)));
  }

  /** The wrap-up of an extension is over. */
  void wrapUpIsOver(DirectoryNumber extension) {
    state.extensions().wrapsUp(extension, Optional.empty());
    outbox.emit(new Effect.Tell.WrapUpEnded(extension));
  }
}
