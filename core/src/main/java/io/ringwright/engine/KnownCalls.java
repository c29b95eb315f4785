package io.ringwright.engine;

import io.ringwright.announcement.Told;
import io.ringwright.call.CallId;
import io.ringwright.call.Destination;
import io.ringwright.call.InboundCall;
import io.ringwright.call.OrderAnswer;
import io.ringwright.call.OrderRefusal;
import io.ringwright.call.RejectReason;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision;
import io.ringwright.call.RoutingExplanation;
import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.Calls;
import io.ringwright.engine.state.EngineState;
import io.ringwright.routing.RoutedCaller.Preferred;
import io.ringwright.routing.WaitingAdmission;
import io.ringwright.waiting.Place;
import io.ringwright.waiting.WaitingCall;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Finds the call of a channel, and takes in calls that the engine does not know. */
final class KnownCalls {

  /** The dialplan falls back much sooner where no engine answers. */
  static final Duration LONGEST_OUTAGE = Duration.ofMinutes(10);

  private final EngineState state;
  private final Outbox outbox;
  private final Answers answers;
  private final Transitions transitions;

  KnownCalls(EngineState state, Outbox outbox, Answers answers, Transitions transitions) {
    this.state = state;
    this.outbox = outbox;
    this.answers = answers;
    this.transitions = transitions;
  }

  /** A call that arrives now; it is not opened, and in no queue yet. */
  Call arriving(InboundCall call) {
    return preferring(call, new Call(waiting(call, state.drawTicket()), state.now()));
  }

  /** A call that would arrive now, for a question. */
  Call imagined(InboundCall call) {
    return preferring(call, new Call(waiting(call, state.nextTicket()), state.now()));
  }

  private Call preferring(InboundCall call, Call opened) {
    opened.prefer(
        call.preferred()
            .map(each -> new Preferred(each.extension(), state.now().plus(each.time()))));
    return opened;
  }

  /**
   * The answer to a channel whose call is not taken in again: it was withdrawn, or ended a moment
   * ago while the question was under way. If the caller is there after all, the next sign of life
   * is believed, and asked for as soon as it can be.
   */
  Optional<RoutingAnswer> refused(RememberedCall call, String event) {
    if (state.call(call.id()).isPresent()) {
      return Optional.empty();
    }
    if (state.calls().isWithdrawn(call.id())) {
      outbox.ignored(event, "call " + call.id() + " was withdrawn");
      return Optional.of(rejected(call.id(), RejectReason.WITHDRAWN));
    }
    if (state.calls().endedLately(call.id(), state.now())) {
      outbox.ignored(event, "call " + call.id() + " was over a moment ago");
      Call over = new Call(remembered(call, state.nextTicket()), state.now());
      RoutingAnswer wait = answers.waitOn(over, "over a moment ago");
      return Optional.of(wait.askingAgainAfter(Calls.CROSSING_TOLERANCE));
    }
    return Optional.empty();
  }

  /** The call whose channel speaks; one that is not known is taken in at the place it remembers. */
  Call heard(RememberedCall call) {
    Call heard = state.call(call.id()).orElseGet(() -> adopt(call));
    transitions.spoke(heard, call.channel());
    return heard;
  }

  /** Takes in a call of which the engine knows nothing. */
  Call adopt(RememberedCall call) {
    state.arrivals().note(call.since(), state.now());
    Call adopted = new Call(remembered(call, state.drawTicket()), state.now());
    if (call.since().isAfter(state.now()) || hasWaitedImpossiblyLong(adopted)) {
      adopted.want(adopted.wanted(), state.now());
    }
    if (WaitTreatments.hearing(state, adopted.wanted()).announcements().tellAnything()) {
      adopted.tell(Told.nothing(state.now())); // It has waited before: it is past the join message.
    }
    state.open(adopted);
    transitions.joinUnasked(adopted);
    return adopted;
  }

  /**
   * Whether its longest wait ended longer ago than a caller waits for an engine that is away: then
   * the clock was set forward, and the wait is counted anew, as it is where the clock was set back.
   * The place is that of its arrival.
   */
  private boolean hasWaitedImpossiblyLong(Call call) {
    Duration longest = WaitingAdmission.policy(call.wanted(), state.phones()).longestWait();
    Instant end = call.wantedSince().plus(longest);
    return Duration.between(end, state.now()).compareTo(LONGEST_OUTAGE) > 0;
  }

  /** The answer to a caller whose call is over. */
  static RoutingAnswer rejected(CallId call, RejectReason reason) {
    return new RoutingAnswer(
        call, new RoutingDecision.Reject(reason), new RoutingExplanation(List.of()));
  }

  static String unknown(CallId call) {
    return "call " + call + " is not known, or over";
  }

  /** Refuses an order of the host about a call that waits no more, or that is not known. */
  OrderAnswer doesNotWait(String order, CallId id) {
    return state.call(id).isPresent()
        ? outbox.refused(order, OrderRefusal.NOT_WAITING, "call " + id + " does not wait")
        : outbox.refused(order, OrderRefusal.UNKNOWN_CALL, unknown(id));
  }

  private WaitingCall waiting(InboundCall call, long ticket) {
    Place place = new Place(call.priority(), state.now().truncatedTo(ChronoUnit.MILLIS), ticket);
    return new WaitingCall(
            call.id(),
            call.channel(),
            call.caller(),
            new Destination.ToExtension(call.called()),
            place)
        .requiring(call.requirements());
  }

  private WaitingCall remembered(RememberedCall call, long ticket) {
    Destination wanted =
        state.phones().lookUp(call.called()).orElse(new Destination.ToExtension(call.called()));
    Place place =
        new Place(call.priority(), state.arrivals().of(call.since(), state.now()), ticket);
    return new WaitingCall(call.id(), call.channel(), call.caller(), wanted, place)
        .requiring(call.requirements());
  }
}
