package io.ringwright.micrometer;

import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.LimitedUse;
import io.ringwright.call.Party;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision;
import io.ringwright.call.Visit;
import io.ringwright.micrometer.Journeys.Delivery;
import io.ringwright.micrometer.Journeys.Journey;
import io.ringwright.port.RoutingListener;
import io.ringwright.telling.Answered;
import io.ringwright.telling.Joined;
import io.ringwright.telling.KeyUsed;
import io.ringwright.telling.RingStarted;
import io.ringwright.telling.RingStopped;
import io.ringwright.telling.TalkEnded;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Counts and measures what a listener is told.
 *
 * <p>Thread safety: called by one thread at a time.
 */
final class MeteringListener implements RoutingListener {

  /** So many calls are remembered at once. */
  private static final int MOST_CALLS = 100_000;

  private final CallMeters meters;
  private final GroupTags groups;
  private final ServiceLevel level;
  private final Duration target;
  private final LongSupplier nanoseconds;
  private final Journeys journeys = new Journeys(MOST_CALLS);

  /** The listener with settings of a builder. */
  MeteringListener(RoutingMetersBuilder from, GroupTags groups, ServiceLevel level) {
    this.meters = CallMeters.in(from.registry(), from.target);
    this.groups = groups;
    this.level = level;
    this.target = from.target;
    this.nanoseconds = from.nanoseconds;
  }

  @Override
  public void callArrived(InboundCall call, Visit visit) {
    String group = groups.ofNumber(call.called());
    journeys.begin(visit, group);
    meters.counts().arrived().withTag(Tags.GROUP, group).increment();
  }

  @Override
  public void joined(Joined joined) {
    journeys.waitsFor(joined.visit(), groups.of(joined.waitingFor()));
  }

  @Override
  public void decided(RoutingAnswer answer) {
    meters.counts().decisions().withTags(DecisionTags.of(answer.decision())).increment();
  }

  @Override
  public void delivering(RoutingAnswer answer) {
    if (answer.decision() instanceof RoutingDecision.Ring ring) {
      journeys
          .of(answer.call())
          .ifPresent(
              journey -> {
                endDelivery(journey, "failed");
                journey.delivering(new Delivery(ring.token(), nanoseconds.getAsLong()));
              });
    }
  }

  @Override
  public void ringStarted(RingStarted ring) {
    Journey journey = journeys.of(ring.visit());
    journey
        .delivery()
        .ifPresent(
            moved ->
                endDelivery(journey, moved.token().equals(ring.token()) ? "landed" : "failed"));
  }

  private void endDelivery(Journey journey, String outcome) {
    journey
        .endDelivery()
        .ifPresent(
            moved ->
                meters
                    .deliveries()
                    .withTags(Tags.GROUP, journey.group(), Tags.OUTCOME, outcome)
                    .record(nanoseconds.getAsLong() - moved.since(), TimeUnit.NANOSECONDS));
  }

  @Override
  public void ringEnded(RingStopped ring) {
    meters
        .rings()
        .withTags(
            Tags.GROUP,
            journeys.of(ring.ring().visit()).group(),
            Tags.OUTCOME,
            Tags.value(ring.why()))
        .record(ring.rang());
  }

  @Override
  public void answered(Answered answered) {
    Journey journey = journeys.of(answered.visit());
    if (journey.answered()) {
      boolean inTime = answered.waited().compareTo(target) <= 0;
      waited(journey, CallOutcome.ANSWERED, answered.waited());
      level.count(journey.group(), inTime);
      if (inTime) {
        meters.counts().inTime().withTag(Tags.GROUP, journey.group()).increment();
      }
    }
  }

  @Override
  public void answeredByOutsider(Answered answered) {
    answered(answered);
  }

  @Override
  public void talkEnded(TalkEnded talk) {
    meters.talks().withTag(Tags.GROUP, journeys.of(talk.visit()).group()).record(talk.talked());
  }

  @Override
  public void ended(Visit visit, CallOutcome outcome, Duration waited) {
    Journey journey = journeys.end(visit);
    endDelivery(journey, outcome == CallOutcome.ABANDONED ? "caller-gone" : "failed");
    meters
        .counts()
        .ended()
        .withTags(Tags.GROUP, journey.group(), Tags.OUTCOME, Tags.value(outcome))
        .increment();
    if (!outcome.isAnswered()) {
      waited(journey, outcome, waited);
    }
    if (outcome == CallOutcome.ABANDONED) {
      level.count(journey.group(), false);
    }
  }

  private void waited(Journey journey, CallOutcome outcome, Duration waited) {
    meters
        .waits()
        .withTags(Tags.GROUP, journey.group(), Tags.OUTCOME, Tags.value(outcome))
        .record(waited);
  }

  @Override
  public void keyPressed(KeyUsed used) {
    meters
        .counts()
        .keys()
        .withTags(
            Tags.GROUP, journeys.of(used.visit()).group(), "meaning", Tags.value(used.meaning()))
        .increment();
  }

  @Override
  public void transferred(CallId call, Party from, Party to) {
    meters.counts().rare().transfers().increment();
  }

  @Override
  public void leftAlone(DirectoryNumber extension, RingOutcome outcome, Instant until) {
    meters.counts().rare().leftAlone().withTag(Tags.OUTCOME, Tags.value(outcome)).increment();
  }

  @Override
  public void limitReached(CallId call, LimitedUse use, String number) {
    meters.counts().rare().limited().withTag("use", use.word()).increment();
  }

  @Override
  public void ignored(String event, String why) {
    meters.counts().rare().ignored().withTag("event", event).increment();
  }

  @Override
  public void failed(String what, RuntimeException failure) {
    meters.counts().rare().failures().increment();
  }

  /** How many calls are remembered now. */
  int remembered() {
    return journeys.size();
  }
}
