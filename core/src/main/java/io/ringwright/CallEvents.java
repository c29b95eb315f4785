package io.ringwright;

import io.ringwright.call.CallId;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.Token;

/**
 * What the channel of a call says and asks, as FastAGI brings it: one half of the door of the
 * engine. The other is {@link SwitchEvents}; {@link CallRouter} is both.
 *
 * <p>Each method is safe to call again about the same thing, as a dialplan does that had no answer
 * in time: what was said before changes nothing.
 *
 * <p>Thread safety: implementations may be used by many threads.
 */
public interface CallEvents {

  /**
   * A call reached the switch.
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
   * @return what to do next, and why; the caller keeps the old place if it is to wait
   */
  RoutingAnswer ringEnded(RememberedCall call, Token token, RingOutcome outcome);

  /**
   * A caller whom the engine had moved arrived at the landing place. Only this proves that the move
   * happened: the switch reports success before the channel moves.
   *
   * @param call the call, as its channel remembers it
   * @param token the token with which it was moved
   * @return ring, or wait on if the token no longer counts
   */
  RoutingAnswer callLanded(RememberedCall call, Token token);

  /**
   * A waiting caller's sign of life.
   *
   * @param call the call, as its channel remembers it
   * @return what to do now: mostly to wait on; to ring where no delivery is possible and it is this
   *     caller's turn
   */
  RoutingAnswer callerAlive(RememberedCall call);

  /**
   * A waiting caller pressed a key. Where it leads is a setting of what the call waits for; the
   * place in line is kept wherever it leads. A key that leads nowhere changes nothing.
   *
   * @param call the call, as its channel remembers it
   * @param key a digit, star or hash
   * @return what to do now: to wait on, if the key leads nowhere
   */
  RoutingAnswer keyPressed(RememberedCall call, DirectoryNumber key);

  /**
   * The caller's channel is gone.
   *
   * @param call the call
   */
  void callEnded(CallId call);
}
