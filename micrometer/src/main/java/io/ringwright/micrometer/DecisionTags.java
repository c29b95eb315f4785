package io.ringwright.micrometer;

import io.micrometer.core.instrument.Tags;
import io.ringwright.call.RoutingDecision;
import io.ringwright.call.RoutingDecision.Divert;
import io.ringwright.call.RoutingDecision.HandBack;
import io.ringwright.call.RoutingDecision.Reject;
import io.ringwright.call.RoutingDecision.Ring;
import io.ringwright.call.RoutingDecision.Wait;

/** The tags of a decision: its kind, and why a call was rejected. */
final class DecisionTags implements RoutingDecision.Cases<Tags> {

  private static final DecisionTags CASES = new DecisionTags();

  private DecisionTags() {}

  static Tags of(RoutingDecision decision) {
    return decision.accept(CASES);
  }

  @Override
  public Tags ring(Ring decision) {
    return tags("ring", "none");
  }

  @Override
  public Tags wait(Wait decision) {
    return tags("wait", "none");
  }

  @Override
  public Tags divert(Divert decision) {
    return tags("divert", "none");
  }

  @Override
  public Tags handBack(HandBack decision) {
    return tags("hand-back", "none");
  }

  @Override
  public Tags reject(Reject decision) {
    return tags("reject", decision.reason().word());
  }

  private static Tags tags(String kind, String reason) {
    return Tags.of("decision", kind, "reason", reason);
  }
}
