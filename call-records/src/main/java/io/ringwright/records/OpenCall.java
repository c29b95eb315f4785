package io.ringwright.records;

import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.CallerId;
import io.ringwright.call.Channel;
import io.ringwright.call.Destination;
import io.ringwright.call.HangUpSide;
import io.ringwright.call.InboundCall;
import io.ringwright.call.Party;
import io.ringwright.call.RoutingDecision;
import io.ringwright.call.RoutingExplanation;
import io.ringwright.call.Visit;
import io.ringwright.records.CallRecord.Answer;
import io.ringwright.records.CallRecord.Ending;
import io.ringwright.records.CallRecord.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was told of a visit that is not over.
 *
 * <p>Thread safety: confined to its {@link CallBook}.
 */
final class OpenCall {

  /** More stays than this are not kept of one visit: the first ones and the last one are. */
  static final int MOST_STAYS = 64;

  private final Visit visit;
  private Origin origin;
  private final List<Stay> stays = new ArrayList<>();
  private int stayCount;
  private @Nullable OpenStay current;
  private @Nullable OpenStay next;
  private @Nullable OpenStay answeredAt;
  private @Nullable Answer answer;
  private @Nullable RoutingExplanation explanation;
  private String reason = "";
  private HangUpSide hungUpBy = HangUpSide.UNKNOWN;
  private final OpenLegs legs;

  private OpenCall(Visit visit, Origin origin) {
    this.visit = visit;
    this.origin = origin;
    this.legs = new OpenLegs(visit);
  }

  /** A call that arrives. */
  static OpenCall arriving(InboundCall call, Visit visit, Instant now) {
    return new OpenCall(
        visit,
        new Origin(
            now,
            true,
            call.caller(),
            Optional.of(call.called()),
            Optional.of(call.channel()),
            Optional.of(call.priority())));
  }

  /** A call of whose arrival nothing was told. */
  static OpenCall unseen(Visit visit, Instant now) {
    return new OpenCall(
        visit,
        new Origin(
            now, false, CallerId.unknown(), Optional.empty(), Optional.empty(), Optional.empty()));
  }

  CallId id() {
    return visit.call();
  }

  Visit visit() {
    return visit;
  }

  Origin origin() {
    return origin;
  }

  OpenLegs legs() {
    return legs;
  }

  /** The wait that is told with the end: until the answer, or until now. */
  void waitedInAll(Duration waited, Instant now) {
    Answer known = answer;
    waited(waited, known == null ? now : known.at());
    if (known != null && !origin.seen()) {
      answer =
          new Answer(
              known.at(), known.by(), known.agent(), waited, known.talked(), known.handOvers());
    }
  }

  /** The wait of a call whose arrival was not told says when that was. */
  void waited(Duration waited, Instant until) {
    if (!origin.seen()) {
      origin =
          new Origin(
              until.minus(waited),
              false,
              origin.caller(),
              origin.called(),
              origin.channel(),
              origin.priority());
    }
  }

  // Stays

  /** Where it stands; null if nowhere yet, or no more. */
  @Nullable OpenStay current() {
    return current;
  }

  /** Where it goes, as long as nobody has said why. */
  @Nullable OpenStay next() {
    return next;
  }

  /** The stay in which somebody answered; null before. */
  @Nullable OpenStay answeredAt() {
    return answeredAt;
  }

  /** Whether a stay may have begun before anything was told of this visit. */
  boolean wasEnteredBefore(OpenStay stay) {
    return !origin.seen() && stay.number() == 0;
  }

  /** When a stay began. */
  Instant entered(OpenStay stay) {
    return wasEnteredBefore(stay) ? origin.arrived() : stay.entered();
  }

  OpenStay begin(OpenStay stay) {
    current = stay;
    next = null;
    return stay;
  }

  OpenStay stayAt(Destination at, Instant now) {
    return new OpenStay(stayCount++, at, now);
  }

  void goesTo(OpenStay stay) {
    next = stay;
  }

  /** The current stay ends. */
  Stay leave(OpenStay stay, Stay.End end) {
    Stay over = stay.ended(entered(stay), end);
    if (stays.size() == MOST_STAYS) {
      stays.remove(MOST_STAYS - 1);
    }
    stays.add(over);
    current = null;
    return over;
  }

  // Answers

  /** What was decided last, and why. */
  void decided(RoutingDecision decision, RoutingExplanation why) {
    explanation = why;
    reason = "";
    if (decision instanceof RoutingDecision.Reject reject) {
      reason = reject.reason().word();
    } else if (decision instanceof RoutingDecision.Divert divert) {
      reason = divert.to().digits();
    } else if (decision instanceof RoutingDecision.HandBack back) {
      reason = back.to().toString();
    }
  }

  /** Why it was rejected, or where it was led. */
  String reason() {
    return reason;
  }

  @Nullable RoutingExplanation explanation() {
    return explanation;
  }

  @Nullable Answer answer() {
    return answer;
  }

  /** Somebody answered. */
  void answeredBy(Party party, Optional<Channel> agent, Instant at, Duration waited) {
    answeredAt = current;
    answer = new Answer(at, party, agent, waited, Duration.ZERO, 0);
  }

  /** Somebody talked to the caller. */
  void talked(Duration time) {
    Answer known = answer;
    if (known != null) {
      answer =
          new Answer(
              known.at(),
              known.by(),
              known.agent(),
              known.waited(),
              known.talked().plus(time),
              known.handOvers());
    }
  }

  /** Somebody else has the caller. */
  void handedOver() {
    Answer known = answer;
    if (known != null) {
      answer =
          new Answer(
              known.at(),
              known.by(),
              known.agent(),
              known.waited(),
              known.talked(),
              known.handOvers() + 1);
    }
  }

  void hungUpBy(HangUpSide side) {
    hungUpBy = side;
  }

  HangUpSide hungUpBy() {
    return hungUpBy;
  }

  /** The record, when the visit is over. */
  CallRecord record(CallOutcome outcome, Duration waited, Instant now) {
    String led = outcome.isAnswered() ? "" : reason;
    Ending ending =
        new Ending(now, outcome, hungUpBy, led, waited, ExplanationDigest.of(explanation));
    return new CallRecord(visit, origin, stays, Optional.ofNullable(answer), ending);
  }
}
