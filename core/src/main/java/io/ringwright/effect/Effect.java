package io.ringwright.effect;

import io.ringwright.availability.Attendance;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.Channel;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.LimitedUse;
import io.ringwright.call.Party;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.Token;
import io.ringwright.call.Visit;
import io.ringwright.event.EventRecorder;
import io.ringwright.event.JournalEntry;
import io.ringwright.event.RouterEvent;
import io.ringwright.port.RoutingListener;
import io.ringwright.port.Telephony.Delivery;
import java.time.Duration;
import java.time.Instant;

/** What is to be done outside the engine because of an event. */
public sealed interface Effect {

  /** Carries it out. A kind that does not say how does not compile. */
  void carryOut(Outside outside);

  /** Whether the listener or the recorder is told, and the switch does nothing. */
  default boolean isTelling() {
    return true;
  }

  /** A waiting caller is moved. */
  record Deliver(Delivery delivery) implements Effect {
    @Override
    public boolean isTelling() {
      return false;
    }

    @Override
    public void carryOut(Outside outside) {
      outside
          .telephony()
          .deliver(delivery)
          .thenAccept(
              said ->
                  outside
                      .results()
                      .accept(
                          new RouterEvent.DeliveryAnswered(
                              delivery.call(), delivery.token(), said)));
    }
  }

  /**
   * The switch is asked where a caller is.
   *
   * @param moves how often the call had changed its phase by then
   */
  record AskWhereabouts(CallId call, Channel channel, Token token, int moves) implements Effect {
    @Override
    public boolean isTelling() {
      return false;
    }

    @Override
    public void carryOut(Outside outside) {
      outside
          .telephony()
          .whereabouts(call, channel)
          .thenAccept(
              where ->
                  outside.results().accept(new RouterEvent.CallerSeen(call, token, moves, where)));
    }
  }

  /** So many tellings were dropped, because too many waited. */
  record Missed(long count) implements Effect {
    @Override
    public void carryOut(Outside outside) {
      try {
        outside.recorder().missed(count);
      } finally {
        outside.listener().missed(count);
      }
    }
  }

  /** The listener is told something. */
  sealed interface Tell extends Effect {
    @Override
    default void carryOut(Outside outside) {
      tell(outside.listener());
    }

    /** Tells it. */
    void tell(RoutingListener listener);

    /** A call arrived. */
    record Arrived(InboundCall call, Visit visit) implements Tell {
      @Override
      public void tell(RoutingListener listener) {
        listener.callArrived(call, visit);
      }
    }

    /** A decision was made. */
    record Decided(RoutingAnswer answer) implements Tell {
      @Override
      public void tell(RoutingListener listener) {
        listener.decided(answer);
      }
    }

    /** A waiting caller is on the way to a phone. */
    record Delivering(RoutingAnswer answer) implements Tell {
      @Override
      public void tell(RoutingListener listener) {
        listener.delivering(answer);
      }
    }

    /** A caller who waits was told something. */
    record Announced(io.ringwright.call.Announced told) implements Tell {
      @Override
      public void tell(RoutingListener listener) {
        listener.announced(told);
      }
    }

    /** A call begins to wait. */
    record Joined(io.ringwright.telling.Joined told) implements Tell {
      @Override
      public void tell(RoutingListener listener) {
        listener.joined(told);
      }
    }

    /** A call has another position. */
    record PositionChanged(io.ringwright.telling.PositionChanged told) implements Tell {
      @Override
      public void tell(RoutingListener listener) {
        listener.positionChanged(told);
      }
    }

    /** A caller pressed a key. */
    record KeyUsed(io.ringwright.telling.KeyUsed told) implements Tell {
      @Override
      public void tell(RoutingListener listener) {
        listener.keyPressed(told);
      }
    }

    /** A phone rings. */
    record RingStarted(io.ringwright.telling.RingStarted told) implements Tell {
      @Override
      public void tell(RoutingListener listener) {
        listener.ringStarted(told);
      }
    }

    /** A phone rings no longer. */
    record RingStopped(io.ringwright.telling.RingStopped told) implements Tell {
      @Override
      public void tell(RoutingListener listener) {
        listener.ringEnded(told);
      }
    }

    /** Somebody answered. */
    record Answered(io.ringwright.telling.Answered told) implements Tell {
      @Override
      public void tell(RoutingListener listener) {
        listener.answered(told);
      }
    }

    /** An outsider answered. */
    record AnsweredByOutsider(io.ringwright.telling.Answered told) implements Tell {
      @Override
      public void tell(RoutingListener listener) {
        listener.answeredByOutsider(told);
      }
    }

    /** A talk begins. */
    record TalkBegun(io.ringwright.telling.TalkBegun told) implements Tell {
      @Override
      public void tell(RoutingListener listener) {
        listener.talkBegun(told);
      }
    }

    /** A talk is over. */
    record TalkEnded(io.ringwright.telling.TalkEnded told) implements Tell {
      @Override
      public void tell(RoutingListener listener) {
        listener.talkEnded(told);
      }
    }

    /** A wrap-up begins. */
    record WrapUpBegun(io.ringwright.telling.WrapUpBegun told) implements Tell {
      @Override
      public void tell(RoutingListener listener) {
        listener.wrapUpBegun(told);
      }
    }

    /** Somebody hung up. */
    record HungUp(io.ringwright.telling.HungUp told) implements Tell {
      @Override
      public void tell(RoutingListener listener) {
        listener.hungUp(told);
      }
    }

    /** The wrap-up of an extension is over. */
    record WrapUpEnded(DirectoryNumber extension) implements Tell {
      @Override
      public void tell(RoutingListener listener) {
        listener.wrapUpEnded(extension);
      }
    }

    /** Somebody else has the caller. */
    record Transferred(CallId call, Party from, Party to) implements Tell {
      @Override
      public void tell(RoutingListener listener) {
        listener.transferred(call, from, to);
      }
    }

    /** Another caller goes on at the place of a call. */
    record TakenOver(CallId call, CallId by) implements Tell {
      @Override
      public void tell(RoutingListener listener) {
        listener.takenOver(call, by);
      }
    }

    /** A visit of a call ended. */
    record Ended(Visit visit, CallOutcome outcome, Duration waited) implements Tell {
      @Override
      public void tell(RoutingListener listener) {
        listener.ended(visit, outcome, waited);
      }
    }

    /** The person of an extension logged in or out, paused or resumed, or was paused. */
    record AttendanceChanged(DirectoryNumber extension, Attendance attendance) implements Tell {
      @Override
      public void tell(RoutingListener listener) {
        listener.attendanceChanged(extension, attendance);
      }
    }

    /** The same in one hunt group. */
    record GroupAttendanceChanged(
        DirectoryNumber extension, DirectoryNumber group, Attendance attendance) implements Tell {
      @Override
      public void tell(RoutingListener listener) {
        listener.attendanceChanged(extension, group, attendance);
      }
    }

    /** Calls through hunt groups leave an extension alone: it missed rings in a row. */
    record LeftAlone(DirectoryNumber extension, RingOutcome outcome, Instant until)
        implements Tell {
      @Override
      public void tell(RoutingListener listener) {
        listener.leftAlone(extension, outcome, until);
      }
    }

    /** A limit was reached, and something was refused. */
    record LimitReached(CallId call, LimitedUse use, String number) implements Tell {
      @Override
      public void tell(RoutingListener listener) {
        listener.limitReached(call, use, number);
      }
    }

    /** An event changed nothing. */
    record Ignored(String event, String why) implements Tell {
      @Override
      public void tell(RoutingListener listener) {
        listener.ignored(event, why);
      }
    }

    /** Code of the host failed, and the engine went on without it. */
    record Failed(String what, RuntimeException failure) implements Tell {
      @Override
      public void tell(RoutingListener listener) {
        listener.failed(what, failure);
      }
    }
  }

  /** Something is recorded. */
  sealed interface TakeDown extends Effect {
    @Override
    default void carryOut(Outside outside) {
      takeDown(outside.recorder());
    }

    /** Records it. */
    void takeDown(EventRecorder recorder);

    /** An event. */
    record Happened(JournalEntry entry) implements TakeDown {
      @Override
      public void takeDown(EventRecorder recorder) {
        recorder.happened(entry);
      }
    }

    /** A delivery that it brought about. */
    record Delivered(RoutingAnswer answer) implements TakeDown {
      @Override
      public void takeDown(EventRecorder recorder) {
        recorder.delivering(answer);
      }
    }

    /** The answer to it. */
    record Decided(RoutingAnswer answer) implements TakeDown {
      @Override
      public void takeDown(EventRecorder recorder) {
        recorder.decided(answer);
      }
    }
  }
}
