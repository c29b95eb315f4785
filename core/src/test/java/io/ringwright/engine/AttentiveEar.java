package io.ringwright.engine;

import io.ringwright.availability.Attendance;
import io.ringwright.call.Announced;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.LimitedUse;
import io.ringwright.call.Party;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.Visit;
import io.ringwright.port.RoutingListener;
import io.ringwright.telling.Answered;
import io.ringwright.telling.HungUp;
import io.ringwright.telling.Joined;
import io.ringwright.telling.KeyUsed;
import io.ringwright.telling.PositionChanged;
import io.ringwright.telling.RingStarted;
import io.ringwright.telling.RingStopped;
import io.ringwright.telling.TalkBegun;
import io.ringwright.telling.TalkEnded;
import io.ringwright.telling.WrapUpBegun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A listener that remembers. */
final class AttentiveEar implements RoutingListener {

  final List<RoutingAnswer> decisions = new ArrayList<>();
  final List<RoutingAnswer> deliveries = new ArrayList<>();
  final List<String> announced = new ArrayList<>();
  final List<String> answers = new ArrayList<>();
  final List<Answered> answered = new ArrayList<>();
  final List<String> transfers = new ArrayList<>();
  final List<String> failures = new ArrayList<>();
  final List<String> limits = new ArrayList<>();
  final List<String> ignored = new ArrayList<>();
  final List<String> whyIgnored = new ArrayList<>();
  final List<String> attendances = new ArrayList<>();
  final VisitBook visits = new VisitBook();
  final TellingBook book = new TellingBook();

  /** Rings, talks, wrap-ups and hang-ups, in order. */
  final List<String> story = new ArrayList<>();

  private final Map<CallId, Integer> decisionsBeforeEnd = new HashMap<>();
  private final Map<CallId, Duration> waits = new HashMap<>();

  @Override
  public void decided(RoutingAnswer answer) {
    decisions.add(answer);
  }

  @Override
  public void announced(Announced told) {
    announced.add(
        told.visit().call()
            + ": "
            + told.announcement()
            + told.number().map(number -> " number " + number).orElse(""));
  }

  @Override
  public void delivering(RoutingAnswer answer) {
    deliveries.add(answer);
  }

  @Override
  public void answered(Answered told) {
    answered.add(told);
    String by = told.by().extension().orElseThrow().digits();
    answers.add(told.visit().call() + " by " + by + " after " + told.waited().toSeconds() + " s");
  }

  @Override
  public void answeredByOutsider(Answered told) {
    answers.add(
        told.visit().call() + " by " + told.by() + " after " + told.waited().toSeconds() + " s");
  }

  @Override
  public void joined(Joined joined) {
    book.joined(joined);
  }

  @Override
  public void positionChanged(PositionChanged changed) {
    book.positionChanged(changed);
  }

  @Override
  public void keyPressed(KeyUsed used) {
    book.keyPressed(used);
  }

  @Override
  public void ringStarted(RingStarted ring) {
    book.ringStarted(ring);
    story.add(of(ring) + " rings");
  }

  @Override
  public void ringEnded(RingStopped ring) {
    book.ringEnded(ring);
    story.add(of(ring.ring()) + " " + ring.why() + " after " + ring.rang().toSeconds() + " s");
  }

  private static String of(RingStarted ring) {
    return ring.visit().call() + " at " + ring.device().name();
  }

  @Override
  public void talkBegun(TalkBegun talk) {
    book.talkBegun(talk);
    story.add(talk.visit().call() + " talks with " + talk.with());
  }

  @Override
  public void talkEnded(TalkEnded talk) {
    book.talkEnded(talk);
    story.add(
        talk.visit().call()
            + " talked with "
            + talk.with()
            + " for "
            + talk.talked().toSeconds()
            + " s");
  }

  @Override
  public void wrapUpBegun(WrapUpBegun wrapUp) {
    book.wrapUpBegun(wrapUp);
    story.add(wrapUp.extension() + " wraps up until " + wrapUp.until());
  }

  @Override
  public void wrapUpEnded(DirectoryNumber extension) {
    book.wrapUpEnded(extension);
    story.add(extension + " wrapped up");
  }

  @Override
  public void hungUp(HungUp hungUp) {
    book.hungUp(hungUp);
    story.add(hungUp.visit().call() + " hung up by " + hungUp.by());
  }

  @Override
  public void transferred(CallId call, Party from, Party to) {
    transfers.add(call + " from " + from + " to " + to);
  }

  @Override
  public void takenOver(CallId call, CallId by) {
    transfers.add(call + " taken over by " + by);
  }

  @Override
  public void callArrived(InboundCall call, Visit visit) {
    visits.begins(visit);
  }

  @Override
  public void ended(Visit visit, CallOutcome outcome, Duration waited) {
    visits.ends(visit, outcome);
    book.ended(visit, outcome, waited);
    CallId call = visit.call();
    decisionsBeforeEnd.put(call, decisions.size());
    waits.put(call, waited);
  }

  @Override
  public void attendanceChanged(DirectoryNumber extension, Attendance attendance) {
    attendances.add(
        extension
            + attendance.pausedFor().map(reason -> " paused for " + reason).orElse(" not paused"));
  }

  @Override
  public void attendanceChanged(
      DirectoryNumber extension, DirectoryNumber group, Attendance attendance) {
    attendances.add(extension + " " + attendance.words() + " in " + group);
  }

  @Override
  public void limitReached(CallId call, LimitedUse use, String number) {
    limits.add(use.word() + " " + number);
  }

  @Override
  public void ignored(String event, String why) {
    ignored.add(event);
    whyIgnored.add(event + ": " + why);
  }

  @Override
  public void failed(String what, RuntimeException failure) {
    failures.add(what + ": " + failure.getMessage());
  }

  /** Every outcome that was told of a call: one for each of its visits, when all is well. */
  List<CallOutcome> outcomesOf(String call) {
    return visits.endsOf(CallId.of(call));
  }

  /** How many decisions had been told when the end of a call was. */
  int decisionsBeforeEndOf(String call) {
    return decisionsBeforeEnd.getOrDefault(CallId.of(call), 0);
  }

  Duration waitOf(String call) {
    return waits.getOrDefault(CallId.of(call), Duration.ZERO);
  }
}
