package io.ringwright.routing;

import io.ringwright.call.Destination;
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
   * @param hope whether an engaged phone of the house diverted it, which will be free again
   */
  record Outside(ExternalNumber to, boolean hope) implements Resolution {}

  /**
   * Nobody can ever answer.
   *
   * @param reason why
   * @param way the way of the call to where it stopped: a loop ends with what it begins with; empty
   *     if the reason lies in no single way
   */
  record Hopeless(RejectReason reason, List<Destination> way) implements Resolution {
    /** Copies the way. */
    public Hopeless {
      way = List.copyOf(way);
    }

    /** A reason that lies in no single way. */
    Hopeless(RejectReason reason) {
      this(reason, List.of());
    }
  }
}
