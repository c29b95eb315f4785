package io.ringwright.fakeasterisk;

import java.time.Instant;

/**
 * One thing that the switch or a phone saw.
 *
 * @param at when, by the clock of the one who saw it
 * @param kind what was seen
 * @param caller the identity of the caller it is about; empty if unknown
 * @param subject the phone's extension number, the context, the variable, the file: see {@link
 *     Kind}
 * @param detail more: see {@link Kind}
 */
public record Sighting(Instant at, Kind kind, String caller, String subject, String detail) {

  /** What can be seen. */
  public enum Kind {
    /** The call came in; subject = what was dialled, detail = the unique id of the channel. */
    CALLER_ARRIVED,
    /** The caller's channel entered a dialplan context; subject = context, detail = extension. */
    CONTEXT_ENTERED,
    /** A channel variable was set on the caller's channel; subject = name, detail = value. */
    VARIABLE_SET,
    /** A sound was played or a number said to the caller; subject = application, detail = data. */
    PROMPT_PLAYED,
    /**
     * A phone that was answered was told or asked something, or is recorded, before the talk;
     * subject = application, detail = data.
     */
    PHONE_IS_TOLD,
    /** Music began; subject = its class. */
    MUSIC_STARTED,
    /** Music ended. */
    MUSIC_STOPPED,
    /** A phone began to ring for this caller; subject = extension number of the phone. */
    PHONE_RINGS,
    /**
     * A phone that was called did not answer, whether it rang or refused at once; subject = phone,
     * detail = dial status.
     */
    PHONE_STOPS,
    /** A phone answered; subject = phone. */
    PHONE_ANSWERS,
    /** A phone that had answered is free of this call again; subject = phone. */
    PHONE_ENDS,
    /** The caller's channel is gone; subject = hangup cause, a Q.850 number, detail = its text. */
    CALLER_ENDED
  }
}
