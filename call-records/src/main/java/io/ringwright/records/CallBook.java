package io.ringwright.records;

import io.ringwright.availability.Attendance;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.Party;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.Visit;
import io.ringwright.telling.Answered;
import io.ringwright.telling.HungUp;
import io.ringwright.telling.Joined;
import io.ringwright.telling.KeyUsed;
import io.ringwright.telling.PositionChanged;
import io.ringwright.telling.RingStarted;
import io.ringwright.telling.RingStopped;
import io.ringwright.telling.TalkBegun;
import io.ringwright.telling.TalkEnded;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Puts together what was told of each call. It has no clock, thread or file: the same tellings at
 * the same instants give the same steps and the same records.
 *
 * <p>Thread safety: one thread at a time.
 */
final class CallBook {

  private final Steps steps;
  private final RecordLimits limits;
  private final Map<CallId, OpenCall> open = new LinkedHashMap<>();
  private final WrapUps wrapUps;
  private long letGo;
  private long changes;

  CallBook(Steps steps, RecordLimits limits) {
    this.steps = steps;
    this.limits = limits;
    this.wrapUps = new WrapUps(steps);
  }

  /** How many visits are not over. */
  int open() {
    return open.size();
  }

  /** How many were let go: they lasted too long, were too many, or their end was not told. */
  long letGo() {
    return letGo;
  }

  // Arrivals and destinations

  void arrived(InboundCall inbound, Visit visit, Instant now) {
    begin(OpenCall.arriving(inbound, visit, now), now);
    steps.arrived(inbound);
  }

  private OpenCall begin(OpenCall call, Instant now) {
    if (open.remove(call.id()) != null) {
      letGo++;
    }
    Iterator<OpenCall> oldest = open.values().iterator();
    while (oldest.hasNext() && isTooMuch(oldest.next(), now)) {
      oldest.remove();
      letGo++;
    }
    open.put(call.id(), call);
    return call;
  }

  private boolean isTooMuch(OpenCall oldest, Instant now) {
    return open.size() >= limits.mostOpen()
        || oldest.origin().arrived().plus(limits.longest()).isBefore(now);
  }

  /** The visit, also if nothing of it was told before. */
  private OpenCall visit(Visit visit, Instant now) {
    OpenCall known = open.get(visit.call());
    return known != null && known.visit().equals(visit)
        ? known
        : begin(OpenCall.unseen(visit, now), now);
  }

  void decided(RoutingAnswer answer, Instant now) {
    OpenCall call = open.get(answer.call());
    if (call != null) {
      call.decided(answer.decision(), answer.explanation());
      Departure.settle(call, steps, now);
    }
  }

  void joined(Joined joined, Instant now) {
    OpenCall call = visit(joined.visit(), now);
    standing(call, joined.waitingFor(), joined.position(), now);
  }

  void positionChanged(PositionChanged changed, Instant now) {
    OpenCall call = visit(changed.visit(), now);
    standing(call, changed.waitingFor(), changed.position(), now);
  }

  /** A call stands at a destination: the stay there goes on, or begins. A position of 0 is none. */
  private void standing(OpenCall call, Destination at, int position, Instant now) {
    OpenStay here = call.next() == null ? call.current() : call.next();
    if (here != null && here.at().equals(at)) {
      here.stands(position);
      return;
    }
    Departure.settle(call, steps, now);
    OpenStay stay = call.stayAt(at, now);
    stay.stands(position);
    if (call.current() == null) {
      steps.entered(call, call.begin(stay), now);
    } else {
      call.goesTo(stay);
    }
  }

  void keyPressed(KeyUsed used, Instant now) {
    OpenCall call = visit(used.visit(), now);
    Departure.settle(call, steps, now);
    OpenStay here = call.current();
    if (here != null && used.meaning() == KeyUsed.Meaning.LEAVES) {
      here.leavesBy(used.key().digits());
    }
  }

  // Rings and talks

  void ringStarted(RingStarted ring, Instant now) {
    OpenCall call = visit(ring.visit(), now);
    standing(call, ring.standing(), 0, now);
    call.legs().ringBegun(ring);
  }

  void ringEnded(RingStopped told, Instant now) {
    OpenCall call = visit(told.ring().visit(), now);
    RingStopped ring = call.legs().asBegun(told);
    if (call.current() == null && call.answer() == null) {
      standing(call, ring.ring().standing(), 0, now.minus(ring.rang()));
    }
    steps.ringOver(call, ring, now);
    call.legs().ringOver(ring, now).ifPresent(steps::leg);
  }

  void answered(Answered told, Instant now) {
    OpenCall call = visit(told.visit(), now);
    Departure.settle(call, steps, now);
    call.waited(told.waited(), now);
    call.answeredBy(told.by(), told.channels().agent(), now, told.waited());
  }

  void talkBegun(TalkBegun talk, Instant now) {
    OpenCall call = visit(talk.visit(), now);
    Departure.settle(call, steps, now);
    if (call.answer() == null) {
      Duration waited = Duration.between(call.origin().arrived(), now);
      call.answeredBy(talk.with(), talk.channels().agent(), now, waited);
    }
    LegRecord leg = call.legs().talkBegun(talk.with(), now);
    OpenStay stay = call.current();
    if (stay != null) {
      steps.connected(call, stay, leg);
      steps.left(call, call.leave(stay, new Stay.End(now, Stay.How.ANSWERED, "")));
    }
  }

  void talkEnded(TalkEnded talk, Instant now) {
    OpenCall call = visit(talk.visit(), now);
    LegRecord leg = call.legs().talkEnded(talk.with(), talk.talked(), now);
    if (call.answer() == null) {
      call.answeredBy(talk.with(), Optional.empty(), now.minus(talk.talked()), Duration.ZERO);
    }
    call.talked(talk.talked());
    wrapUps.talkEnded(leg);
  }

  void handedOver(CallId id, Party to, Instant now) {
    OpenCall call = open.get(id);
    if (call != null) {
      call.handedOver();
      steps.handedOver(call, to, now);
    }
  }

  void wrapUpBegun(DirectoryNumber extension, Visit visit, Instant now) {
    wrapUps.begun(extension, visit, now);
  }

  void wrapUpEnded(DirectoryNumber extension, Instant now) {
    wrapUps.ended(extension, now);
  }

  // Ends

  void hungUp(HungUp hungUp, Instant now) {
    OpenCall call = visit(hungUp.visit(), now);
    Departure.settle(call, steps, now);
    call.hungUpBy(hungUp.by());
  }

  void ended(Visit visit, CallOutcome outcome, Duration waited, Instant now) {
    OpenCall call = visit(visit, now);
    Departure.settle(call, steps, now);
    call.waitedInAll(waited, now);
    OpenStay stay = call.current();
    if (stay != null) {
      steps.left(call, call.leave(stay, Departure.end(call, stay, outcome, now)));
    }
    wrapUps.visitEnded(visit);
    call.legs().rest().forEach(steps::leg);
    open.remove(call.id());
    steps.over(call, call.record(outcome, waited, now));
  }

  void attendance(
      DirectoryNumber extension,
      Optional<DirectoryNumber> group,
      Attendance attendance,
      Instant now) {
    steps.attendance(new AttendanceRecord(extension, group, now, changes++, attendance));
  }

  /** Nothing more is told: legs whose wrap-up is not over are handed out as they are. */
  void close(Instant now) {
    wrapUps.close(now);
  }
}
