package io.ringwright.telling;

import io.ringwright.call.RingOutcome;
import java.time.Duration;

/**
 * A phone rings no longer for a call. Each ring that started stops once.
 *
 * <p>Thread safety: immutable.
 *
 * @param ring which ring
 * @param why how it ended
 * @param rang for how long it rang
 */
public record RingStopped(RingStarted ring, Why why, Duration rang) {

  /** How a ring of one phone ended. */
  public enum Why {
    /** It was answered there. */
    ANSWERED,
    /** Another phone was answered. */
    ANSWERED_ELSEWHERE,
    /** The phone was busy. */
    BUSY,
    /** Nobody answered within the ring time. */
    NO_REPLY,
    /** The phone, or the way to it, could not be reached. */
    NOT_REACHABLE,
    /** Somebody refused the call. */
    REFUSED,
    /** The caller hung up. */
    CALLER_GONE,
    /** The call was taken from the phone: by a key, an order, or another way of the call. */
    TAKEN_BACK,
    /** Somebody answered, and nobody said which of the phones that rang. */
    UNKNOWN;

    /**
     * What Dial said, for one phone. Of phones that rang together Dial says one outcome for all.
     *
     * @param outcome what it said
     * @return the same for a phone
     */
    public static Why of(RingOutcome outcome) {
      return switch (outcome) {
        case ANSWERED -> ANSWERED;
        case BUSY -> BUSY;
        case NO_REPLY -> NO_REPLY;
        case NOT_REACHABLE -> NOT_REACHABLE;
        case REJECTED -> REFUSED;
        case ABANDONED -> CALLER_GONE;
      };
    }
  }
}
