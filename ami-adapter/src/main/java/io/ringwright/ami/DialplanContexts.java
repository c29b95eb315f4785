package io.ringwright.ami;

import io.ringwright.call.ContextName;
import io.ringwright.port.Telephony.Whereabouts;

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

  /** Where the caller is of whom Asterisk says this in an answer to Status. */
  Whereabouts whereabouts(AmiMessage channel) {
    if (!channel.header("bridgeid").isEmpty()) {
      return Whereabouts.TALKING;
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
