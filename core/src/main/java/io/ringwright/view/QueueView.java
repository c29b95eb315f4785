package io.ringwright.view;

import io.ringwright.call.Destination;
import io.ringwright.call.WaitEstimate;
import java.time.Instant;

/**
 * The calls that wait for one destination.
 *
 * <p>Thread safety: immutable.
 *
 * @param destination an extension or a hunt group
 * @param waiting how many calls wait, above 0
 * @param oldest since when the call has waited that arrived first
 * @param expected how long a caller who joined now would wait
 */
public record QueueView(
    Destination destination, int waiting, Instant oldest, WaitEstimate expected) {}
