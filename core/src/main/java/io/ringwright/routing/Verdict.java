package io.ringwright.routing;

import io.ringwright.call.Destination;
import io.ringwright.call.DialplanExtension;
import io.ringwright.call.ExternalNumber;
import io.ringwright.call.RejectReason;
import java.util.List;

/** What the rules say about a call: the decision before anything is reserved or numbered. */
public sealed interface Verdict {

  /**
   * Where a call stands: the destination whose settings hold for it.
   *
   * @param at an extension or a hunt group
   * @param overflows how many overflows the call has followed since it arrived
   */
  record Standing(Destination at, int overflows) {}

  /**
   * Ring these phones.
   *
   * @param candidates at least one; several ring at once
   * @param standing where the call stands while they ring
   */
  record Ring(List<Candidate> candidates, Standing standing) implements Verdict {}

  /**
   * Wait.
   *
   * @param standing where
   */
  record WaitFor(Standing standing) implements Verdict {}

  /**
   * Leave the house.
   *
   * @param to the external number
   */
  record Leave(ExternalNumber to) implements Verdict {}

  /**
   * Go on at a place in the dialplan of the host.
   *
   * @param to where
   */
  record HandBack(DialplanExtension to) implements Verdict {}

  /**
   * Be rejected.
   *
   * @param reason why
   * @param way the way of the call to where it stopped, if the reason lies there: a loop ends with
   *     what it begins with
   */
  record Refuse(RejectReason reason, List<Destination> way) implements Verdict {
    /** Copies the way. */
    public Refuse {
      way = List.copyOf(way);
    }

    /**
     * A refusal for a reason that lies in no way.
     *
     * @param reason why
     */
    public Refuse(RejectReason reason) {
      this(reason, List.of());
    }
  }
}
