package io.ringwright.ami;

import io.ringwright.call.ContextName;
import io.ringwright.port.Telephony.Whereabouts;
import java.util.Set;

/**
 * Ringwright's contexts in the dialplan, and what it means for a caller to be in one.
 *
 * <p>Thread safety: immutable.
 *
 * @param route where decisions are asked for and phones are rung
 * @param waiting where callers wait
 * @param deliver the landing place
 */
record DialplanContexts(ContextName route, ContextName waiting, ContextName deliver) {

  /**
   * Down, dialling and ringing ({@code include/asterisk/channelstate.h}): what the channel of
   * somebody goes through who is called back. One that calls us is in state 4, then in 6.
   */
  static final Set<String> BEING_CALLED = Set.of("0", "3", "5");

  /** Where the caller is of whom Asterisk says this in an answer to Status. */
  Whereabouts whereabouts(AmiMessage channel) {
    if (!channel.header("bridgeid").isEmpty()) {
      return Whereabouts.TALKING;
    }
    if (BEING_CALLED.contains(channel.header("channelstate"))) {
      return Whereabouts.RINGING;
    }
    String context = channel.header("context");
    if (context.equals(waiting.name())) {
      return Whereabouts.WAITING;
    }
    // A decision that is being carried out - prompts, Dial - stands in the route context: sooner or
    // later it reports back as ring-ended or as a beat.
    return context.equals(deliver.name()) || context.equals(route.name())
        ? Whereabouts.RINGING
        : Whereabouts.ELSEWHERE;
  }
}
