package io.ringwright.replay;

import io.ringwright.call.CallId;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingExplanation;
import io.ringwright.recording.EventText;
import io.ringwright.waiting.WaitingCall;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What came of a replay.
 *
 * <p>Thread safety: immutable.
 *
 * @param events how many events were replayed
 * @param decisions how many decisions they brought about
 * @param deviating after how many events other decisions came out than were recorded
 * @param deviations the first of these, at most {@value #MOST_KEPT}
 * @param waitingCalls the calls that wait at the end, first to last
 * @param otherwise how many decisions another phone list would have made otherwise
 * @param alternatives the first of these, at most {@value #MOST_KEPT}
 */
public record ReplayReport(
    long events,
    long decisions,
    long deviating,
    List<Deviation> deviations,
    List<WaitingCall> waitingCalls,
    long otherwise,
    List<Alternative> alternatives) {

  /** So many of each kind are kept. */
  public static final int MOST_KEPT = 1000;

  /** Copies the lists. */
  public ReplayReport {
    deviations = List.copyOf(deviations);
    waitingCalls = List.copyOf(waitingCalls);
    alternatives = List.copyOf(alternatives);
  }

  /**
   * An event after which the replay decided otherwise than recorded.
   *
   * @param line where the event stands in the file, from 1
   * @param event the event
   * @param recorded what was decided then
   * @param replayed what the replay decided
   */
  public record Deviation(
      long line, EventText.Happened event, List<EventText> recorded, List<EventText> replayed) {

    /** Copies the lists. */
    public Deviation {
      recorded = List.copyOf(recorded);
      replayed = List.copyOf(replayed);
    }

    @Override
    public String toString() {
      return Stream.of(
              Stream.of("line " + line + ": " + event.text()),
              recorded.stream().map(each -> "  recorded " + each.text()),
              replayed.stream().map(each -> "  replayed " + each.text()))
          .flatMap(lines -> lines)
          .collect(Collectors.joining("\n"));
    }
  }

  /**
   * A decision that another phone list would have made otherwise.
   *
   * @param at when
   * @param then what was decided, and why; the token of a {@code Ring} is not a real one
   * @param otherwise what would have been decided, and why
   */
  public record Alternative(Instant at, RoutingAnswer then, RoutingAnswer otherwise) {

    /**
     * The call that it was about.
     *
     * @return its identity
     */
    public CallId call() {
      return then.call();
    }

    /**
     * Where the two explanations part.
     *
     * @return in the order of the explanations
     */
    public List<RoutingExplanation.Difference> differences() {
      return then.explanation().differences(otherwise.explanation());
    }

    @Override
    public String toString() {
      return at
          + " call "
          + call()
          + ": "
          + then.decision()
          + "; otherwise: "
          + otherwise.decision()
          + differences().stream().map(each -> "\n  " + each).collect(Collectors.joining());
    }
  }

  /**
   * Whether the replay decided the same as was recorded, throughout.
   *
   * @return true if nothing deviates
   */
  public boolean identical() {
    return deviating == 0;
  }

  @Override
  public String toString() {
    String counts = events + " events, " + decisions + " decisions: ";
    return counts
        + (identical()
            ? "identical"
            : "otherwise after " + deviating + " events, first at " + deviations.get(0));
  }
}
