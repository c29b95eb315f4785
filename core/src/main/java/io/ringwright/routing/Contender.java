package io.ringwright.routing;

import io.ringwright.call.Priority;
import io.ringwright.directory.Strategy;

/**
 * A member's way to a phone that may ring.
 *
 * @param candidate the phone
 * @param priority the member's, in this group
 * @param facts what the strategy may look at
 */
public record Contender(Candidate candidate, Priority priority, Strategy.Contender facts) {}
