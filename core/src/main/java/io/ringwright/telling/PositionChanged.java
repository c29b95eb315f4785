package io.ringwright.telling;

import io.ringwright.call.Destination;
import io.ringwright.call.Visit;

/**
 * A call has another position than the one that was told last. It is sampled: looked at when the
 * caller's channel asks, and at no other time.
 *
 * <p>Thread safety: immutable.
 *
 * @param visit which call
 * @param waitingFor what it waits for
 * @param before the position that was told last
 * @param position its position now, from 1
 */
public record PositionChanged(Visit visit, Destination waitingFor, int before, int position) {}
