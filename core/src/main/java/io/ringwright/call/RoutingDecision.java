package io.ringwright.call;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What the switch must do with a call now: ring, wait, divert, hand back or reject.
 *
 * <p>Thread safety: immutable.
 */
public sealed interface RoutingDecision {

  /**
   * Ring one phone, or several at once; the first that answers has the call.
   *
   * @param token the number of this attempt, to be named when it ends
   * @param targets the devices, at least one; an extension may have several
   * @param ringTime for how long
   */
  record Ring(Token token, List<RingTarget> targets, Duration ringTime) implements RoutingDecision {

    /**
     * Copies the targets.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Ring {
      targets = List.copyOf(targets);
      if (targets.isEmpty()) {
        throw new IllegalArgumentException("a ring decision needs at least one phone, got none");
      }
    }

    /**
     * The extensions that ring, each at one or several of the targets.
     *
     * @return their numbers, each once, in the order of the targets
     */
    public List<DirectoryNumber> extensions() {
      return targets.stream().map(RingTarget::extension).distinct().toList();
    }

    @Override
    public String toString() {
      return "ring "
          + String.join(" and ", extensions().stream().map(DirectoryNumber::digits).toList())
          + " for "
          + ringTime.toSeconds()
          + " s";
    }
  }

  /**
   * Wait in the queue; when its turn comes, the engine has the call moved to a phone.
   *
   * @param waitingFor what the call waits for
   * @param position 1 is the next to be served
   * @param priority the caller's priority
   * @param since when the call arrived
   * @param estimate how long it is expected to wait
   */
  record Wait(
      Destination waitingFor, int position, Priority priority, Instant since, WaitEstimate estimate)
      implements RoutingDecision {

    /**
     * A wait of unknown length.
     *
     * @param waitingFor what the call waits for
     * @param position 1 is the next to be served
     * @param priority the caller's priority
     * @param since when the call arrived
     */
    public Wait(Destination waitingFor, int position, Priority priority, Instant since) {
      this(waitingFor, position, priority, since, WaitEstimate.unknown());
    }

    /** Leaves the estimate out if it is unknown. */
    @Override
    public String toString() {
      String expected = estimate.interval().map(interval -> ", " + interval).orElse("");
      return "wait for " + waitingFor + " at position " + position + expected;
    }
  }

  /**
   * Send the call to an external number; for the engine it is over.
   *
   * @param to an external number that the directory allows
   */
  record Divert(ExternalNumber to) implements RoutingDecision {
    @Override
    public String toString() {
      return "divert to " + to;
    }
  }

  /**
   * Send the call on to a place in the dialplan of the host; for the engine it is over.
   *
   * @param to where it goes on
   */
  record HandBack(DialplanExtension to) implements RoutingDecision {
    @Override
    public String toString() {
      return "hand back to " + to;
    }
  }

  /**
   * Hang up or go back to the menu.
   *
   * @param reason why
   */
  record Reject(RejectReason reason) implements RoutingDecision {
    @Override
    public String toString() {
      return "reject: " + reason.word();
    }
  }

  /**
   * Does the part that fits this decision. The compiler sees to it that none is forgotten.
   *
   * @param cases what to do in each case
   * @param <R> what they answer
   * @return what the fitting case answered
   */
  default <R> R accept(Cases<R> cases) {
    if (this instanceof Ring ring) {
      return cases.ring(ring);
    }
    if (this instanceof Wait wait) {
      return cases.wait(wait);
    }
    if (this instanceof Divert divert) {
      return cases.divert(divert);
    }
    if (this instanceof HandBack back) {
      return cases.handBack(back);
    }
    return cases.reject((Reject) this);
  }

  /**
   * What to do with each kind of decision.
   *
   * @param <R> the answer
   */
  interface Cases<R> {

    /**
     * The case of {@link Ring}.
     *
     * @param decision the decision
     * @return the answer
     */
    R ring(Ring decision);

    /**
     * The case of {@link Wait}.
     *
     * @param decision the decision
     * @return the answer
     */
    R wait(Wait decision);

    /**
     * The case of {@link Divert}.
     *
     * @param decision the decision
     * @return the answer
     */
    R divert(Divert decision);

    /**
     * The case of {@link HandBack}.
     *
     * @param decision the decision
     * @return the answer
     */
    R handBack(HandBack decision);

    /**
     * The case of {@link Reject}.
     *
     * @param decision the decision
     * @return the answer
     */
    R reject(Reject decision);
  }
}
