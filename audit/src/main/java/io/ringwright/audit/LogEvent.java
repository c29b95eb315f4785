package io.ringwright.audit;

import java.util.List;

/**
 * One line of a queue_log that could be read.
 *
 * @param second when it was written, in seconds since 1970
 * @param kind what happened
 * @param call the identity of the call, or what stands in its place
 * @param queue which queue, or {@code NONE}
 * @param agent which agent, or {@code NONE}
 * @param data the fields after the event
 */
record LogEvent(
    long second, Kind kind, String call, String queue, String agent, List<String> data) {

  /** What a line says. */
  enum Kind {
    ENTERQUEUE,
    RINGNOANSWER,
    RINGCANCELED,
    CONNECT,
    COMPLETEAGENT,
    COMPLETECALLER,
    TRANSFER,
    BLINDTRANSFER,
    ATTENDEDTRANSFER,
    AGENTDUMP,
    SYSCOMPAT,
    ABANDON,
    EXITWITHTIMEOUT,
    EXITEMPTY,
    EXITWITHKEY,
    WITHDRAW,
    ADDMEMBER,
    REMOVEMEMBER,
    PAUSE,
    UNPAUSE,
    PAUSEALL,
    UNPAUSEALL,
    AGENTLOGIN,
    AGENTCALLBACKLOGIN,
    AGENTLOGOFF,
    AGENTCALLBACKLOGOFF,
    QUEUESTART,
    /** Whatever else an Asterisk or a dialplan writes. */
    OTHER;

    /** Whether a caller has left the queue unanswered. */
    boolean leaves() {
      return switch (this) {
        case ABANDON, EXITWITHTIMEOUT, EXITEMPTY, EXITWITHKEY, WITHDRAW, SYSCOMPAT -> true;
        default -> false;
      };
    }

    /** Whether a talk has ended. */
    boolean endsTalk() {
      return switch (this) {
        case COMPLETEAGENT, COMPLETECALLER, TRANSFER, BLINDTRANSFER, ATTENDEDTRANSFER -> true;
        default -> false;
      };
    }

    /** Whether a phone rang until now, and for how long stands in the line. */
    boolean endsRing() {
      return this == CONNECT || this == RINGNOANSWER || this == RINGCANCELED;
    }
  }

  private static final long HALF_A_SECOND = 500;

  /** When it was written, in milliseconds since 1970. */
  long at() {
    return second * 1000;
  }

  /**
   * For how long the phone rang that this line is about, in milliseconds. CONNECT tells whole
   * seconds, cut off: half a second more is right on average.
   */
  long rang() {
    return kind == Kind.CONNECT ? number(2) * 1000 + HALF_A_SECOND : number(0);
  }

  /** The same; zero where no phone rang. */
  long rangIfAny() {
    return kind.endsRing() ? rang() : 0;
  }

  /** How long the caller of a CONNECT waited, in milliseconds. */
  long waited() {
    return number(0) * 1000;
  }

  /** The position of an ENTERQUEUE, from 1 on; 0 in old versions, which do not tell it. */
  int position() {
    return (int) number(2);
  }

  /** A number of the data; 0 where there is none. */
  private long number(int field) {
    return field < data.size() && !data.get(field).isEmpty() ? Long.parseLong(data.get(field)) : 0;
  }

  /** Whether it is about an agent. */
  boolean hasAgent() {
    return !agent.isEmpty() && !agent.equals("NONE");
  }
}
