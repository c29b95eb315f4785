package io.ringwright.ami;

import io.ringwright.call.ContextName;
import io.ringwright.call.Device;
import io.ringwright.dialplan.ChannelVariables;
import io.ringwright.dialplan.Contexts;
import io.ringwright.dialplan.Contexts.Part;
import io.ringwright.port.Telephony.Whereabouts;
import java.util.Set;

/**
 * Ringwright's contexts in the dialplan, and what it means for a caller to be in one.
 *
 * <p>Thread safety: immutable.
 *
 * @param names what they are called
 */
record DialplanContexts(Contexts names) {

  /**
   * Down, dialling and ringing ({@code include/asterisk/channelstate.h}): what the channel of
   * somebody goes through who is called back. One that calls us is in state 4, then in 6.
   */
  static final Set<String> BEING_CALLED = Set.of("0", "3", "5");

  /** Where the caller is of whom Asterisk says this in an answer to Status. */
  Whereabouts whereabouts(AmiMessage channel) {
    if (fellBack(channel)) {
      return Whereabouts.FELL_BACK;
    }
    if (!channel.header("bridgeid").isEmpty()) {
      return Whereabouts.TALKING;
    }
    if (BEING_CALLED.contains(channel.header("channelstate"))) {
      return Whereabouts.RINGING;
    }
    String context = channel.header("context");
    if (context.equals(name(Part.WAIT))) {
      return Whereabouts.WAITING;
    }
    // A decision that is being carried out - prompts, Dial - stands in the route context: sooner or
    // later it reports back as ring-ended or as alive.
    return context.equals(name(Part.DELIVER))
            || context.equals(name(Part.ROUTE))
            || context.equals(name(Part.RINGING))
        ? Whereabouts.RINGING
        : Whereabouts.ELSEWHERE;
  }

  private boolean fellBack(AmiMessage channel) {
    String context = channel.header("context");
    return isFallback(context)
        || (!channel.variable(ChannelVariables.FELL_BACK).isEmpty() && !isOurs(context));
  }

  /** Whether callers are in our hands in this context. */
  boolean isOurs(String context) {
    return context.equals(name(Part.WAIT))
        || context.equals(name(Part.DELIVER))
        || context.equals(name(Part.ROUTE))
        || context.equals(name(Part.RINGING));
  }

  /** Whether a device is that of somebody outside who has to confirm by a key. */
  boolean asksForKey(Device device) {
    return device.name().endsWith("@" + name(Part.AGENT));
  }

  /** Whether a device stands for one of several phones of which each is asked for a key. */
  boolean asksOneOfSeveral(Device device) {
    return device.name().endsWith("@" + name(Part.ANSWERED));
  }

  /** Whether either of them is so. */
  boolean asks(Device device) {
    return asksForKey(device) || asksOneOfSeveral(device);
  }

  /** Whether calls come to this context while no engine answers. */
  boolean isFallback(String context) {
    return context.equals(name(Part.FALLBACK));
  }

  /** Where callers wait, and are moved. */
  ContextName waiting() {
    return names.name(Part.WAIT);
  }

  /** Where those are who land. */
  ContextName landing() {
    return names.name(Part.DELIVER);
  }

  private String name(Part part) {
    return names.name(part).name();
  }
}
