package io.ringwright;

import io.ringwright.call.CallId;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.Inquiry;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.Token;
import java.time.Instant;

/**
 * The events that FastAGI reports and the questions that it asks, about one call. The events that
 * AMI reports are in {@link SwitchEvents}; {@link CallRouter} implements both.
 *
 * <p>Asking twice is asking once: a call with the {@linkplain RememberedCall#question number} of
 * the last question of its channel, as of a dialplan that had no answer in time, changes nothing
 * and is answered with what stands. Questions without a number are not recognised in this way.
 *
 * <p>Errors: a predicate, strategy, listener, recorder or {@link io.ringwright.port.Telephony} of
 * the host that throws does not make a method throw; {@link
 * io.ringwright.port.RoutingListener#failed} is told, and {@link CallRouter} says what counts
 * instead. A method throws {@link IllegalStateException} after the router was closed.
 *
 * <p>Thread safety: implementations may be used by many threads.
 */
public interface CallEvents {

  /**
   * The engine's time at this moment. It never goes back, and no step of the wall clock changes it:
   * waits are measured by it, and what a channel remembers of its arrival is an instant of it.
   *
   * @return an instant, in whole milliseconds
   */
  Instant engineTime();

  /**
   * A call reached the switch. A call with the identity of an earlier one ends the earlier one.
   *
   * @param call the call
   * @return what to do with it, and why
   */
  RoutingAnswer callArrived(InboundCall call);

  /**
   * Ringing ended.
   *
   * @param call the call, as its channel remembers it
   * @param token the token of the attempt
   * @param outcome how it ended; after {@link RingOutcome#ANSWERED} the talk is over too
   * @return what to do next, and why; a caller who is to wait keeps the old place
   */
  RoutingAnswer ringEnded(RememberedCall call, Token token, RingOutcome outcome);

  /**
   * A landing: a caller whom the engine had moved reached the landing place. This proves that the
   * caller was moved; that AMI answers "successful" does not, because it answers before the channel
   * moves.
   *
   * @param call the call, as its channel remembers it
   * @param token the token with which it was moved
   * @return ring, or wait on if the token no longer counts
   */
  RoutingAnswer callLanded(RememberedCall call, Token token);

  /**
   * A waiting caller's sign of life: the wait context sends one every 30 s unless told otherwise.
   *
   * @param call the call, as its channel remembers it
   * @return what to do now. Usually to wait on. To ring, if a phone is free for this caller and AMI
   *     cannot move anybody at this switch
   */
  RoutingAnswer callerAlive(RememberedCall call);

  /**
   * A caller pressed a key, of one digit or several, while waiting, or while phones ring where the
   * dialplan hears it. The hunt group or extension where the call stands has a setting that says
   * where the key leads; the caller keeps the place there. A key without such a setting counts as a
   * sign of life and changes nothing else. Who presses it while phones ring has left Dial: they are
   * to be rung again.
   *
   * @param call the call, as its channel remembers it
   * @param key 1 or more of {@code 0-9 * #}
   * @return what to do now; if the key has no setting: to wait on, or to ring the same phones for
   *     what is left of their ring time
   */
  RoutingAnswer keyPressed(RememberedCall call, DirectoryNumber key);

  /**
   * A caller who waits answered by keys what the answer before had asked ({@link
   * io.ringwright.call.Treatment#inquiry}).
   *
   * @param call the call, as its channel remembers it
   * @param keys what was pressed
   * @param inquiry what was asked
   * @return what to do now; mostly to wait on, and perhaps to answer the next question
   */
  RoutingAnswer keyPressed(RememberedCall call, DirectoryNumber keys, Inquiry inquiry);

  /**
   * The caller's channel has ended.
   *
   * @param call the call
   */
  void callEnded(CallId call);

  /**
   * No answer reached the dialplan in time, and the caller is in the fallback context.
   *
   * @param call the call
   */
  void callFellBack(CallId call);
}
