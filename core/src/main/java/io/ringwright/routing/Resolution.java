package io.ringwright.routing;

import io.ringwright.call.ExternalNumber;
import io.ringwright.call.RejectReason;
import java.util.List;

/** What a destination comes to at this moment, before anybody is asked to wait. */
public sealed interface Resolution {

  /**
   * These phones may ring now.
   *
   * @param candidates at least one; several ring at once
   */
  record RingNow(List<Candidate> candidates) implements Resolution {
    /** Copies the list. */
    public RingNow {
      candidates = List.copyOf(candidates);
    }

    /** One phone. */
    RingNow(Candidate only) {
      this(List.of(only));
    }
  }

  /** Nobody may ring now, but somebody may later. */
  record Later() implements Resolution {}

  /**
   * The call leaves the house.
   *
   * @param to the external number
   */
  record Outside(ExternalNumber to) implements Resolution {}

  /**
   * Nobody can ever answer.
   *
   * @param reason why
   */
  record Hopeless(RejectReason reason) implements Resolution {}
}
