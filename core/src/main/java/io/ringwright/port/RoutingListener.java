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
   * A call begins to wait for a destination: once for each destination in a row. A call that comes
   * back to its place after a ring is not told again.
   *
   * @param joined which call, what for, and where it stands
   */
  default void joined(Joined joined) {}

  /**
   * A call that waits has another position than the one that was told last. It is sampled: looked
   * at when the channel of the caller asks, which is at each sign of life, and told at most once
   * for each of them. Whoever waits to be called back has no channel that asks.
   *
   * @param changed which call, and the positions
   */
  default void positionChanged(PositionChanged changed) {}

  /**
   * A caller pressed a key, while waiting or while phones ring.
   *
   * @param used which call, which key, and what came of it
   */
  default void keyPressed(KeyUsed used) {}

  /**
   * A phone begins to ring for a call. It is told for each phone of an attempt, also where an
   * extension has several. A phone that goes on while others join it is not told again.
   *
   * @param ring which call and which phone
   */
  default void ringStarted(RingStarted ring) {}

  /**
   * A phone rings no longer for a call: once for each that was told to have begun. Of phones that
   * rang together and were not answered Dial says one outcome, which is told for each.
   *
   * @param ring which ring, why it ended and how long it took
   */
  default void ringEnded(RingStopped ring) {}

  /**
   * Somebody answered.
   *
   * @param answered which call, who, after what time, and on which channels
   */
  default void answered(Answered answered) {}

  /**
   * Somebody answered who is not in the phone list: an outsider who picked the call up, or to whom
   * a supervisor sent the waiting caller. {@link #answered} is not called then.
   *
   * @param answered the same; the party is an outsider
   */
  default void answeredByOutsider(Answered answered) {}

  /**
   * Somebody begins to talk to a caller: after the answer, or because the caller was handed over.
   *
   * @param talk which call, who, and on which channels
   */
  default void talkBegun(TalkBegun talk) {}

  /**
   * Somebody talks to a caller no longer: once for each talk that was told to have begun.
   *
   * @param talk which call, who, and for how long
   */
  default void talkEnded(TalkEnded talk) {}

  /**
   * The wrap-up of an extension begins, after a talk; not where its wrap-up time is zero.
   *
   * @param wrapUp whose, after which call, and until when
   */
  default void wrapUpBegun(WrapUpBegun wrapUp) {}

  /**
   * The wrap-up of an extension is over: once for each that was told to have begun.
   *
   * @param extension whose number
   */
  default void wrapUpEnded(DirectoryNumber extension) {}

  /**
   * Somebody hung up, and the channel of the caller is gone: once for a visit that ends so,
   * answered or not, before its end is told.
   *
   * @param hungUp which call, and by whom as far as the switch said
   */
  default void hungUp(HungUp hungUp) {}

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
