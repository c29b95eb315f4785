package io.ringwright.port;

import io.ringwright.availability.Attendance;
import io.ringwright.call.Announced;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.LimitedUse;
import io.ringwright.call.Party;
import io.ringwright.call.RingOutcome;
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
import io.ringwright.telling.WrapUpBegun;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Two listeners, one after the other. The second is told even if the first throws.
 *
 * @param first is told first
 * @param second is told after that
 */
record BothListeners(RoutingListener first, RoutingListener second) implements RoutingListener {

  private void each(Consumer<RoutingListener> told) {
    try {
      told.accept(first);
    } finally {
      told.accept(second);
    }
  }

  @Override
  public void callArrived(InboundCall call, Visit visit) {
    each(listener -> listener.callArrived(call, visit));
  }

  @Override
  public void decided(RoutingAnswer answer) {
    each(listener -> listener.decided(answer));
  }

  @Override
  public void delivering(RoutingAnswer answer) {
    each(listener -> listener.delivering(answer));
  }

  @Override
  public void announced(Announced told) {
    each(listener -> listener.announced(told));
  }

  @Override
  public void joined(Joined joined) {
    each(listener -> listener.joined(joined));
  }

  @Override
  public void positionChanged(PositionChanged changed) {
    each(listener -> listener.positionChanged(changed));
  }

  @Override
  public void keyPressed(KeyUsed used) {
    each(listener -> listener.keyPressed(used));
  }

  @Override
  public void ringStarted(RingStarted ring) {
    each(listener -> listener.ringStarted(ring));
  }

  @Override
  public void ringEnded(RingStopped ring) {
    each(listener -> listener.ringEnded(ring));
  }

  @Override
  public void answered(Answered answered) {
    each(listener -> listener.answered(answered));
  }

  @Override
  public void answeredByOutsider(Answered answered) {
    each(listener -> listener.answeredByOutsider(answered));
  }

  @Override
  public void talkBegun(TalkBegun talk) {
    each(listener -> listener.talkBegun(talk));
  }

  @Override
  public void talkEnded(TalkEnded talk) {
    each(listener -> listener.talkEnded(talk));
  }

  @Override
  public void wrapUpBegun(WrapUpBegun wrapUp) {
    each(listener -> listener.wrapUpBegun(wrapUp));
  }

  @Override
  public void wrapUpEnded(DirectoryNumber extension) {
    each(listener -> listener.wrapUpEnded(extension));
  }

  @Override
  public void hungUp(HungUp hungUp) {
    each(listener -> listener.hungUp(hungUp));
  }

  @Override
  public void transferred(CallId call, Party from, Party to) {
    each(listener -> listener.transferred(call, from, to));
  }

  @Override
  public void takenOver(CallId call, CallId by) {
    each(listener -> listener.takenOver(call, by));
  }

  @Override
  public void ended(Visit visit, CallOutcome outcome, Duration waited) {
    each(listener -> listener.ended(visit, outcome, waited));
  }

  @Override
  public void attendanceChanged(DirectoryNumber extension, Attendance attendance) {
    each(listener -> listener.attendanceChanged(extension, attendance));
  }

  @Override
  public void attendanceChanged(
      DirectoryNumber extension, DirectoryNumber group, Attendance attendance) {
    each(listener -> listener.attendanceChanged(extension, group, attendance));
  }

  @Override
  public void leftAlone(DirectoryNumber extension, RingOutcome outcome, Instant until) {
    each(listener -> listener.leftAlone(extension, outcome, until));
  }

  @Override
  public void limitReached(CallId call, LimitedUse use, String number) {
    each(listener -> listener.limitReached(call, use, number));
  }

  @Override
  public void ignored(String event, String why) {
    each(listener -> listener.ignored(event, why));
  }

  @Override
  public void failed(String what, RuntimeException failure) {
    each(listener -> listener.failed(what, failure));
  }

  @Override
  public void missed(long tellings) {
    each(listener -> listener.missed(tellings));
  }
}
