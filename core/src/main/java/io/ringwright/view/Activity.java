package io.ringwright.view;

import io.ringwright.call.CallId;
import java.time.Instant;
import java.util.Optional;

/**
 * What an extension does at one moment, for a wallboard: first what its phone does, then whether
 * its person takes calls.
 *
 * <p>Thread safety: immutable.
 *
 * @param state what it does
 * @param since since when, on the engine's time; empty where the engine does not know, as for what
 *     began before it did
 * @param call the call that the engine routed there, for {@link State#TALKING} and {@link
 *     State#RINGING}
 * @param reason why it is paused
 */
public record Activity(
    State state, Optional<Instant> since, Optional<CallId> call, Optional<String> reason) {

  /** What an extension does. The first that holds counts. */
  public enum State {
    /** It talks to a caller whom the engine routed there. */
    TALKING,
    /** It rings, or is about to, for a call that the engine routed there. */
    RINGING,
    /** It rings for, or is in, a call of which the engine knows nothing but that. */
    ENGAGED,
    /** It is in wrap-up. */
    WRAP_UP,
    /** Its person is logged out. */
    LOGGED_OUT,
    /** It is paused. */
    PAUSED,
    /** None of its devices can be reached. */
    UNREACHABLE,
    /** It did not take the last calls, and calls through hunt groups leave it alone. */
    LEFT_ALONE,
    /** It can be rung. */
    FREE
  }
}
