package io.ringwright.simulator;

import io.ringwright.call.CallOutcome;
import io.ringwright.call.Priority;
import java.time.Duration;

/** What became of one simulated call. It counts as lost until the engine accounts for it. */
final class CallRecord {

  private final String stream;
  private final Priority priority;
  private CallOutcome outcome = CallOutcome.LOST;
  private boolean hadToWait;
  private double waited;

  CallRecord(String stream, Priority priority) {
    this.stream = stream;
    this.priority = priority;
  }

  void waits() {
    hadToWait = true;
  }

  /** The call found its end, or somebody who answers. */
  void ends(CallOutcome how, Duration after) {
    outcome = how;
    waited = after.toNanos() / 1e9;
  }

  String stream() {
    return stream;
  }

  Priority priority() {
    return priority;
  }

  CallOutcome outcome() {
    return outcome;
  }

  boolean hadToWait() {
    return hadToWait;
  }

  /** Seconds from the arrival to the answer, or to the end if there was none. */
  double waited() {
    return waited;
  }

  boolean answeredWithin(double seconds) {
    return outcome == CallOutcome.ANSWERED && waited <= seconds;
  }
}
