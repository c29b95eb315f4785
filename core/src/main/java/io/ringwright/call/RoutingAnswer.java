package io.ringwright.call;

/**
 * What the engine answers: a decision, and why.
 *
 * <p>Thread safety: immutable.
 *
 * @param call the call it is about
 * @param decision what the switch must do now
 * @param explanation which rules led there
 */
public record RoutingAnswer(CallId call, RoutingDecision decision, RoutingExplanation explanation)
    implements EventAnswer {}
