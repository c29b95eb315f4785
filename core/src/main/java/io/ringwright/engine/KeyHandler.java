package io.ringwright.engine;

import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingExplanation.Rule;
import io.ringwright.directory.CallBackSounds;
import io.ringwright.directory.WaitingPolicy.Leaving;
import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.CallPhase.Attempt;
import io.ringwright.engine.state.CallPhase.Ringing;
import io.ringwright.engine.state.CallPhase.Waiting;
import io.ringwright.engine.state.EngineState;
import io.ringwright.event.RouterEvent.KeyPressed;
import io.ringwright.routing.RoutedCaller;
import io.ringwright.routing.RoutingRules;
import io.ringwright.routing.Trail;
import io.ringwright.routing.Verdict;
import io.ringwright.routing.WaitingAdmission;
import io.ringwright.telling.KeyUsed.Meaning;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A caller presses a key, while waiting or while phones ring: to go elsewhere at the old place, or
 * to be called back.
 */
final class KeyHandler {

  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private final EngineState state;
  private final Outbox outbox;
  private final Answers answers;
  private final Transitions transitions;
  private final Matching matching;
  private final Decisions decisions;
  private final Reservations reservations;
  private final UseGuard guard;
  private final CallBacks callBacks;
  private final CallBackInquiry inquiries;

  KeyHandler(BasicParts basic, EngineParts parts) {
    this.state = basic.state();
    this.outbox = basic.outbox();
    this.answers = basic.answers();
    this.transitions = basic.transitions();
    this.matching = parts.matching();
    this.decisions = parts.decisions();
    this.reservations = basic.reservations();
    this.guard = new UseGuard(state, outbox);
    this.callBacks = new CallBacks(basic, parts, this::ringsOn);
    this.inquiries = new CallBackInquiry(callBacks, basic);
  }

  CallBacks callBacks() {
    return callBacks;
  }

  /**
   * A key was pressed.
   *
   * @param alive what a caller who waits is told anyway, as at a sign of life
   */
  RoutingAnswer pressed(KeyPressed event, Supplier<RoutingAnswer> alive) {
    RememberedCall remembered = event.call();
    Optional<Call> rung = state.call(remembered.id()).filter(CallBacks::isRung);
    if (rung.isPresent()) {
      transitions.spoke(rung.get(), remembered.channel());
      return by(rung.get(), event, () -> ringsOn(rung.get()));
    }
    RoutingAnswer told = alive.get();
    Optional<Call> waiting =
        state.call(remembered.id()).filter(call -> call.phase() instanceof Waiting);
    if (waiting.isEmpty()) {
      state.call(remembered.id()).ifPresent(call -> callBacks.tell(call, event, Meaning.NOTHING));
      outbox.ignored("key", "call " + remembered.id() + " does not wait");
      return told;
    }
    return by(waiting.get(), event, () -> told);
  }

  /** What a key leads to, or else. */
  private RoutingAnswer by(Call call, KeyPressed event, Supplier<RoutingAnswer> otherwise) {
    DirectoryNumber key = event.key();
    Leaving leaving = WaitingAdmission.policy(call.wanted(), state.phones()).leaving();
    if (event.inquiry().isPresent() && CallBacks.isRung(call)) {
      callBacks.tell(call, event, Meaning.NOTHING); // The delivery has ended the question.
      return otherwise.get();
    }
    if (event.inquiry().isPresent()) {
      return inquiries.answered(call, event, leaving, otherwise);
    }
    if (leaving.callBackKey().filter(key::equals).isPresent()) {
      return leaving.confirmation().isPresent()
          ? confirmed(call, event, leaving.confirmation().get())
          : callBacks.callBackToOwnNumber(call, event);
    }
    Optional<Destination> to = Optional.ofNullable(leaving.keys().get(key));
    if (to.isEmpty()) {
      callBacks.tell(call, event, Meaning.NOTHING);
      outbox.ignored("key", "key " + key + " leads nowhere for " + call.wanted());
      return otherwise.get();
    }
    Trail trail = answers.trail();
    trail.note(0, "call " + call.id(), Rule.ADMISSION, "leaves by key ", key, " to ", to.get());
    try (Matching.Turn turn = matching.turnOf(call, trail)) {
      return left(call, event, to.get(), trail);
    }
  }

  /** Dial ended with the key: the same phones ring for what is left of their ring time. */
  private RoutingAnswer ringsOn(Call call) {
    Ringing now = (Ringing) call.phase();
    Instant end = now.checkAt().minus(Reservations.LEASE_GRACE);
    Duration left = Duration.between(state.now(), end);
    Attempt on = now.attempt().ringingFor(left.compareTo(SHORTEST) < 0 ? SHORTEST : left);
    Duration rung = now.attempt().ringTime().minus(on.ringTime());
    on.phones().forEach(phone -> call.rang(phone.extension(), rung));
    transitions.ringing(call, on);
    return decisions.told(answers.standing(call, on));
  }

  /** Whoever would be turned away elsewhere stays here. */
  private RoutingAnswer left(Call call, KeyPressed event, Destination to, Trail trail) {
    Verdict verdict =
        to instanceof Destination.ToDialplan dialplan
            ? new Verdict.HandBack(dialplan.place())
            : elsewhere(call, to, trail);
    boolean stays = verdict instanceof Verdict.Refuse;
    callBacks.tell(call, event, stays ? Meaning.STAYS : Meaning.LEAVES, Optional.of(to));
    if (verdict instanceof Verdict.Refuse refuse) {
      trail.note(0, "call " + call.id(), Rule.ADMISSION, "stays: ", refuse.reason().word());
      return CallBacks.isRung(call)
          ? ringsOn(call)
          : decisions.say(call, answers.waiting(call), trail);
    }
    reservations.free(call);
    if (call.preferred().isPresent()) {
      transitions.prefer(call, Optional.empty()); // For what was called, and not for this.
    }
    if (!(verdict instanceof Verdict.HandBack)) {
      transitions.change(call, to);
    }
    state.leaveQueue(call);
    call.calledBack(); // Whoever presses a key has not hung up.
    return decisions.settle(call, verdict, trail);
  }

  private Verdict elsewhere(Call call, Destination to, Trail trail) {
    RoutedCaller caller = call.routed().wantingSince(state.now()).preferringNobody();
    WaitingAdmission.Admitted newcomer = call.newcomer(state.now());
    return guard.limited(call, RoutingRules.decide(to, caller, newcomer, matching.facts(), trail));
  }

  /** Where a phone rings already, nobody is asked for a number: it rings on. */
  private RoutingAnswer confirmed(Call call, KeyPressed event, CallBackSounds sounds) {
    if (CallBacks.isRung(call)) {
      callBacks.tell(call, event, Meaning.NOTHING);
      outbox.ignored("key", "call " + call.id() + " rings: no number is confirmed meanwhile");
      return ringsOn(call);
    }
    return inquiries.begin(call, event, sounds);
  }
}
