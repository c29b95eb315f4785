package io.ringwright.port;

import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.Token;
import io.ringwright.waiting.Reservation;
import io.ringwright.waiting.WaitingCall;
import java.util.List;

/**
 * Where waiting calls are kept. One method for each step of a call, each a conditional change that
 * says whether it won: against another node, a late event, or a repetition.
 *
 * <pre>
 *              claim               land
 *   waiting ────────────▶ claimed ─────▶ ringing
 *      ▲  ◀─── backInLine ───┴──────────────┤
 *      │ enqueue                            │ end, from anywhere
 * </pre>
 *
 * <p>Thread safety: implementations may be used by many threads. Errors: an implementation throws
 * an unchecked exception if it cannot say who won; the engine then goes on from memory.
 */
public interface CallStore {

  /**
   * Puts a call in line: its caller just said so. A call that ended before may come anew.
   *
   * @param call the call with its place
   * @return false if it is in line, claimed or ringing already: nothing was changed then
   */
  boolean enqueue(WaitingCall call);

  /**
   * Puts a call in line of which somebody else said that it waits, such as a list of channels.
   *
   * @param call the call with its place
   * @return false if it is in line, claimed or ringing already, or has ended: nothing was changed
   *     then
   */
  boolean restore(WaitingCall call);

  /**
   * Takes a call out of line for an attempt to ring.
   *
   * @param reservation the attempt
   * @return false if the call is not in line: nothing was changed then
   */
  boolean claim(Reservation reservation);

  /**
   * The switch asks to ring for a claimed call.
   *
   * @param call which call
   * @param token the token with which it was claimed
   * @return false if the call is not claimed with this very token: nothing was changed then
   */
  boolean land(CallId call, Token token);

  /**
   * Puts a claimed or ringing call back in line at its old place.
   *
   * @param call which call
   * @param token the token with which it was claimed
   * @return false if the call is not held with this very token: nothing was changed then
   */
  boolean backInLine(CallId call, Token token);

  /**
   * Changes what a call waits for; its place stays.
   *
   * @param call the call with the new destination
   * @return false if the call is not in line: nothing was changed then
   */
  boolean moveTo(WaitingCall call);

  /**
   * Removes a call. {@link #restore} cannot bring it back for at least ten minutes.
   *
   * @param call which call
   * @param outcome how it ended
   * @return false if the store does not know it, or it has ended before
   */
  boolean end(CallId call, CallOutcome outcome);

  /**
   * The reservations of the calls that are claimed or ringing, for a start after a stop: what was
   * promised before the stop no longer counts, so each of these calls is put back in line.
   *
   * @return in any order
   */
  List<Reservation> held();

  /**
   * The calls that are neither ended nor ringing, for a start after a stop.
   *
   * @return in line first to last; claimed calls stand at the place they would go back to
   */
  List<WaitingCall> unserved();
}
