package io.ringwright.effect;

import io.ringwright.availability.Attendance;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.Channel;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.Token;
import io.ringwright.event.RouterEvent;
import io.ringwright.port.Telephony.Delivery;
import io.ringwright.waiting.Reservation;
import io.ringwright.waiting.WaitingCall;
import java.time.Duration;
import java.time.Instant;

/** What is to be done outside the engine because of an event, after the lock is released. */
public sealed interface Effect {

  /** A change in the store. */
  sealed interface Store extends Effect {
    /** Which call it is about. */
    CallId call();

    /** The call joins the line. */
    record Enqueue(WaitingCall waiting) implements Store {
      @Override
      public CallId call() {
        return waiting.id();
      }
    }

    /** A call of which a list of channels said that it waits joins the line. */
    record Restore(WaitingCall waiting) implements Store {
      @Override
      public CallId call() {
        return waiting.id();
      }
    }

    /** An attempt to ring begins. */
    record Claim(Reservation reservation) implements Store {
      @Override
      public CallId call() {
        return reservation.call();
      }
    }

    /** The attempt is over, the call waits on. */
    record BackInLine(CallId call, Token token) implements Store {}

    /** The call waits for something else. */
    record MoveTo(WaitingCall waiting) implements Store {
      @Override
      public CallId call() {
        return waiting.id();
      }
    }

    /** The call is over. */
    record End(CallId call, CallOutcome outcome) implements Store {}
  }

  /** A waiting caller is moved. */
  record Deliver(Delivery delivery) implements Effect {}

  /**
   * The switch is asked where a caller is.
   *
   * @param moves how often the call had moved by then
   */
  record AskWhereabouts(CallId call, Channel channel, Token token, int moves) implements Effect {}

  /** The listener hears something. */
  sealed interface Tell extends Effect {
    /** A call arrived. */
    record Arrived(InboundCall call) implements Tell {}

    /** A decision was made. */
    record Decided(RoutingAnswer answer) implements Tell {}

    /** A waiting caller is on the way to a phone. */
    record Delivering(RoutingAnswer answer) implements Tell {}

    /** Somebody answered. */
    record Answered(CallId call, DirectoryNumber extension, Duration waited) implements Tell {}

    /** A call ended. */
    record Ended(CallId call, CallOutcome outcome, Duration waited) implements Tell {}

    /** Somebody logged in or out, paused or resumed, or was paused. */
    record Attends(DirectoryNumber extension, Attendance attendance) implements Tell {}

    /** Something was said that changed nothing. */
    record Ignored(String event, String why) implements Tell {}
  }

  /** What happened is taken down. */
  sealed interface TakeDown extends Effect {
    /** An event. */
    record Happened(Instant at, RouterEvent event) implements TakeDown {}

    /** A delivery that it brought about. */
    record Delivered(RoutingAnswer answer) implements TakeDown {}

    /** The answer to it. */
    record Decided(RoutingAnswer answer) implements TakeDown {}
  }
}
