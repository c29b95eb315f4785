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
import java.time.Duration;
import java.time.Instant;

/**
 * Is told what happened, for call records, metrics and wallboards. Every method does nothing unless
 * overridden. No decision depends on a listener.
 *
 * <p>After a restart nothing is told again: entries that a journal applies anew cause no effect.
 *
 * <p>Errors: if a method throws, {@link #failed} is called, and the next telling follows. If it
 * blocks, no answer and no delivery waits for it: what it has not been told yet waits in a queue,
 * up to {@link io.ringwright.CallRouterBuilder#mostTellings}. Beyond that the newest is dropped,
 * and {@link #missed} says how much, as soon as half of the queue is free again.
 *
 * <p>Thread safety: called by one thread at a time, outside the engine's lock, in the order of the
 * events; by default on a thread of its own, see {@link
 * io.ringwright.CallRouterBuilder#listenersOn}. It may call the router, and wait for threads that
 * do.
 */
public interface RoutingListener {

  /** Does nothing. */
  RoutingListener SILENT = new RoutingListener() {};

  /**
   * A call reached the engine: a visit begins. A caller who is sent on to another number arrives
   * once more, after the end of the visit before.
   *
   * <p>An engine that has lost its state finds calls again that arrived earlier; of those no
   * arrival is told.
   *
   * @param call the call
   * @param visit under what its end will be told
   */
  default void callArrived(InboundCall call, Visit visit) {}

  /**
   * A decision was made, on arrival or later.
   *
   * @param answer the decision and why
   */
  default void decided(RoutingAnswer answer) {}

  /**
   * A waiting caller is on the way to a phone.
   *
   * @param answer the decision and why
   */
  default void delivering(RoutingAnswer answer) {}

  /**
   * A caller who waits is told something. The answer that carries the announcement is on its way:
   * whether the caller hears it to the end, nobody says.
   *
   * @param told which call, and what
   */
  default void announced(Announced told) {}

  /**
   * Somebody answered.
   *
   * @param call the call
   * @param extension who
   * @param waited from arrival to answer
   */
  default void answered(CallId call, DirectoryNumber extension, Duration waited) {}

  /**
   * Somebody answered who is not in the phone list: an outsider who picked the call up, or to whom
   * a supervisor sent the waiting caller. {@link #answered} is not called then.
   *
   * @param call the call
   * @param by who
   * @param waited from arrival to answer
   */
  default void answeredByOutsider(CallId call, Party by, Duration waited) {}

  /**
   * Somebody else talks to the caller now, after a transfer, a pick-up or parking. The wrap-up of
   * the first has begun. A call may be transferred several times.
   *
   * @param call the call
   * @param from who talked to the caller before
   * @param to who talks to the caller now
   */
  default void transferred(CallId call, Party from, Party to) {}

  /**
   * Another caller goes on at the place of a call that nobody has answered: somebody had called for
   * a consultation, and completed the transfer while that call waited or rang. The consultation
   * goes on as that caller's call, with its own outcome. The caller's call until now is over; its
   * end is told next.
   *
   * @param call the call that goes on
   * @param by the call of the caller until now
   */
  default void takenOver(CallId call, CallId by) {}

  /**
   * A visit of a call ended. Each visit ends once; a call is over for the engine with the visit
   * whose outcome does not {@linkplain CallOutcome#goesOn() go on}.
   *
   * @param visit the call, and which of its visits
   * @param outcome how
   * @param waited from arrival to this end, or to the answer
   */
  default void ended(Visit visit, CallOutcome outcome, Duration waited) {}

  /**
   * Somebody logged in or out, paused or ended a pause, or was paused by the engine after calls
   * that were left ringing.
   *
   * @param extension whose number
   * @param attendance what holds from now on
   */
  default void attendanceChanged(DirectoryNumber extension, Attendance attendance) {}

  /**
   * Somebody logged in to one hunt group or out of it, paused there or ended that pause.
   *
   * @param extension whose number
   * @param group the number of the group
   * @param attendance what holds there from now on
   */
  default void attendanceChanged(
      DirectoryNumber extension, DirectoryNumber group, Attendance attendance) {}

  /**
   * An extension did not take the last calls through hunt groups: such calls leave it alone for a
   * while, or until it answers, logs in, or hangs up a call of its own.
   *
   * @param extension whose number
   * @param outcome how the last ring there ended
   * @param until until when, on the engine's time
   */
  default void leftAlone(DirectoryNumber extension, RingOutcome outcome, Instant until) {}

  /**
   * A limit of the phone list is reached, and something was refused: a call back, a diversion to an
   * external number, or the kept place of a caller who came back. For an audit: many of these are
   * mostly fraud, or a limit that is too low for the house.
   *
   * @param call whose call
   * @param use what was refused
   * @param number the number that was to be called; for a return, the number that the caller shows,
   *     which may be empty
   */
  default void limitReached(CallId call, LimitedUse use, String number) {}

  /**
   * An event changed nothing: it came twice, too late, or about a call, phone or key that does not
   * exist.
   *
   * @param event the kind of event, in a word or two, such as {@code ring end}
   * @param why why it changed nothing
   */
  default void ignored(String event, String why) {}

  /**
   * Code of the host failed - a strategy, a predicate, a listener, a recorder, a {@link Telephony}
   * - or an event could not be applied. The engine goes on.
   *
   * @param what what was tried
   * @param failure what was thrown
   */
  default void failed(String what, RuntimeException failure) {}

  /**
   * The listener and the recorder were not told something, because too many tellings waited. They
   * were the ones between the telling before this one and the one after it. {@link
   * io.ringwright.CallRouter#hostCode} has the sum.
   *
   * @param tellings how many calls of methods of this listener and of the recorder were left out
   */
  default void missed(long tellings) {}

  /**
   * This listener and another one: both are told everything, this one first.
   *
   * @param other the other
   * @return both as one
   */
  default RoutingListener and(RoutingListener other) {
    return new BothListeners(this, other);
  }
}
