package io.ringwright.announcement;

import io.ringwright.call.WaitEstimate;
import java.time.Instant;

/**
 * What a plan looks at: how a waiting call stands now.
 *
 * <p>Thread safety: immutable.
 *
 * @param now the instant, on the engine's time
 * @param position its position, 1 is next
 * @param calls how many calls wait, its own included
 * @param estimate how long it is expected to go on waiting
 * @param staff how many people are there for the calls
 * @param ahead who came in ahead of it since its standing was told last
 */
public record Facts(
    Instant now, int position, int calls, WaitEstimate estimate, int staff, Ahead ahead) {

  /**
   * Who came in ahead of a call since a moment.
   *
   * @param higher how many calls of a higher priority
   * @param back how many others: they came back to an earlier place, from a phone or another queue
   */
  public record Ahead(int higher, int back) {

    /** Nobody. */
    public static final Ahead NOBODY = new Ahead(0, 0);

    /** In words, for an explanation. */
    String words() {
      if (higher > 0) {
        String others = back > 0 ? ", and " + back + " came back to an earlier place" : "";
        return higher + " of higher priority came in ahead" + others;
      }
      return back > 0
          ? back + " came back to an earlier place"
          : "its own priority, or the order of the queue, was changed";
    }
  }
}
